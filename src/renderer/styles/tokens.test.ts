import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Linear = readonly [number, number, number];
type Colour = { light: Linear; alpha: number };

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** OKLCH to linear sRGB: Björn Ottosson, "A perceptual color space for image processing" (2020). */
function fromOklch(lightness: number, chroma: number, hue: number): Linear {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const toLinear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const toEncoded = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

function parse(value: string): Colour {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(value);
  if (hex) {
    const [red, green, blue] = hex.slice(1).map((part) => toLinear(parseInt(part, 16) / 255));
    return { light: [red ?? 0, green ?? 0, blue ?? 0], alpha: 1 };
  }
  const oklch = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)$/.exec(value);
  if (!oklch) throw new Error(`not a colour of the tokens: ${value}`);
  return { light: fromOklch(Number(oklch[1]), Number(oklch[2]), Number(oklch[3])), alpha: Number(oklch[4] ?? 1) };
}

function theme(name: 'light' | 'dark'): (token: string) => Colour {
  const block = css.split(`[data-theme='${name}'] {`)[1]?.split('}')[0] ?? '';
  return (token) => {
    const found = new RegExp(`--${token}: ([^;]+);`).exec(block)?.[1];
    if (found === undefined) throw new Error(`no token ${token} in the ${name} theme`);
    return parse(found);
  };
}

/** Lays a translucent colour over an opaque one, in encoded sRGB as browsers do. */
function over(top: Colour, ground: Colour): Colour {
  const mixed = top.light.map((part, index) =>
    toLinear(toEncoded(part) * top.alpha + toEncoded(ground.light[index] ?? 0) * (1 - top.alpha)),
  );
  return { light: [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0], alpha: 1 };
}

const luminance = ({ light: [red, green, blue] }: Colour): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** Contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (lighter + 0.05) / (darker + 0.05);
}

const hues = Array.from({ length: 12 }, (_, index) => index + 1);

describe.each(['light', 'dark'] as const)('the %s theme', (name) => {
  const token = theme(name);

  it.each(['paper', 'surface', 'raised', 'accent-ground'])('keeps all its text readable on %s (4.5 : 1)', (ground) => {
    for (const text of ['ink', 'soft', 'faint', 'accent', 'danger'])
      expect(contrast(token(text), token(ground)), text).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps text on the accent readable', () => {
    expect(contrast(token('accent-ink'), token('accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token('accent-ink'), token('accent-hover'))).toBeGreaterThanOrEqual(4.5);
  });

  it('draws the edges of fields and boxes with at least 3 : 1', () => {
    for (const ground of ['paper', 'surface', 'raised'])
      expect(contrast(token('line-strong'), token(ground)), ground).toBeGreaterThanOrEqual(3);
  });

  it('gives every code a hue that reads as text on paper', () => {
    for (const hue of hues)
      expect(contrast(token(`hue-${hue}`), token('paper')), `hue ${hue}`).toBeGreaterThanOrEqual(4.5);
  });

  it('has hues that a screen can show without clipping', () => {
    for (const hue of hues)
      for (const part of token(`hue-${hue}`).light) {
        expect(part, `hue ${hue}`).toBeGreaterThanOrEqual(-0.002);
        expect(part, `hue ${hue}`).toBeLessThanOrEqual(1.002);
      }
  });

  it('keeps the article readable under one tint (7 : 1), under three, and under the selection (4.5 : 1)', () => {
    for (const hue of hues) {
      const tint = token(`tint-${hue}`);
      const once = over(tint, token('paper'));
      expect(contrast(token('ink'), once), `tint ${hue}`).toBeGreaterThanOrEqual(7);
      expect(contrast(token('ink'), over(tint, over(tint, once))), `tint ${hue}, three`).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(token('ink'), token('selection'))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('The page', () => {
  it('takes its own styles before any component brings others: of rules that are as strong the last one counts', () => {
    const page = readFileSync(new URL('../main.tsx', import.meta.url), 'utf8');
    const [first] = page.match(/^import .*$/mu) ?? [];
    expect(first).toBe("import './styles/base.css';");
  });
});
