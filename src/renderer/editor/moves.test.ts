import { describe, expect, it } from 'vitest';
import { nudges } from './boundaries.ts';
import { moved } from './moves.ts';
import type { TextSpan } from './types.ts';

const text = 'One two. Three four.\n\nFive six.\n';
const quote = (span: TextSpan | null): string | null => span && text.slice(span.start, span.end);
const spanOf = (words: string): TextSpan => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const caret = (offset: number): TextSpan => ({ start: offset, end: offset });
const move = (name: Parameters<typeof moved>[0], from: TextSpan): string | null => quote(moved(name, from, text, 'en'));

describe('moves of the selection', () => {
  it('begin with the sentence or paragraph at the caret, and go on from the selected one', () => {
    expect(move('nextSentence', caret(4))).toBe('One two.');
    expect(move('nextSentence', spanOf('One two.'))).toBe('Three four.');
    expect(move('nextSentence', spanOf('Three four.'))).toBe('Five six.');
    expect(move('nextSentence', spanOf('Five six.'))).toBeNull();
    expect(move('previousSentence', spanOf('Five six.'))).toBe('Three four.');
    expect(move('nextParagraph', caret(0))).toBe('One two. Three four.');
    expect(move('nextParagraph', spanOf('One two. Three four.'))).toBe('Five six.');
    expect(move('nextParagraph', caret(21))).toBe('Five six.');
    expect(move('previousParagraph', spanOf('Five six.'))).toBe('One two. Three four.');
  });

  it('grow to whole sentences and paragraphs', () => {
    expect(move('selectSentence', spanOf('two. Three'))).toBe('One two. Three four.');
    expect(move('selectSentence', caret(10))).toBe('Three four.');
    expect(move('selectParagraph', caret(10))).toBe('One two. Three four.');
    expect(move('selectParagraph', caret(21))).toBeNull();
  });

  it('extend and shrink at the end, by word and by sentence', () => {
    expect(move('extendWord', caret(5))).toBe('two');
    expect(move('extendWord', spanOf('One'))).toBe('One two');
    expect(move('extendWord', spanOf('Three four.'))).toBe('Three four.\n\nFive');
    expect(move('shrinkWord', spanOf('One two'))).toBe('One');
    expect(move('shrinkWord', spanOf('One'))).toBeNull();
    expect(move('extendSentence', spanOf('One two.'))).toBe('One two. Three four.');
    expect(move('extendSentence', spanOf('Three'))).toBe('Three four.');
    expect(move('shrinkSentence', spanOf('One two. Three four.'))).toBe('One two.');
    expect(move('shrinkSentence', spanOf('One two.'))).toBeNull();
  });
});

describe('moves in a script without blanks between words', () => {
  const thai = 'ภาษาไทย';
  const wordEnds = (): number[] => [4, 7]; // ภาษา (language), ไทย (Thai)

  it('go by the words that are known, or by the whole run', () => {
    expect(moved('extendWord', caret(1), thai, 'th', wordEnds)).toEqual({ start: 0, end: 4 });
    expect(moved('extendWord', { start: 0, end: 4 }, thai, 'th', wordEnds)).toEqual({ start: 0, end: 7 });
    expect(moved('shrinkWord', { start: 0, end: 7 }, thai, 'th', wordEnds)).toEqual({ start: 0, end: 4 });
    expect(moved('extendWord', caret(1), thai, 'th')).toEqual({ start: 0, end: 7 });
    expect(nudges.startLater({ start: 0, end: 7 }, thai, wordEnds)).toEqual({ start: 4, end: 7 });
    expect(nudges.startEarlier({ start: 4, end: 7 }, thai, wordEnds)).toEqual({ start: 0, end: 7 });
    expect(nudges.endEarlier({ start: 0, end: 7 }, thai, wordEnds)).toEqual({ start: 0, end: 4 });
    expect(nudges.endLater({ start: 0, end: 4 }, thai, wordEnds)).toEqual({ start: 0, end: 7 });
  });
});

describe('moves of a boundary', () => {
  it('go by word, and leave at least a character', () => {
    expect(quote(nudges.startEarlier(spanOf('two'), text))).toBe('One two');
    expect(quote(nudges.startLater(spanOf('One two'), text))).toBe('two');
    expect(quote(nudges.endLater(spanOf('One'), text))).toBe('One two');
    expect(quote(nudges.endEarlier(spanOf('One two'), text))).toBe('One');
    expect(nudges.startLater(spanOf('One'), text)).toBeNull();
    expect(nudges.startEarlier(spanOf('One'), text)).toBeNull();
  });

  it('go by whole characters, and stop at the ends of the text', () => {
    const family = '👩‍👩‍👧‍👦';
    const emoji = `a${family}b`;
    const all = { start: 0, end: emoji.length };
    expect(nudges.startLaterByCharacter({ start: 1, end: all.end }, emoji)).toEqual({
      start: 1 + family.length,
      end: all.end,
    });
    expect(nudges.endEarlierByCharacter({ start: 0, end: all.end - 1 }, emoji)).toEqual({ start: 0, end: 1 });
    expect(nudges.startEarlierByCharacter(all, emoji)).toBeNull();
    expect(nudges.endLaterByCharacter(all, emoji)).toBeNull();
    expect(nudges.endEarlierByCharacter({ start: 0, end: 1 }, emoji)).toBeNull();
  });
});
