/**
 * The window's twelve code hues as print colours: sRGB of `oklch(0.52 0.105 H)`, the light theme's tokens, by the matrices
 * of CSS Color 4. Index 0 is hue 1.
 */
const colours = [
  '#9c4f46', '#886108', '#625fa3', '#257b51', '#04729b', '#8e5080',
  '#975627', '#716c11', '#4169a5', '#527531', '#7b5696', '#994d64',
] as const; // prettier-ignore

/** The colour of a hue, 1 to 12, as `#rrggbb`; grey for any other number. */
export function hueColour(hue: number): string {
  return colours[hue - 1] ?? '#888888';
}
