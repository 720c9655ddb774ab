import type { EditorState } from '@codemirror/state';
import { series } from '#words/format.ts';
import { editorStrings as words } from '#words/window/editor.ts';
import { annotationsOf, codersOf, codesOf, readerSetting } from './readerState.ts';
import { sameAs } from './same.ts';
import type { ReaderAnnotation, TextSpan } from './types.ts';
import { namesOf } from './whose.ts';

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

/** The code of codings that are drawn as one with all its levels, their coders, and memos: one a line. */
export function annotationTitle(state: EditorState, members: readonly ReaderAnnotation[]): string {
  const path = codesOf(state).get(members[0]?.code ?? '')?.path ?? '';
  const { byId } = codersOf(state);
  const memos = members.map(({ coder, memo }) => {
    const name = byId.get(coder)?.name ?? '';
    return memo === '' || name === '' || members.length === 1 ? memo : words.memoBy(name, memo);
  });
  const names = namesOf(state, members);
  return [path, names.length > 1 ? series(names) : (names[0] ?? ''), ...memos].filter(Boolean).join('\n');
}

/** What is announced of a coding. */
export function annotationAnnouncement(state: EditorState, annotation: ReaderAnnotation): string {
  const index = annotationsOf(state);
  const code = codesOf(state).get(annotation.code)?.name ?? '';
  const coder = codersOf(state).byId.get(annotation.coder)?.name ?? '';
  const others = namesOf(
    state,
    sameAs(state, annotation).members.filter(({ id }) => id !== annotation.id),
  );
  const place = index.positionOf(annotation.id) + 1;
  const quote = shortQuote(state.facet(readerSetting).content.text, annotation);
  return words.coding(place, index.ordered.length, code, coder, others, quote);
}

/** What is announced of a selection. */
export function selectionAnnouncement(state: EditorState, span: TextSpan): string {
  const { text } = state.facet(readerSetting).content;
  const length = span.end - span.start;
  const characters = length <= 2000 ? Array.from(text.slice(span.start, span.end)).length : length;
  return words.selected(characters, shortQuote(text, span));
}
