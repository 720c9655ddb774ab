import { describe, expect, it } from 'vitest';
import { uncodedParagraph } from './uncoded.ts';

const text = 'One.\n\nTwo.\nThree.\n';
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const next = (coded: readonly string[], from: number): string | null => {
  const span = uncodedParagraph(text, coded.map(spanOf), from);
  return span && text.slice(span.start, span.end);
};

describe('the next paragraph without codings', () => {
  it('is the first after the caret that no coding touches', () => {
    expect(next([], 0)).toBe('Two.');
    expect(next(['w'], 0)).toBe('Three.');
  });

  it('is sought from the beginning again after the last, the paragraph at the caret coming last', () => {
    expect(next([], text.indexOf('Three'))).toBe('One.');
    expect(next(['One', 'Three'], text.indexOf('Two'))).toBe('Two.');
  });

  it('is nowhere in a text whose paragraphs are all coded', () => {
    expect(next(['One', 'Two', 'Three'], 0)).toBeNull();
    expect(uncodedParagraph('', [], 0)).toBeNull();
  });
});
