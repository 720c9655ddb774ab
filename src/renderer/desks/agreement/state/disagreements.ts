import type { Comparison, Confusion, DisputedUnit } from '../../../../shared/api/reliability.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { sharedStore } from '../../../state/store.ts';

/** A figure that was opened: who said what where, and the places behind one cell of that. */
export type OpenFigure = {
  /** As its row in the table of figures is named. */
  title: string;
  /** What was pressed to open it, by its name: the focus goes back there. */
  from: string;
  /** What is compared, coders apart. */
  comparison: Omit<Comparison, 'coders'>;
  /** The coder of the rows and the coder of the columns; null: all pairs, and the matrix is symmetric. */
  coders: [Id, Id] | null;
  /** Null until it has come. */
  confusion: Confusion | null;
};

/** A cell of the matrix, by the keys of its categories, and the places behind it. */
export type OpenCell = {
  row: string;
  column: string;
  /** Null until they have come. */
  total: number | null;
  units: readonly DisputedUnit[];
};

export type Disagreements = {
  figure: OpenFigure | null;
  cell: OpenCell | null;
  /** The place that keys and the palette act on, by its key. */
  chosen: string | null;
  /** The place whose memo is being written. */
  discussed: string | null;
};

export const firstDisagreements: Disagreements = { figure: null, cell: null, chosen: null, discussed: null };

export const useDisagreements = sharedStore<Disagreements>(firstDisagreements, 'at-once');

/** A place by a name that stays when places before it come or go. */
export function unitKey({ document, span, variable }: Pick<DisputedUnit, 'document' | 'span' | 'variable'>): string {
  return span === null ? `${document} ${variable ?? ''}` : `${document} ${span.start} ${span.end}`;
}

/** The place that is chosen, if it is still there. */
export function chosenUnit(): DisputedUnit | null {
  const { cell, chosen } = useDisagreements.getState();
  return cell?.units.find((unit) => unitKey(unit) === chosen) ?? null;
}
