import { utf16 } from '../../shared/text/offsets.ts';
import {
  paragraphAfter,
  paragraphAt,
  paragraphBefore,
  sentenceAfter,
  sentenceAt,
  sentenceBefore,
} from '../../shared/text/segments.ts';
import type { WordEnds } from '../../shared/text/words/runs.ts';
import { wordAt, wordEndAfter, wordEndBefore } from '../../shared/text/words/steps.ts';
import type { ReaderCommand, TextSpan } from './types.ts';

type Move = (selected: TextSpan, text: string, language: string, wordEnds?: WordEnds) => TextSpan | null;

function filled(span: TextSpan | null): TextSpan | null {
  return span && span.end > span.start ? span : null;
}

const isEmpty = ({ start, end }: TextSpan): boolean => start === end;

function endingAt({ start }: TextSpan, end: number | null | undefined): TextSpan | null {
  return end === null || end === undefined || end <= start ? null : { start, end };
}

/**
 * Moves of the selection: from the selected span (empty: the caret) to the next one, or null where there is none. With
 * nothing selected, a step to the next or previous unit selects the one at the caret first.
 */
export const moves = {
  nextSentence: (selected, text, language) =>
    (isEmpty(selected) ? sentenceAt(text, utf16(selected.start), language) : null) ??
    sentenceAfter(text, utf16(selected.end), language),
  previousSentence: (selected, text, language) =>
    (isEmpty(selected) ? sentenceAt(text, utf16(selected.start), language) : null) ??
    sentenceBefore(text, utf16(selected.start), language),
  nextParagraph: (selected, text) =>
    (isEmpty(selected) ? filled(paragraphAt(text, utf16(selected.start))) : null) ??
    paragraphAfter(text, utf16(Math.max(selected.start, selected.end - 1))),
  previousParagraph: (selected, text) =>
    (isEmpty(selected) ? filled(paragraphAt(text, utf16(selected.start))) : null) ??
    paragraphBefore(text, utf16(selected.start)),
  /** Grows to whole sentences: the one at the caret, or from the first to the last that the selection touches. */
  selectSentence(selected, text, language) {
    const first = sentenceAt(text, utf16(selected.start), language);
    const last = isEmpty(selected) ? first : sentenceAt(text, utf16(selected.end - 1), language);
    return first && last && { start: Math.min(first.start, last.start), end: last.end };
  },
  selectParagraph(selected, text) {
    const { start } = paragraphAt(text, utf16(selected.start));
    const { end } = paragraphAt(text, utf16(isEmpty(selected) ? selected.end : selected.end - 1));
    return filled({ start, end });
  },
  extendWord(selected, text, _language, wordEnds) {
    if (isEmpty(selected)) {
      const word = filled(wordAt(text, utf16(selected.start), wordEnds));
      if (word && word.end > selected.start) return word;
    }
    return endingAt(selected, wordEndAfter(text, utf16(selected.end), wordEnds));
  },
  shrinkWord: (selected, text, _language, wordEnds) =>
    endingAt(selected, wordEndBefore(text, utf16(selected.end), wordEnds)),
  extendSentence(selected, text, language) {
    const here = sentenceAt(text, utf16(selected.end), language);
    if (isEmpty(selected)) return here ?? sentenceAfter(text, utf16(selected.end), language);
    if (here && here.end > selected.end) return endingAt(selected, here.end);
    return endingAt(selected, sentenceAfter(text, utf16(selected.end), language)?.end);
  },
  shrinkSentence: (selected, text, language) =>
    isEmpty(selected) ? null : endingAt(selected, sentenceBefore(text, utf16(selected.end - 1), language)?.end),
} satisfies Partial<Record<ReaderCommand, Move>>;

/** The span that a move selects, or null where it leads nowhere. */
export function moved(name: keyof typeof moves, ...from: Parameters<Move>): TextSpan | null {
  const move: Move = moves[name];
  return move(...from);
}
