import { z } from 'zod';
import { AppError } from '../../../shared/api/errors.ts';
import { digitSchema, hueSchema, patternSchema } from '../../../shared/model/records.ts';
import { joinPath, parsePath } from './entry.ts';
import type { CodebookEntry } from './entry.ts';
import { checkTogether, EntryFault, FaultList } from './faults.ts';
import type { PlacedEntry } from './faults.ts';
import { readDefinition } from './values.ts';

const fileSchema = z.object({ galley: z.literal('codebook'), version: z.number(), codes: z.array(z.unknown()) });

const codeSchema = z.strictObject({
  path: z.string().min(1),
  definition: z.string().optional(),
  hue: hueSchema.optional(),
  pattern: patternSchema.optional(),
  key: digitSchema.nullable().optional(),
});

/** Writes codes as `{ "galley": "codebook", "version": 1, "codes": [{path, definition, hue, pattern, key}] }`. */
export function writeCodebookJson(entries: readonly CodebookEntry[]): string {
  const codes = entries.map((entry) => ({
    path: joinPath(entry.path),
    definition: entry.definition ?? '',
    hue: entry.hue,
    pattern: entry.pattern,
    key: entry.key ?? null,
  }));
  return `${JSON.stringify({ galley: 'codebook', version: 1, codes }, null, 2)}\n`;
}

/** Reads what `writeCodebookJson` writes. Throws AppError `file-damaged` naming the code, counted from 1. */
export function readCodebookJson(text: string): CodebookEntry[] {
  const file = fileSchema.safeParse(parse(text));
  if (!file.success)
    throw damaged('this is not a Galley codebook ({ "galley": "codebook", "version": 1, "codes": [ … ] })');
  if (file.data.version !== 1) {
    throw damaged(`version ${file.data.version} of the codebook format is not known here; a newer Galley reads it`);
  }
  const faults = new FaultList();
  const placed: PlacedEntry[] = [];
  file.data.codes.forEach((code, index) => {
    const place = `code ${index + 1}`;
    const entry = faults.collect(place, () => readEntry(code));
    if (entry) placed.push({ place, entry });
  });
  checkTogether(placed, faults);
  faults.throwIfAny();
  return placed.map(({ entry }) => entry);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw damaged(`not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function damaged(reason: string): AppError {
  return new AppError('file-damaged', `${reason}. Nothing was changed.`);
}

function readEntry(code: unknown): CodebookEntry {
  const parsed = codeSchema.safeParse(code);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const key = issue?.path.join('.') ?? '';
    throw new EntryFault(`${key === '' ? '' : `${key}: `}${issue?.message ?? 'not a code'}`);
  }
  const { path, definition, ...rest } = parsed.data;
  return {
    path: parsePath(path),
    ...(definition === undefined ? {} : { definition: readDefinition(definition) }),
    ...rest,
  };
}
