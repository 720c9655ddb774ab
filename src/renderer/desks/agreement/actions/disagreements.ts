import { disagreements as say } from '#words/window/disagreements.ts';
import type { Comparison, DisputedUnit, Side } from '../../../../shared/api/reliability.ts';
import type { DisagreementMark, DisputedPlace } from '../../../../shared/model/disagreement.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { orNotice, send, sendTyped } from '../../../actions/ask.ts';
import { openPassage } from '../../../actions/openPassage.ts';
import { sendFocus } from '../../../actions/sendFocus.ts';
import { showDocument } from '../../../actions/showDocument.ts';
import { withCoder } from '../../../actions/withCoder.ts';
import { client } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { firstDisagreements, unitKey, useDisagreements } from '../state/disagreements.ts';
import type { OpenFigure } from '../state/disagreements.ts';

/** How many places a cell shows at first, and more at a time. */
const page = 50;

function comparisonOf({ comparison, coders }: OpenFigure): Comparison {
  return { ...comparison, ...(coders !== null && { coders }) };
}

/** Opens a figure: asks who said what where. */
export async function openFigure(figure: Omit<OpenFigure, 'confusion'>): Promise<void> {
  useDisagreements.setState({ ...firstDisagreements, figure: { ...figure, confusion: null } });
  await loadConfusion();
}

/** Compares other coders: the cell that was open belongs to those before. */
export async function compareCoders(coders: [Id, Id] | null): Promise<void> {
  const { figure } = useDisagreements.getState();
  if (figure) await openFigure({ ...figure, coders });
}

/** Goes back to the figures, where the focus was when this one was opened. */
export function closeFigure(): void {
  const { figure } = useDisagreements.getState();
  useDisagreements.setState(firstDisagreements);
  if (!figure) return;
  sendFocus(() => {
    const heads = document.querySelectorAll<HTMLElement>(`[data-region='reliabilityResults'] button[data-row]`);
    const head = [...heads].find((one) => one.getAttribute('aria-label') === say.open(figure.from));
    head?.focus();
    return head !== undefined;
  });
}

async function loadConfusion(): Promise<void> {
  const asked = useDisagreements.getState().figure;
  if (!asked) return;
  const confusion = await orNotice(() => client().run('reliability.confusion', comparisonOf(asked)));
  useDisagreements.setState(({ figure }) =>
    figure && confusion && isSameQuestion(figure, asked) ? { figure: { ...figure, confusion } } : {},
  );
}

function isSameQuestion(one: OpenFigure, other: OpenFigure): boolean {
  return one.comparison === other.comparison && one.coders === other.coders;
}

/** Opens a cell of the matrix: asks for the places behind it. */
export async function openCell(row: string, column: string): Promise<void> {
  useDisagreements.setState({ cell: { row, column, total: null, units: [] }, chosen: null, discussed: null });
  await loadCell(page);
}

/** Shows more of the open cell's places. */
export async function showMoreUnits(): Promise<void> {
  const { cell } = useDisagreements.getState();
  if (cell) await loadCell(Math.min(500, cell.units.length + page));
}

async function loadCell(limit: number): Promise<void> {
  const { figure, cell: asked } = useDisagreements.getState();
  if (!figure || !asked) return;
  const { row, column } = asked;
  const found = await orNotice(() =>
    client().run('reliability.cell', { ...comparisonOf(figure), row, column, offset: 0, limit }),
  );
  useDisagreements.setState(({ figure: now, cell, chosen }) => {
    if (!now || !cell || !found || !isSameQuestion(now, figure)) return {};
    if (cell.row !== row || cell.column !== column) return {};
    const isThere = found.units.some((unit) => unitKey(unit) === chosen);
    const [first] = found.units;
    return { cell: { ...cell, ...found }, chosen: isThere ? chosen : first ? unitKey(first) : null };
  });
}

/** Asks again for what is open, because something changed. A coder comes with a first act, and goes when that is undone. */
export async function refreshDisagreements(): Promise<void> {
  const { figure, cell } = useDisagreements.getState();
  if (!figure) return;
  const { coders } = useRecords.getState();
  if (figure.coders?.some((id) => !coders.has(id))) {
    await compareCoders(null);
    return;
  }
  await Promise.all([loadConfusion(), cell ? loadCell(Math.max(page, cell.units.length)) : null]);
}

function placeOf({ document, span, variable }: DisputedUnit): DisputedPlace {
  if (span !== null) return { document, start: span.start, end: span.end };
  if (variable === null) throw new Error('a place is a passage or a question');
  return { document, variable };
}

/** Opens the place in the text: at its passage, and at the first coding of these sides if there is one. */
export async function openUnit({ document, span, sides }: DisputedUnit): Promise<void> {
  if (span === null) {
    await showDocument(document);
    return;
  }
  const annotation = sides.flatMap(({ codings }) => codings)[0]?.annotation;
  await openPassage(document, { ...span, ...(annotation !== undefined && { annotation }) });
}

/** What was done at a place last, by the place as it was asked for: once that has changed, it is asked for anew. */
const doneAt = new WeakMap<DisputedUnit, string>();

/** Does something at a place; the same again, before it is known what came of it, is not another act. */
function once(unit: DisputedUnit, act: string, work: () => Promise<unknown>): void {
  withCoder(() => {
    if (doneAt.get(unit) === act) return;
    doneAt.set(unit, act);
    void work().then((answer) => {
      if (answer === undefined) doneAt.delete(unit);
    });
  });
}

/** Says why coders differ at a place; the same mark again takes it away. */
export function markUnit(unit: DisputedUnit, mark: DisagreementMark): void {
  const next = unit.mark?.mark === mark ? null : mark;
  once(unit, mark, () => send('disagreements.mark', { place: placeOf(unit), mark: next }));
}

export async function discussUnit(unit: DisputedUnit, memo: string): Promise<boolean> {
  return sendTyped('disagreements.discuss', { place: placeOf(unit), memo });
}

/** Settles a place in the agreed version as this coder has it; null: neither is right, nothing stands there. */
export function settleUnit(unit: DisputedUnit, side: Side | null): void {
  const codings = (side?.codings ?? []).map(({ code, start, end }) => ({ code, start, end }));
  const answer = side?.answer ? { state: side.answer.state, value: side.answer.value } : null;
  once(unit, side?.coder.id ?? 'neither', () =>
    send('disagreements.resolve', { place: placeOf(unit), codes: [...unit.codes], codings, answer }),
  );
}

export function reopenUnit(unit: DisputedUnit): void {
  once(unit, 'reopen', () => send('disagreements.reopen', { place: placeOf(unit) }));
}
