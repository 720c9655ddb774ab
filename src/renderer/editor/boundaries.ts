import type { EditorView } from '@codemirror/view';
import { nextGrapheme, previousGrapheme } from '../../shared/text/graphemes.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import type { WordEnds } from '../../shared/text/words/runs.ts';
import { wordEndAfter, wordEndBefore, wordStartAfter, wordStartBefore } from '../../shared/text/words/steps.ts';
import { activeOf, annotationsOf, endPreview, previewAnnotation, readerSetting } from './readerState.ts';
import type { ReaderAnnotation, ReaderCommand, TextSpan } from './types.ts';

/** How long a moved boundary shows before the project has answered, in milliseconds. */
const answerTime = 2000;

/** Shows the coding with other boundaries and tells the project, which may refuse: then the old ones come back. */
export function resize(view: EditorView, annotation: ReaderAnnotation, { start, end }: TextSpan): void {
  const moved = { ...annotation, start, end };
  view.dispatch({ effects: previewAnnotation.of(moved) });
  view.state.facet(readerSetting).events.resize(annotation.id, start, end);
  setTimeout(() => {
    if (annotationsOf(view.state).get(annotation.id) === moved)
      view.dispatch({ effects: endPreview.of(annotation.id) });
  }, answerTime);
}

type Nudge = (span: TextSpan, text: string, wordEnds?: WordEnds) => TextSpan | null;

function withStart({ end }: TextSpan, start: number | null): TextSpan | null {
  return start === null || start >= end ? null : { start, end };
}

function withEnd({ start }: TextSpan, end: number | null): TextSpan | null {
  return end === null || end <= start ? null : { start, end };
}

/** Boundary moves: from a span to the next one, or null where there is none. A passage keeps at least one character. */
export const nudges = {
  startEarlier: (span, text, wordEnds?) => withStart(span, wordStartBefore(text, utf16(span.start), wordEnds)),
  startLater: (span, text, wordEnds?) => withStart(span, wordStartAfter(text, utf16(span.start), wordEnds)),
  endEarlier: (span, text, wordEnds?) => withEnd(span, wordEndBefore(text, utf16(span.end), wordEnds)),
  endLater: (span, text, wordEnds?) => withEnd(span, wordEndAfter(text, utf16(span.end), wordEnds)),
  startEarlierByCharacter: (span, text) =>
    withStart(span, span.start === 0 ? null : previousGrapheme(text, utf16(span.start))),
  startLaterByCharacter: (span, text) => withStart(span, nextGrapheme(text, utf16(span.start))),
  endEarlierByCharacter: (span, text) => withEnd(span, previousGrapheme(text, utf16(span.end))),
  endLaterByCharacter: (span, text) =>
    withEnd(span, span.end === text.length ? null : nextGrapheme(text, utf16(span.end))),
} satisfies Partial<Record<ReaderCommand, Nudge>>;

/** Moves a boundary of the active coding. False when there is none or it cannot move that way. */
export function nudge(view: EditorView, name: keyof typeof nudges): boolean {
  const { content, readOnly } = view.state.facet(readerSetting);
  const annotation = activeOf(view.state);
  if (!annotation || readOnly) return false;
  const move: Nudge = nudges[name];
  const span = move(annotation, content.text, content.wordEnds);
  if (!span) return false;
  resize(view, annotation, span);
  return true;
}
