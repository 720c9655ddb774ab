import { utf16 } from '../../../../shared/text/offsets.ts';
import type { Span } from '../../../../shared/text/offsets.ts';
import { segmenterFor } from '../../../../shared/text/segmenters.ts';
import { sentenceSpans } from '../../../../shared/text/sentences.ts';

/** A sentence with its words. `text` runs to the next sentence, so that nothing between two is lost. */
export type TokenisedSentence = { text: string; tokens: readonly Span[] };

/** Every word, number, punctuation mark and sign of the stretch, without the blanks between. */
function tokensOf(text: string, { start, end }: Span, language: string): Span[] {
  const tokens: Span[] = [];
  for (const part of segmenterFor(language, 'word').segment(text.slice(start, end))) {
    if (!/\S/u.test(part.segment)) continue;
    const from = start + part.index;
    tokens.push({ start: utf16(from), end: utf16(from + part.segment.length) });
  }
  return tokens;
}

function sentencesOf(text: string, language: string): Span[] {
  const sentences: Span[] = [];
  for (let start = 0; start <= text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    for (const sentence of sentenceSpans(text, { start: utf16(start), end: utf16(end) }, language)) {
      sentences.push(sentence);
    }
    start = end + 1;
  }
  return sentences;
}

/**
 * The sentences and words of a text in its language (UAX #29). Each sentence starts with its first word. A reader puts
 * an LF after each sentence unless the next one starts there; so one LF at a sentence's end is left to the reader.
 */
export function tokenise(text: string, language: string): TokenisedSentence[] {
  const sentences = sentencesOf(text, language);
  return sentences.map((sentence, index) => {
    const upTo = sentences[index + 1]?.start ?? text.length;
    const stretch = text.slice(sentence.start, upTo);
    return {
      text: stretch.endsWith('\n') ? stretch.slice(0, -1) : stretch,
      tokens: tokensOf(text, sentence, language),
    };
  });
}
