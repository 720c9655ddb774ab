import type { EditorState } from '@codemirror/state';
import { annotationsOf, codersOf, codesOf, readerSetting } from './readerState.ts';
import type { ReaderAnnotation, TextSpan } from './types.ts';

/** What the reader says: labels, titles and announcements. */
export const words = {
  text: 'Article text',
  margin: 'Codings beside the text',
  marginOf: (coder: string) => `Codings by ${coder}`,
  memo: 'memo',
  more: (count: number) => `${count} more codings`,
  find: 'Find in text',
  findNext: 'Next match',
  findPrevious: 'Previous match',
  matchCase: 'Match case',
  wholeWord: 'Whole word',
  regularExpression: 'Regular expression',
  close: 'Close',
  noMatch: 'No match',
  badExpression: 'Not a regular expression',
  matches: (at: number | null, count: number, complete: boolean) => {
    const total = `${count.toLocaleString('en')}${complete ? '' : '+'}`;
    return at === null
      ? `${total} ${count === 1 && complete ? 'match' : 'matches'}`
      : `${at.toLocaleString('en')} of ${total}`;
  },
};

const longestQuote = 60;

/** The beginning of a passage on one line, for titles and announcements. */
function shortQuote(text: string, { start, end }: TextSpan): string {
  const line = text
    .slice(start, Math.min(end, start + longestQuote * 2))
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length <= longestQuote && end - start <= longestQuote * 2
    ? `“${line}”`
    : `“${characters.slice(0, longestQuote).join('').trimEnd()}…”`;
}

/** The code of a coding with all its levels, its coder and memo: one a line. */
export function annotationTitle(state: EditorState, annotation: ReaderAnnotation): string {
  const path = codesOf(state).get(annotation.code)?.path ?? '';
  return [path, codersOf(state).get(annotation.coder), annotation.memo].filter(Boolean).join('\n');
}

/** As in: Coding 3 of 12: Conflict, by Ada, “For eleven days…”. */
export function annotationAnnouncement(state: EditorState, annotation: ReaderAnnotation): string {
  const index = annotationsOf(state);
  const code = codesOf(state).get(annotation.code)?.name ?? '';
  const coder = codersOf(state).get(annotation.coder);
  const place = `Coding ${index.positionOf(annotation.id) + 1} of ${index.ordered.length}`;
  const quote = shortQuote(state.facet(readerSetting).content.text, annotation);
  return `${place}: ${[code, coder && `by ${coder}`, quote].filter(Boolean).join(', ')}`;
}

/** As in: Selected 42 characters: “For eleven days…”. */
export function selectionAnnouncement(state: EditorState, span: TextSpan): string {
  const { text } = state.facet(readerSetting).content;
  const length = span.end - span.start;
  const characters = length <= 2000 ? Array.from(text.slice(span.start, span.end)).length : length;
  return `Selected ${characters.toLocaleString('en')} ${characters === 1 ? 'character' : 'characters'}: ${shortQuote(text, span)}`;
}
