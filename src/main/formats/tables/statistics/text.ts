import { tablesWords as words } from '#words/core/tables.ts';
import { countShort } from './utf8.ts';

/** U+FFFD in UTF-8 takes 3 bytes. */
const replacement = '\uFFFD';

/**
 * The bytes of UTF-8 that a text takes in a file: NUL characters (which end a text for the programs that read it) and
 * halves of surrogate pairs count as U+FFFD, by which they are replaced.
 */
export function writtenBytes(text: string): number {
  const bytes = countShort(text);
  return bytes === -1 ? Buffer.byteLength(writable(text)) : bytes;
}

/** The text with U+FFFD for each NUL. Halves of surrogate pairs are replaced by the UTF-8 encoder. */
export function writable(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', replacement) : text;
}

/** What of the text UTF-8 or the programs cannot hold, in words; `undefined` when they hold all of it. */
export function unwritable(text: string): string | undefined {
  if (text.includes('\0')) return words.nulCharacter;
  if (!text.isWellFormed()) return words.halfCharacter;
  return undefined;
}

/** The longest beginning of whole characters that takes at most so many bytes of UTF-8. */
export function cutBytes(text: string, most: number): string {
  if (text.length * 3 <= most || Buffer.byteLength(text) <= most) return text;
  const room = Buffer.alloc(most);
  return room.toString('utf8', 0, room.write(text));
}

/** The longest beginning of at most so many code points. */
export function cutCharacters(text: string, most: number): string {
  if (text.length <= most) return text;
  return Array.from(text).slice(0, most).join('');
}

/** One line: line ends and other runs of blanks become one blank. */
export function oneLine(text: string): string {
  return writable(text).replace(/\s+/gu, ' ').trim();
}
