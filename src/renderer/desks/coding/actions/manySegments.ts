import { segmentsStrings as say } from '#words/window/segments.ts';
import { mostAtOnce } from '../../../../shared/api/annotations.ts';
import type { Arguments } from '../../../../shared/api/contract.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { orNotice, send } from '../../../actions/ask.ts';
import { canChange } from '../../../actions/conditions.ts';
import { keyTextOf } from '../../../actions/shownKeys.ts';
import { client } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { notify } from '../../../state/ui.ts';
import { chooseSegments, toggleSegment, useSegmentSelection } from '../state/segmentSelection.ts';
import { remember } from './coding.ts';
import type { NewCode } from './coding.ts';

/** The list that is meant: its filter and order. */
export type SegmentQuestion = Omit<Arguments<'segments.list'>, 'offset' | 'limit'>;

/** Answers to earlier questions count for nothing once another selection was made. */
let latest = 0;

export function selectNoSegments(): void {
  latest++;
  chooseSegments([]);
}

let listed = '';

/** What is selected is selected in one list, in whatever order it is: in another nothing is. */
export function keepSelectionIn(list: string): void {
  if (list !== listed) selectNoSegments();
  listed = list;
}

/** `alone`: the one that counts as selected while none is. */
export function toggleInSelection(annotation: Id, alone: Id | null): void {
  latest++;
  toggleSegment(annotation, alone === annotation ? null : alone);
}

/** Selects these, which have been read. */
export function selectRead(annotations: readonly Id[]): void {
  latest++;
  chooseSegments(annotations);
}

/** Takes out what is no longer in the project; where so much has changed that nobody says what, all. */
export function dropGoneSegments(change: { reset: boolean; removed: readonly Id[] } | undefined): void {
  const { ids } = useSegmentSelection.getState();
  if (!change || ids.size === 0) return;
  const gone = new Set(change.removed);
  if (change.reset) selectNoSegments();
  else if (change.removed.some((id) => ids.has(id))) chooseSegments([...ids].filter((id) => !gone.has(id)));
}

async function selectWindow(question: SegmentQuestion, offset: number, wanted: number | null): Promise<void> {
  const mine = ++latest;
  await orNotice(async () => {
    const limit = Math.min(mostAtOnce, wanted ?? mostAtOnce);
    const { ids, total } = await client().call('segments.ids', { ...question, offset, limit });
    if (mine !== latest) return;
    chooseSegments(ids);
    const meant = wanted ?? total;
    if (meant > mostAtOnce) notify('info', say.capped(ids.length, meant));
  });
}

/** Selects every coding of the list, read or not, as far as an act takes so many. */
export async function selectAllSegments(question: SegmentQuestion): Promise<void> {
  await selectWindow(question, 0, null);
}

/** Selects from a row of the list to another: the next to the first, if they are more than an act takes. */
export async function selectSegmentRange(question: SegmentQuestion, from: number, to: number): Promise<void> {
  const count = Math.abs(to - from) + 1;
  const first = to < from ? Math.max(to, from - mostAtOnce + 1) : from;
  await selectWindow(question, first, count);
}

/** Gives codings another code, or one that is made by the same act, and says what became of all of them. */
export async function recodeMany(annotations: readonly Id[], code: Id | NewCode): Promise<void> {
  const told = await send('annotations.recodeMany', { annotations: [...annotations], code });
  if (!told) return;
  remember(told.code);
  selectNoSegments();
  const name = useRecords.getState().codes.get(told.code)?.name ?? (typeof code === 'object' ? code.name : '');
  notify('info', say.recoded({ ...told, code: name, key: keyTextOf('edit.undo') }));
}

export async function removeMany(annotations: readonly Id[]): Promise<void> {
  if (!canChange() || !(await send('annotations.remove', { annotations: [...annotations] }))) return;
  selectNoSegments();
  notify('info', say.removed(annotations.length, keyTextOf('edit.undo')));
}
