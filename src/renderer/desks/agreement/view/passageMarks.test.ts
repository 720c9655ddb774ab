import { describe, expect, test } from 'vitest';
import { utf16 } from '../../../../shared/text/offsets.ts';
import { stretchesOf } from './passageMarks.ts';

const span = (start: number, end: number) => ({ start: utf16(start), end: utf16(end) });
const coding = (code: string, start: number, end: number) => ({
  annotation: code,
  code,
  memo: '',
  ...span(start, end),
});

/** “The port is shut.” with “port” in dispute. */
const place = { span: span(4, 8), quote: 'port', before: 'The ', after: ' is shut.' };

describe('the words of a place', () => {
  test('are cut where a coding begins and ends', () => {
    expect(stretchesOf(place, [coding('A', 4, 11), coding('B', 0, 8)])).toEqual([
      { text: 'The ', codes: ['B'], isPlace: false },
      { text: 'port', codes: ['A', 'B'], isPlace: true },
      { text: ' is', codes: ['A'], isPlace: false },
      { text: ' shut.', codes: [], isPlace: false },
    ]);
  });

  test('stand alone where a coder has marked nothing', () => {
    expect(stretchesOf(place, []).map(({ text, isPlace }) => [text, isPlace])).toEqual([
      ['The ', false],
      ['port', true],
      [' is shut.', false],
    ]);
  });

  test('cut codings that reach beyond what is shown', () => {
    const middle = { span: span(104, 108), quote: 'port', before: 'The ', after: '' };
    expect(stretchesOf(middle, [coding('A', 20, 500)])).toEqual([
      { text: '…', codes: [], isPlace: false },
      { text: 'The ', codes: ['A'], isPlace: false },
      { text: 'port', codes: ['A'], isPlace: true },
    ]);
  });

  test('end with an ellipsis where the quotation was cut', () => {
    const long = { span: span(0, 500), quote: 'Long', before: '', after: 'never shown' };
    expect(stretchesOf(long, [coding('A', 0, 500)])).toEqual([
      { text: 'Long', codes: ['A'], isPlace: true },
      { text: '…', codes: [], isPlace: false },
    ]);
  });

  test('end with an ellipsis where the text goes on', () => {
    const more = { ...place, after: 'x'.repeat(120) };
    expect(stretchesOf(more, []).at(-1)?.text).toBe('…');
    expect(stretchesOf(place, []).at(-1)?.text).toBe(' is shut.');
  });
});
