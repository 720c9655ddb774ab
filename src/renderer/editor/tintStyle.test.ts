import { describe, expect, it } from 'vitest';
import { coatsKey, tintStyle } from './tintStyle.ts';
import type { Coat, Line } from './tintStyle.ts';

const coat = (hue: number, more: Partial<Coat> = {}): Coat => ({ hue, pattern: 'plain', light: 'usual', ...more });
const line = (more: Partial<Line> = {}): Line => ({ light: 'usual', isDouble: false, ...more });
const count = (style: string, word: string): number => style.split(word).length - 1;

describe('the tint of a passage', () => {
  it('has one rule and one tint for each coding', () => {
    const style = tintStyle([coat(1), coat(5)]);
    for (const name of ['var(--hue-1)', 'var(--hue-5)', 'var(--tint-1)', 'var(--tint-5)'])
      expect(style).toContain(name);
  });

  it('shows at most three codings, the innermost, at different heights', () => {
    const style = tintStyle([coat(1), coat(2), coat(3), coat(4)]);
    expect(style).not.toContain('-1)');
    expect(count(style, 'border-bottom')).toBe(1);
    expect(count(style, 'text-underline-offset')).toBe(1);
    expect(count(style, 'calc(100% - ')).toBe(1);
    expect(style.indexOf('--hue-2')).toBeLessThan(style.indexOf('--hue-3'));
  });

  it('always shows the lit coding, and lays its tint on twice', () => {
    const style = tintStyle([
      coat(1, { light: 'lit' }),
      coat(2, { light: 'dim' }),
      coat(3, { light: 'dim' }),
      coat(4, { light: 'dim' }),
    ]);
    expect(count(style, 'var(--tint-1)')).toBe(2);
    expect(style).not.toContain('--tint-2');
  });

  it('paints one coding, and two over each other, without a gradient', () => {
    expect(tintStyle([coat(1)])).toBe('border-bottom:1.5px solid var(--hue-1);background:var(--tint-1)');
    expect(tintStyle([coat(1, { pattern: 'striped' }), coat(2)])).not.toContain('gradient');
  });

  it('tells a striped code from a plain one of the same hue', () => {
    expect(tintStyle([coat(1, { pattern: 'striped' })])).toContain('dashed');
    expect(tintStyle([coat(1, { pattern: 'striped', light: 'lit' })])).toContain('repeating-linear-gradient(135deg');
    expect(tintStyle([coat(1)])).not.toMatch(/dashed|repeating/u);
  });

  it('has a rule for each of the codings that are one coat, and one tint', () => {
    const lines = [line(), line()];
    const style = tintStyle([coat(1, { lines })]);
    expect(count(style, 'var(--hue-1)')).toBe(2);
    expect(style).toContain('background:var(--tint-1)');
    // A coat has further rules only where the others leave room.
    expect(count(tintStyle([coat(1, { lines: [...lines, ...lines] })]), 'var(--hue-1)')).toBeGreaterThanOrEqual(3);
    const crowded = tintStyle([coat(1, { lines }), coat(2), coat(3)]);
    for (const hue of [1, 2, 3]) expect(crowded).toContain(`var(--hue-${hue})`);
    expect(count(crowded, '1.5px')).toBe(3);
  });

  it('shows the lit one of several rules in any case', () => {
    const lines = [line({ light: 'lit' }), line({ light: 'dim' }), line({ light: 'dim' })];
    expect(tintStyle([coat(1, { light: 'lit', lines }), coat(2, { light: 'dim' })])).toContain(
      '2px solid var(--hue-1)',
    );
  });

  it('has double rules at every height for the agreed version', () => {
    const double = (hue: number): Coat => coat(hue, { lines: [line({ isDouble: true })] });
    const style = tintStyle([double(1), double(2), double(3)]);
    expect(style).toContain('border-bottom:3px double var(--hue-1)');
    expect(style).toContain('underline double var(--hue-2)');
    expect(style).toContain('linear-gradient(var(--hue-3) 1px,transparent 1px 2px,var(--hue-3) 2px)');
  });

  it('never lays more on the text than three tints, or two and a lit one', () => {
    const many = Array.from({ length: 9 }, (_, at) => coat(at + 1, { lines: [line(), line()] }));
    expect(count(tintStyle(many), 'var(--tint-')).toBe(3);
    const lit = many.map((one, at): Coat => ({ ...one, light: at === 0 ? 'lit' : 'dim' }));
    expect(count(tintStyle(lit), 'var(--tint-')).toBe(4);
  });

  it('has the same key exactly when it has the same style', () => {
    const some = [
      [coat(1)],
      [coat(1, { light: 'dim' })],
      [coat(1, { pattern: 'striped' })],
      [coat(1), coat(2)],
      [coat(2), coat(1)],
      [coat(9), coat(1), coat(2), coat(3)],
      [coat(8), coat(1), coat(2), coat(3)],
      [coat(1, { lines: [line(), line()] })],
      [coat(1, { lines: [line({ isDouble: true })] })],
      [coat(1, { lines: [line(), line({ isDouble: true })] })],
    ];
    for (const a of some) for (const b of some) expect(coatsKey(a) === coatsKey(b)).toBe(tintStyle(a) === tintStyle(b));
  });
});
