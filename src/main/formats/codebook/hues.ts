/** Hue angles of the palette in OKLCH, in degrees; the first is hue 1. The window's colours are made of the same. */
export const hueAngles = [28, 80, 284, 158, 232, 336, 54, 106, 258, 132, 310, 2] as const;

/** Chroma below which a colour counts as grey: its hue angle is then only noise. */
const leastChroma = 0.02;

/**
 * The number of the palette's hue that is nearest in angle to a colour `#rrggbb` or `#rgb`, or null for a grey, which
 * has no hue. Throws RangeError for anything else. sRGB to OKLab after Björn Ottosson, "A perceptual color space for
 * image processing" (2020).
 */
export function nearestHue(color: string): number | null {
  const { a, b } = toOklab(parseHex(color));
  if (Math.hypot(a, b) < leastChroma) return null;
  const angle = (Math.atan2(b, a) * 180) / Math.PI;
  const distances = hueAngles.map((hue) => angularDistance(hue, angle));
  return distances.indexOf(Math.min(...distances)) + 1;
}

function angularDistance(one: number, other: number): number {
  const turn = Math.abs(one - other) % 360;
  return Math.min(turn, 360 - turn);
}

function parseHex(color: string): [number, number, number] {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/iu.exec(color);
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(color);
  const parts = short ? short.slice(1).map((digit) => digit + digit) : long?.slice(1);
  const [red, green, blue] = (parts ?? []).map((part) => Number.parseInt(part, 16) / 255);
  if (red === undefined || green === undefined || blue === undefined) {
    throw new RangeError(`“${color}” is not a colour`);
  }
  return [red, green, blue];
}

function toOklab(color: [number, number, number]): { a: number; b: number } {
  const [red, green, blue] = color.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  const [r, g, u] = [red ?? 0, green ?? 0, blue ?? 0];
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * u);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * u);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * u);
  return {
    a: 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    b: 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  };
}

/** Lightness and chroma of the palette in the light theme; the window's colours are made of the same. */
export const hueTone = { lightness: 0.52, chroma: 0.105 } as const;

/**
 * The palette's colour as `#rrggbb`, for files and for paper; `nearestHue` gives the number back. OKLab to sRGB after
 * Björn Ottosson (2020). Throws RangeError for what is no place in the palette.
 */
export function hueColor(hue: number): string {
  const angle = hueAngles[hue - 1];
  if (angle === undefined) throw new RangeError(`${hue} is not a place in the palette`);
  const a = hueTone.chroma * Math.cos((angle * Math.PI) / 180);
  const b = hueTone.chroma * Math.sin((angle * Math.PI) / 180);
  const long = (hueTone.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (hueTone.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (hueTone.lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
  return `#${linear.map(toHex).join('')}`;
}

function toHex(linear: number): string {
  const part = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, part)) * 255)
    .toString(16)
    .padStart(2, '0');
}
