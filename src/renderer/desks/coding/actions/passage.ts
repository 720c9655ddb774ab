import { passageStrings as say } from '#words/window/passage.ts';
import { articleDate } from '#words/format.ts';
import type { Segment } from '../../../../shared/api/segments.ts';
import type { Annotation, Fact, Id } from '../../../../shared/model/records.ts';
import { countCodePoints } from '../../../../shared/text/offsets.ts';
import { send } from '../../../actions/ask.ts';
import { activeAnnotation, canChange, isReading } from '../../../actions/conditions.ts';
import { copyText } from '../../../actions/copy.ts';
import { changeCode } from '../../../actions/recode.ts';
import { reader } from '../../../actions/readerHandle.ts';
import { keyTextOf } from '../../../actions/shownKeys.ts';
import { withCoder } from '../../../actions/withCoder.ts';
import { shortQuote } from '../../../parts/codeFinder/shortQuote.ts';
import { client } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { notify, useUi } from '../../../state/ui.ts';
import type { Recoding } from '../../../state/ui.ts';
import { remember } from './coding.ts';
import type { NewCode } from './coding.ts';
import { offerToUnite } from './unite.ts';
import { warnOfExcluded } from './warnOfExcluded.ts';

/** Asks by the picker which code one or many codings are to have. */
export function startRecoding(instead: Recoding, anchor: DOMRect | null, initial = ''): void {
  if (!canChange()) return;
  withCoder(() => useUi.setState({ picker: { initial, anchor, instead } }));
}

/** The same of the chosen coding, at its passage. */
export function startChangeCode(initial = ''): void {
  const coding = activeAnnotation();
  if (!coding) return;
  const { id: annotation, code, start, end } = coding;
  startRecoding(
    { annotations: [annotation], code, quote: quoteOf(coding) },
    reader()?.spanRect(start, end) ?? null,
    initial,
  );
}

/** Gives a coding another code, or one that is made by the same act. */
export async function recode(annotation: Id, code: Id | NewCode): Promise<void> {
  const changed = await changeCode(annotation, code);
  if (!changed) return;
  remember(changed.code);
  if (useRecords.getState().open?.document.id !== changed.document) return;
  warnOfExcluded(changed);
  offerToUnite(changed);
}

/** Moves the ends of the chosen coding to those of the selection. */
export function moveToSelection(): void {
  const [coding, { selection }] = [activeAnnotation(), useUi.getState()];
  if (!coding || !selection) return;
  void send('annotations.update', { annotation: coding.id, start: selection.start, end: selection.end });
}

export const canMoveToSelection = (): boolean => {
  const [coding, { selection }] = [activeAnnotation(), useUi.getState()];
  return (
    canChange() &&
    isReading() &&
    coding !== null &&
    selection !== null &&
    (selection.start !== coding.start || selection.end !== coding.end)
  );
};

/**
 * Says what is missing where a code was meant (a letter or digit in the text, a click on a code) and nothing is selected. Where a coding
 * is chosen, its code can be changed at once.
 * @param change what does that, and what it is called
 */
export function explainUnselected(change: { label: string; run: () => void } | null): void {
  const act = activeAnnotation() && canChange() ? change : null;
  notify('info', say.selectFirst(keyTextOf('select.sentence')), { act });
}

/** A letter or digit was typed in the text while nothing was selected. */
export function typedUnselected(key: string): void {
  const pinned = [...useRecords.getState().codes.values()].find((code) => code.key === key);
  const coding = activeAnnotation();
  if (/^[0-9]$/u.test(key)) {
    const change =
      pinned && coding && pinned.id !== coding.code
        ? {
            label: say.changeTo(shortQuote(quoteOf(coding), 24), pinned.name),
            run: () => void recode(coding.id, pinned.id),
          }
        : null;
    explainUnselected(change);
  } else explainUnselected({ label: say.changeCode, run: () => startChangeCode(key) });
}

/** A code was pressed in the panel while nothing was selected. Who has coded already in this sitting knows what is missing. */
export function pressedUnselected(code: Id): void {
  const { open, codes } = useRecords.getState();
  const known = codes.get(code);
  const coding = activeAnnotation();
  if (!open || !known || known.archived || !canChange()) return;
  const change =
    coding && coding.code !== code
      ? { label: say.changeTo(shortQuote(quoteOf(coding), 24), known.name), run: () => void recode(coding.id, code) }
      : null;
  if (change || useUi.getState().recentCodes.length === 0) explainUnselected(change);
}

/** What the source of a quotation is made of, of what is known of an article. */
const ofSource = ['byline', 'author', 'site', 'outlet', 'publication', 'date'];

/** The name of an article and the facts by which it is cited, in that order. */
export function sourceOf(name: string, facts: readonly Fact[]): string[] {
  const known = ofSource.flatMap((wanted) => {
    const fact = facts.find(({ variable, value }) => variable.toLowerCase() === wanted && value !== '');
    return fact ? [wanted === 'date' ? articleDate(fact.value, 'long') : fact.value] : [];
  });
  return [name, ...known];
}

function quoteOf({ start, end }: Pick<Annotation, 'start' | 'end'>): string {
  return useRecords.getState().open?.text.slice(start, end) ?? '';
}

/** What is selected, else the chosen coding. */
function passage(): { start: number; end: number } | null {
  return useUi.getState().selection ?? activeAnnotation();
}

export const hasPassage = (): boolean => isReading() && passage() !== null;

type Cited = { document: { name: string }; facts: readonly Fact[]; text: string };

async function copy({ document, facts, text }: Cited, { start, end }: { start: number; end: number }): Promise<void> {
  const from = countCodePoints(text.slice(0, start));
  const quote = text.slice(start, end);
  const to = from + countCodePoints(quote);
  const copied = await copyText(say.withSource(quote, sourceOf(document.name, facts), from, to));
  notify(copied ? 'info' : 'error', copied ? say.copied : say.notCopied);
}

/** Puts the passage on the clipboard, with its article and its place there. */
export async function copyWithSource(): Promise<void> {
  const { open } = useRecords.getState();
  const span = passage();
  if (open && span) await copy(open, span);
}

/** The same of a coding of the open article, whatever is selected. */
export async function copyCoding(annotation: Id): Promise<void> {
  const { open } = useRecords.getState();
  const coding = open?.annotations.get(annotation);
  if (open && coding) await copy(open, coding);
}

/** The same of a coding of any article. */
export async function copySegment(segment: Segment): Promise<void> {
  await copy(await client().call('documents.open', { document: segment.document }), segment);
}
