import type { CodePlace } from '../../../shared/model/codeTree.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { CodeActId } from './codeActs.ts';
import { draftId } from './codeItems.ts';
import { canAct } from './codeMenuEntries.ts';
import type { CodeMenuState } from './codeMenuEntries.ts';
import { placeByKey } from './codeMoves.ts';
import type { Direction } from './codeMoves.ts';
import { draftFor } from './codeNeighbours.ts';
import type { CodesPanelProps } from './codesPanelProps.ts';
import type { Opened } from './useOpened.ts';
import type { TreeRows } from './useTreeRows.ts';

type PanelParts = {
  props: CodesPanelProps;
  rows: TreeRows;
  state: CodeMenuState;
  select: (code: Id) => void;
  focusRow: (code: Id) => void;
  addField: (row: Id, add: () => void) => void;
  open: Opened['open'];
};

export type CodeDeeds = {
  /** Opens the row for a new code, next to a code (null: none) or inside it. */
  startDraft: (beside: Id | null, place: 'beside' | 'inside') => void;
  /** Moves a code, which keeps the focus. */
  move: (code: Id, place: CodePlace) => void;
  /** Does an act to a code where it can be done now. */
  act: (act: CodeActId, code: Id) => void;
};

/** What the acts do: some are the panel's own, the others are told to whoever shows it. */
export function codeDeeds({ props, rows, state, select, focusRow, addField, open }: PanelParts): CodeDeeds {
  const startDraft = (beside: Id | null, place: 'beside' | 'inside'): void => {
    const next = draftFor(rows.tree, beside, place);
    rows.setFilter('');
    rows.reveal(next.parent);
    addField(draftId, () => rows.setDraft(next));
  };
  const move = (code: Id, place: CodePlace): void => {
    rows.reveal(place.parent);
    props.onMove(code, place.parent, place.before);
    select(code);
    focusRow(code);
  };
  const moveByKey = (direction: Direction) => (code: Id) => {
    const place = placeByKey(rows.tree, code, direction);
    if (place !== null) move(code, place);
  };
  const deeds: Readonly<Record<CodeActId, (code: Id) => void>> = {
    apply: props.onApply,
    segments: props.onShowSegments,
    new: (code) => startDraft(code, 'beside'),
    newInside: (code) => startDraft(code, 'inside'),
    rename: (code) => open('rename', code),
    colour: (code) => open('colours', code),
    pin: (code) => open('digits', code),
    define: props.onEditElsewhere ?? ((code) => open('define', code)),
    moveUp: moveByKey('up'),
    moveDown: moveByKey('down'),
    moveIn: moveByKey('in'),
    moveOut: moveByKey('out'),
    merge: props.onMerge,
    split: props.onSplit,
    archive: props.onArchive,
    remove: props.onRemove,
  };
  const act = (id: CodeActId, code: Id): void => {
    if (canAct(id, code, state)) deeds[id](code);
    // A row that cannot be applied is only chosen.
    else if (id === 'apply') {
      select(code);
      props.onUnapplied?.(code);
    }
  };
  return { startDraft, move, act };
}
