import { once } from '../once.ts';

/** The locale of the interface: numbers, dates and sizes are written by it. */
export const locale = 'en-GB';

const whole = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const oneDecimal = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
const things = once(() => new Intl.ListFormat(locale, { type: 'unit', style: 'short' }));
const day = once(() => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }));
const clock = once(() => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }));
const dayMonth = once(() => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }));
const dayMonthYear = once(
  () =>
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
);

/** `1,860`. Most numbers are small, and the first one that `Intl` writes takes it 10 ms. */
export function number(value: number): string {
  return Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : whole().format(value);
}

/** A figure with three decimals, as papers print it: `.743`, `1.000`, `−.050`. */
export function figure(value: number): string {
  const text = Math.abs(value).toFixed(3);
  return (value < 0 && Number(text) !== 0 ? '−' : '') + (text.startsWith('0') ? text.slice(1) : text);
}

/** The two ends of an interval: `[.417, 1.000]`. */
export function interval(low: number, high: number): string {
  return `[${figure(low)}, ${figure(high)}]`;
}

/** A tenth or a whole number other than 0, as short as it can be: `−.2`, `−1`. */
export function tenth(value: number): string {
  const text = Math.abs(value).toFixed(1).replace(/^0/u, '').replace(/\.0$/u, '');
  return (value < 0 ? '−' : '') + text;
}

/** A share (0 .. 1) as `34 %`. */
export function percent(share: number): string {
  return `${number(share * 100)} %`;
}

/** `1 article`, `1,860 articles`. */
export function count(value: number, one: string, many: string): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** `a, b, c`: things side by side, without an “and”. */
export function series(items: readonly string[]): string {
  return things().format(items);
}

/** `Colour: blue`. */
export function labelled(label: string, value: string): string {
  return `${label}: ${value}`;
}

/** Bytes as `812 bytes`, `4.2 kB`, `1.3 MB` (thousands, as file managers show). */
export function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte', 'bytes');
  if (bytes < 1e6) return `${oneDecimal().format(bytes / 1e3)} kB`;
  if (bytes < 1e9) return `${oneDecimal().format(bytes / 1e6)} MB`;
  return `${oneDecimal().format(bytes / 1e9)} GB`;
}

/** Milliseconds left as `12 s left`, `3 min left`, `2 h left`. */
export function timeLeft(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s left`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min left` : `${Math.round(minutes / 60)} h left`;
}

/** A moment (milliseconds since 1970 UTC) as `14:05` when it was on the day of `now`, else `12 Mar 2024, 14:05`. */
export function momentSeen(at: number, now: number): string {
  const time = clock().format(at);
  return day().format(at) === day().format(now) ? time : `${day().format(at)}, ${time}`;
}

/** A moment with its day, also when that is today: `12 Mar 2024, 14:05`. */
export function dayAndTime(at: number): string {
  return `${day().format(at)}, ${clock().format(at)}`;
}

/** A moment's day, `12 Mar 2024`. */
export function dayOf(at: number): string {
  return day().format(at);
}

/**
 * An article's date as it is known. ISO dates are written out (`14 Mar`, or `14 March 2024` in full); whatever else a
 * source says is shown as it stands.
 */
export function articleDate(date: string, form: 'short' | 'long'): string {
  const known = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(date);
  if (!known) return date;
  const at = Date.UTC(Number(known[1]), Number(known[2]) - 1, Number(known[3]));
  return (form === 'short' ? dayMonth() : dayMonthYear()).format(at);
}

/** The first letters of up to two names, for a coder's chip. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => word !== '');
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [words[0], last].map(firstLetter).join('').toLocaleUpperCase();
}

const letters = once(() => new Intl.Segmenter(locale, { granularity: 'grapheme' }));

function firstLetter(word: string | undefined): string {
  for (const { segment } of letters().segment(word ?? '')) return segment;
  return '';
}

/** An encoding's usual name for its WHATWG label: `UTF-8`, `Windows-1252`, `Shift JIS`. */
export function encodingName(label: string): string {
  if (label.startsWith('windows-')) return `W${label.slice(1)}`;
  return label.toUpperCase().replace('SHIFT_JIS', 'Shift JIS');
}
