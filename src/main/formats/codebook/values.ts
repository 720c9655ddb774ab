import { digitSchema, hueSchema, patternSchema } from '../../../shared/model/records.ts';
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
  if (cell === '') return undefined;
  const pattern = patternSchema.safeParse(cell.toLowerCase());
  if (pattern.success) return pattern.data;
  throw new EntryFault(`“${cell}” is not a pattern; write ${patternSchema.options.join(' or ')}`);
}

/** The digit that applies a code; '' says that it has none. */
export function readKey(cell: string): string | null {
  if (cell === '') return null;
  const key = digitSchema.safeParse(cell);
  if (key.success) return key.data;
  throw new EntryFault(`“${cell}” is not a key; write one digit, 0 to 9`);
}

/** Most characters a definition may have. */
const longestDefinition = 20_000;

/** A definition with LF line ends. */
export function readDefinition(cell: string): string {
  const definition = cell.replace(/\r\n?/gu, '\n');
  if (definition.length <= longestDefinition) return definition;
  throw new EntryFault(`the definition has ${definition.length} characters; at most ${longestDefinition} are kept`);
}
