import { exclusiveSetSchema } from '../../../shared/model/codebook.ts';
import type { ExclusiveSet } from '../../../shared/model/codebook.ts';
import { digitSchema, hueSchema, patternSchema } from '../../../shared/model/records.ts';
import { signFault } from '../../../shared/text/signs.ts';
import type { Pattern } from './entry.ts';
import { EntryFault } from './faults.ts';
import { nearestHue } from './hues.ts';

/** A colour as a table writes it: a place in the palette, or #rrggbb. '' and greys leave the choice to Galley. */
export function readColor(cell: string): number | undefined {
  if (cell === '') return undefined;
  if (cell.startsWith('#')) return nearestHue(cell) ?? undefined;
  const hue = hueSchema.safeParse(/^\d+$/u.test(cell) ? Number(cell) : Number.NaN);
  if (hue.success) return hue.data;
  throw new EntryFault(`“${cell}” is not a colour; write 1 to 12 (a place in the palette) or #rrggbb`);
}

export function readPattern(cell: string): Pattern | undefined {
  return cell === '' ? undefined : readWord(patternSchema.options, cell, 'pattern');
}

/** What a set of mutually exclusive codes does; '' leaves it open. */
export function readRule(cell: string): ExclusiveSet['rule'] | undefined {
  return cell === '' ? undefined : readWord(exclusiveSetSchema.shape.rule.options, cell, 'rule');
}

/** One of the words, in any case. */
export function readWord<Word extends string>(words: readonly Word[], cell: string, what: string): Word {
  const found = words.find((word) => word === cell.toLowerCase());
  if (found !== undefined) return found;
  const article = /^[aeio]/u.test(what) ? 'an' : 'a';
  throw new EntryFault(`“${cell}” is not ${article} ${what}; write ${listed(words)}`);
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** The digit that applies a code; '' says that it has none. */
export function readKey(cell: string): string | null {
  if (cell === '') return null;
  const key = digitSchema.safeParse(cell);
  if (key.success) return key.data;
  throw new EntryFault(`“${cell}” is not a key; write one digit, 0 to 9`);
}

/** Yes or no; '' is no. */
export function readYes(cell: string): boolean {
  const word = cell.toLowerCase();
  if (['yes', 'true', '1'].includes(word)) return true;
  if (['no', 'false', '0', ''].includes(word)) return false;
  throw new EntryFault(`“${cell}” is neither yes nor no`);
}

/** Most characters a definition, a rule, an example or a help text may have. */
export const longestText = 20_000;

/** A text with LF line ends. */
export function readText(what: string, cell: string): string {
  const text = cell.replace(/\r\n?/gu, '\n');
  const fault = signFault(text);
  if (fault !== null) throw new EntryFault(`the ${what} ${fault}`);
  if (text.length <= longestText) return text;
  throw new EntryFault(`the ${what} has ${text.length} characters; at most ${longestText} are kept`);
}

/** An object with the key, or none where there is no value. */
export function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>); // a computed key widens to string
}
