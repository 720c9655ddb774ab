import { z } from 'zod';
import { packageTableNames } from '../../../../shared/model/packageRows.ts';
import type { PackageTable } from '../../../../shared/model/packageRows.ts';
import { recordTables, tableOf } from '../../../../shared/model/recordTables.ts';
import { nameSchema } from '../../../../shared/model/records.ts';

/** The first version that says of each coding what stands around it. */
export const surroundingsVersion = 2;

/** The first version of packages that have the file of a table. */
export function sinceOf(table: PackageTable): number {
  return tableOf(table).packagedSince ?? 1;
}

/** The version of the package format that this program writes, and the newest that it reads. */
export const packageVersion = Math.max(surroundingsVersion, ...packageTableNames.map(sinceOf));

/** What becomes of what people wrote (memos, examples, answers in words). */
export const freeTextSchema = z.enum(['clean', 'keep', 'drop']);
export type FreeText = z.output<typeof freeTextSchema>;

export const manifestSchema = z.object({
  format: z.literal('galley-package'),
  version: z.number().int().min(1),
  program: z.string().max(200),
  project: z.object({ name: nameSchema }),
  /** Longest quotation in characters (code points); 0: none. */
  quote: z.number().int().min(0),
  freeText: freeTextSchema,
  /** Every data file with the number of its lines and the SHA-256 of its bytes. */
  files: z.array(
    z.object({
      name: z.string(),
      records: z.number().int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    }),
  ),
});
export type Manifest = z.output<typeof manifestSchema>;

/** The file that holds a table's records, one JSON object a line. */
export function fileOf(table: PackageTable): string {
  return `${recordTables[table].packaged}.jsonl`;
}

/** Every name that a package may have; anything else in it is passed over. */
export const packageFileNames: readonly string[] = [
  'README.txt',
  'manifest.json',
  'codebook.json',
  ...packageTableNames.map(fileOf),
];
