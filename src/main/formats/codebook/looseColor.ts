/** The sixteen colour names of HTML 4, and orange, as other programs write them. */
const named: Readonly<Record<string, string>> = {
  black: '#000000',
  silver: '#c0c0c0',
  gray: '#808080',
  grey: '#808080',
  white: '#ffffff',
  maroon: '#800000',
  red: '#ff0000',
  purple: '#800080',
  fuchsia: '#ff00ff',
  magenta: '#ff00ff',
  green: '#008000',
  lime: '#00ff00',
  olive: '#808000',
  yellow: '#ffff00',
  navy: '#000080',
  blue: '#0000ff',
  teal: '#008080',
  aqua: '#00ffff',
  cyan: '#00ffff',
  orange: '#ffa500',
};

/** A colour as other programs write it (`rgb(…)`, with an alpha value, without `#`, by name) as `#rrggbb`; null: none. */
export function looseColor(written: string): string | null {
  const color = written.trim().toLowerCase();
  const name = Object.hasOwn(named, color) ? named[color] : undefined;
  if (name !== undefined) return name;
  const long = /^#?([0-9a-f]{6})(?:[0-9a-f]{2})?$/u.exec(color)?.[1];
  if (long !== undefined) return `#${long}`;
  const short = /^#([0-9a-f]{3})[0-9a-f]?$/u.exec(color)?.[1];
  if (short !== undefined) return `#${short}`;
  const parts = /^rgba?\(\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*(?:[,/]\s*[\d.]+%?\s*)?\)$/u.exec(
    color,
  );
  const channels = parts?.slice(1).map(Number);
  if (!channels || channels.some((channel) => channel > 255)) return null;
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
