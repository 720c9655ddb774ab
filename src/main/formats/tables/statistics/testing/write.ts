import { writeFileSync } from 'node:fs';
import type { Row, TableFile, TableOptions, Variable, Warning } from '../dataset.ts';
import { measureTable } from '../measure.ts';
import type { TableFacts } from '../measure.ts';

type Prepare = (variables: readonly Variable[], facts: TableFacts, options: TableOptions) => TableFile;

export type Written = { bytes: Uint8Array; warnings: Warning[]; file: TableFile };

export const created = '2024-03-05T10:20:30Z';

/** A variable with what most of them have. */
export function variable(name: string, changes: Partial<Variable> = {}): Variable {
  return { name, label: '', kind: 'number', level: 'scale', valueLabels: [], missing: [], ...changes };
}

/** Rows in batches of seven, so that every table of a test has several. */
export function* inBatches(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += 7) yield rows.slice(at, at + 7);
}

/** Measures and writes a table; `path` is where the file is put, if anywhere. */
export async function writeTable(
  prepare: Prepare,
  variables: readonly Variable[],
  rows: readonly Row[],
  path?: string,
  options: Partial<TableOptions> = {},
): Promise<Written> {
  const warnings: Warning[] = [];
  const facts = await measureTable(variables, inBatches(rows));
  const warn = (warning: Warning): void => void warnings.push(warning);
  const file = prepare(variables, facts, { created, label: '', documents: [], warn, ...options });
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.write(() => inBatches(rows))) chunks.push(chunk.slice());
  const bytes = Buffer.concat(chunks);
  if (path !== undefined) writeFileSync(path, bytes);
  return { bytes, warnings, file };
}
