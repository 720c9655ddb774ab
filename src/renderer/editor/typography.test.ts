import { Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { lineDirection, titleLine } from './typography.ts';

const textOf = (...lines: string[]): Text => Text.of(lines);

describe('the headline', () => {
  it('is the line that says the document’s name, below navigation and dates', () => {
    expect(titleLine(textOf('Skip to content', 'Home', '', ' Port reopens ', 'By A. B.'), 'Port reopens')).toBe(4);
  });

  it('is otherwise the first line, if it is short and a blank line follows', () => {
    expect(titleLine(textOf('Port reopens', '', 'The northern port …'), 'port-2024.txt')).toBe(1);
    expect(titleLine(textOf('Port reopens', 'The northern port …', ''), 'port-2024.txt')).toBe(0);
    expect(titleLine(textOf('x'.repeat(400), '', 'Text'), '')).toBe(0);
    expect(titleLine(textOf('———', '', 'Text'), '')).toBe(0);
    expect(titleLine(textOf(''), '')).toBe(0);
  });
});

describe('the direction of a line', () => {
  it('is that of its first letter, whatever marks and digits come before', () => {
    expect(lineDirection('12. “الميناء” reopened')).toBe('rtl');
    expect(lineDirection('12. Port الميناء')).toBe('ltr');
    expect(lineDirection('נמל')).toBe('rtl');
    expect(lineDirection('12 – 14')).toBeNull();
    expect(lineDirection('')).toBeNull();
  });
});
