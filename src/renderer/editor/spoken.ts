import type { EditorState } from '@codemirror/state';
import { editorStrings as words } from '#words/window/editor.ts';
import { annotationsOf, codersOf, codesOf, readerSetting } from './readerState.ts';
import type { ReaderAnnotation, TextSpan } from './types.ts';

const longestQuote = 60;

/** The beginning of a passage on one line, for titles and announcements. */
function shortQuote(text: string, { start, end }: TextSpan): string {
  const line = text
    .slice(start, Math.min(end, start + longestQuote * 2))
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length <= longestQuote && end - start <= longestQuote * 2
    ? words.quote(line)
    : words.quote(`${characters.slice(0, longestQuote).join('').trimEnd()}…`);
}

/** The code of a coding with all its levels, its coder and memo: one a line. */
export function annotationTitle(state: EditorState, annotation: ReaderAnnotation): string {
  const path = codesOf(state).get(annotation.code)?.path ?? '';
  return [path, codersOf(state).get(annotation.coder), annotation.memo].filter(Boolean).join('\n');
}

/** What is announced of a coding. */
export function annotationAnnouncement(state: EditorState, annotation: ReaderAnnotation): string {
  const index = annotationsOf(state);
  const code = codesOf(state).get(annotation.code)?.name ?? '';
  const coder = codersOf(state).get(annotation.coder) ?? '';
  const place = index.positionOf(annotation.id) + 1;
  const quote = shortQuote(state.facet(readerSetting).content.text, annotation);
  return words.coding(place, index.ordered.length, code, coder, quote);
}

/** What is announced of a selection. */
export function selectionAnnouncement(state: EditorState, span: TextSpan): string {
  const { text } = state.facet(readerSetting).content;
  const length = span.end - span.start;
  const characters = length <= 2000 ? Array.from(text.slice(span.start, span.end)).length : length;
  return words.selected(characters, shortQuote(text, span));
}
