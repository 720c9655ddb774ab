import { codebookStrings as say } from '#words/window/codebook.ts';
import { codesStrings } from '#words/window/codes.ts';
import { announcedStrings as announced } from '#words/window/announced.ts';
import type { Annotation, Id } from '../../../../shared/model/records.ts';
import { utf16 } from '../../../../shared/text/offsets.ts';
import { send, sendTyped } from '../../../actions/ask.ts';
import { activeAnnotation, canChange, canCode } from '../../../actions/conditions.ts';
import { reader } from '../../../actions/readerHandle.ts';
import { withCoder } from '../../../actions/withCoder.ts';
import { shortQuote } from '../../../parts/codeFinder/shortQuote.ts';
import { announce } from '../../../state/announced.ts';
import { shownAnnotations, useReaderFilter } from '../../../state/readerFilter.ts';
import { useRecords } from '../../../state/records.ts';
import { quietly } from '../../../state/store.ts';
import { notify, useUi } from '../../../state/ui.ts';
import { offerToUnite } from './unite.ts';
import { warnOfExcluded } from './warnOfExcluded.ts';

export type NewCode = { name: string; parent: Id | null };

/** Puts a code at the head of those that were used lately. */
export function remember(code: Id): void {
  useUi.setState(({ recentCodes }) => ({
    recentCodes: [code, ...recentCodes.filter((recent) => recent !== code)].slice(0, 20),
  }));
}

/** Applies a code, or a code made by the same act, to the selected passage. The selection stays where it is. */
export function applyCode(code: Id | NewCode): void {
  const { selection } = useUi.getState();
  const { open } = useRecords.getState();
  if (!selection || !open || !canChange()) return;
  const known = typeof code === 'string' ? useRecords.getState().codes.get(code) : undefined;
  if (known?.archived === true) {
    notify('info', say.archivedCode(known.name));
    return;
  }
  withCoder(() => {
    const made = create(open.document.id, selection, code).finally(() => {
      if (underWay === made) underWay = null;
    });
    underWay = made;
  });
}

/** The coding that is being made; what is asked of its passage has to wait for it. */
let underWay: Promise<void> | null = null;

export const isCoding = (): boolean => underWay !== null;

/** Acts once no coding is being made any more: at once, or after the answer. */
export function afterCoding(act: () => void): void {
  if (underWay === null) act();
  else void underWay.then(heardOf, heardOf).then(act);
}

/** Milliseconds after which the news of a coding that was made is waited for no longer. */
const patience = 1000;

/** Waits until the window has heard of the coding that was just made: the news may come behind the answer. */
function heardOf(): Promise<void> {
  const isKnown = (): boolean => useUi.getState().activeAnnotation === null || activeAnnotation() !== null;
  return new Promise((resolve) => {
    if (isKnown()) {
      resolve();
      return;
    }
    const end = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(end, patience);
    const stop = useRecords.subscribe(() => {
      if (isKnown()) end();
    });
  });
}

async function create(document: Id, span: { start: number; end: number }, code: Id | NewCode): Promise<void> {
  const { start, end } = span;
  const annotation = await send('annotations.create', { document, start, end, code });
  if (!annotation) return;
  quietly(() => {
    remember(annotation.code);
    useUi.setState({ activeAnnotation: annotation.id });
  });
  warnOfExcluded(annotation);
  offerToUnite(annotation);
}

/** Opens the code picker at the selection, with what was typed so far. */
export function openPicker(initial: string, anchor: DOMRect | null): void {
  if (!canCode()) return;
  withCoder(() => useUi.setState({ picker: { initial, anchor: anchor ?? reader()?.selectionRect() ?? null } }));
}

/** Shuts the picker. The focus goes back to the text, or where it was opened from another place, to that by itself. */
export function closePicker(): void {
  const isOfList = useUi.getState().picker?.instead?.isOfList === true;
  useUi.setState({ picker: null });
  if (!isOfList) reader()?.focus();
}

/** Applies the code that is pinned to a digit. */
export function applyDigit(digit: string): void {
  const code = [...useRecords.getState().codes.values()].find((candidate) => candidate.key === digit);
  if (code) applyCode(code.id);
  else notify('info', codesStrings.digitFree(digit));
}

export function repeatLastCode(): void {
  const [last] = useUi.getState().recentCodes;
  if (last !== undefined && useRecords.getState().codes.has(last)) applyCode(last);
}

/** How a coding of the open text is called by ear: its code, and the beginning of its words. */
function spokenOf({ code, start, end }: Pick<Annotation, 'code' | 'start' | 'end'>): { code: string; quote: string } {
  const { open, codes } = useRecords.getState();
  return { code: codes.get(code)?.name ?? '', quote: shortQuote(open?.text.slice(start, end) ?? '', 60) };
}

export async function removeAnnotation(annotation: Id): Promise<void> {
  const known = useRecords.getState().open?.annotations.get(annotation);
  const words = known && spokenOf(known);
  if ((await send('annotations.remove', { annotations: [annotation] })) && words)
    announce(announced.removed(words.code, words.quote));
}

/** Moves the boundaries of a coding. */
export async function resizeAnnotation(annotation: Id, start: number, end: number): Promise<void> {
  const known = useRecords.getState().open?.annotations.get(annotation);
  if (!known || (known.start === utf16(start) && known.end === utf16(end))) return;
  const moved = await send('annotations.update', { annotation, start, end });
  if (moved) {
    const words = spokenOf(moved);
    announce(announced.moved(words.code, words.quote));
    return;
  }
  // Refused, or not meant: what the reader showed ahead goes back at once, so that the next step begins at what is so.
  const now = shownAnnotations(useRecords.getState(), useReaderFilter.getState()).get(annotation);
  if (now) reader()?.changeAnnotations({ upsert: [now], remove: [] });
}

export async function setMemo(annotation: Id, memo: string): Promise<boolean> {
  return sendTyped('annotations.setMemo', { annotation, memo });
}
