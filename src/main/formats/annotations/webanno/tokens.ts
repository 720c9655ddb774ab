import { utf16 } from '../../../../shared/text/offsets.ts';
import type { Span } from '../../../../shared/text/offsets.ts';
import { sentenceSpans } from '../../../../shared/text/sentences.ts';
import { wordEndsOfRun } from '../../../../shared/text/words/dictionary.ts';
import { segmentsFrom } from '../../../../shared/text/words/runs.ts';
import type { WordEnds } from '../../../../shared/text/words/runs.ts';

/** A sentence with its words. `text` runs to the next sentence, so that nothing between two is lost. */
export type TokenisedSentence = { text: string; tokens: readonly Span[] };

/** Every word, number, punctuation mark and sign of the sentence, without the blanks between. */
function tokensOf(text: string, sentence: Span, language: string): Span[] {
  const stretch = text.slice(sentence.start, sentence.end);
  const wordEnds: WordEnds = (start, end) => wordEndsOfRun(stretch, start, end, language);
  const tokens: Span[] = [];
  for (const { start, end } of segmentsFrom(stretch, 0, wordEnds)) {
    if (!/\S/u.test(stretch.slice(start, end))) continue;
    tokens.push({ start: utf16(sentence.start + start), end: utf16(sentence.start + end) });
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
 * The sentences and words of a text. Each sentence starts with its first word. A reader puts
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
