import type { LineEnds } from './importer.ts';

/**
 * Makes CRLF and lone CR to LF and says what was there. Other separators (U+2028, U+2029, U+0085, form feed, vertical
 * tab) stay, because the reader does not break lines at them.
 */
export function withLineFeeds(text: string): { text: string; lineEnds: LineEnds } {
  if (!text.includes('\r')) return { text, lineEnds: text.includes('\n') ? 'lf' : 'none' };
  let pairs = 0;
  let lone = 0;
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) === 10) pairs += 1;
    else lone += 1;
  }
  const normalised = text.replace(/\r\n?/g, '\n');
  const feeds = countOf(normalised, '\n') - pairs - lone;
  const kinds = [pairs, lone, feeds].filter((count) => count > 0).length;
  const lineEnds: LineEnds = kinds > 1 ? 'mixed' : pairs > 0 ? 'crlf' : 'cr';
  return { text: normalised, lineEnds };
}

/** The line, counted from 1, on which the UTF-16 offset lies in a text with LF line ends. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** How often `part` occurs in `text`, without overlaps. */
export function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}
