import type { ChoiceName, TextName } from '#words/core/codebookFiles.ts';
import { exclusiveSetSchema } from '../../../shared/model/codebook.ts';
import type { ExclusiveSet } from '../../../shared/model/codebook.ts';
import { digitSchema, hueSchema, patternSchema } from '../../../shared/model/records.ts';
import { signFault } from '../../../shared/text/signs.ts';
import { said } from '../../../shared/words/message.ts';
import type { Pattern } from './entry.ts';
import { EntryFault } from './faults.ts';
import { nearestHue } from './hues.ts';

/** A colour as a table writes it: a place in the palette, or #rrggbb. '' and greys leave the choice to Galley. */
export function readColor(cell: string): number | undefined {
  if (cell === '') return undefined;
  if (/^#(?:[0-9a-f]{3}){1,2}$/iu.test(cell)) return nearestHue(cell) ?? undefined;
  const hue = hueSchema.safeParse(/^\d+$/u.test(cell) ? Number(cell) : Number.NaN);
  if (hue.success) return hue.data;
  throw new EntryFault(said('codebookFiles.notAColor', { cell }));
}

export function readPattern(cell: string): Pattern | undefined {
  return cell === '' ? undefined : readWord(patternSchema.options, cell, 'pattern');
}

/** What a set of mutually exclusive codes does; '' leaves it open. */
export function readRule(cell: string): ExclusiveSet['rule'] | undefined {
  return cell === '' ? undefined : readWord(exclusiveSetSchema.shape.rule.options, cell, 'rule');
}

/** One of the words, in any case. */
export function readWord<Word extends string>(words: readonly Word[], cell: string, what: ChoiceName): Word {
  const found = words.find((word) => word === cell.toLowerCase());
  if (found !== undefined) return found;
  throw new EntryFault(said('codebookFiles.notAChoiceOf', { cell, what, words }));
}

/** The digit that applies a code; '' says that it has none. */
export function readKey(cell: string): string | null {
  if (cell === '') return null;
  const key = digitSchema.safeParse(cell);
  if (key.success) return key.data;
  throw new EntryFault(said('codebookFiles.notAKey', { cell }));
}

/** Yes or no; '' is no. */
export function readYes(cell: string): boolean {
  const word = cell.toLowerCase();
  if (['yes', 'true', '1'].includes(word)) return true;
  if (['no', 'false', '0', ''].includes(word)) return false;
  throw new EntryFault(said('codebookFiles.notYesOrNo', { cell }));
}

/** Most characters a definition, a rule, an example or a help text may have. */
export const longestText = 20_000;

/** A text with LF line ends. */
export function readText(what: TextName, cell: string): string {
  const text = cell.replace(/\r\n?/gu, '\n');
  const fault = signFault(text);
  if (fault !== null) throw new EntryFault(said('codebookFiles.badText', { what, fault }));
  if (text.length <= longestText) return text;
  throw new EntryFault(said('codebookFiles.textTooLong', { what, characters: text.length, most: longestText }));
}

/** An object with the key, or none where there is no value. */
export function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>); // a computed key widens to string
}
