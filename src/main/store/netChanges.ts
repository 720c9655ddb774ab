import type { Database } from 'better-sqlite3';
import { columnsOf, imageOf } from './columns.ts';
import { prepare } from './statements.ts';

export type Direction = 'undo' | 'redo';

/** An act that is to be taken back or brought back: its row changes are `first` to `last`. */
export type ReplayedAct = { direction: Direction; seq: number; label: string; first: number; last: number };

/** A row's values by column, as an image of the journal has them: bytes are hexadecimal text. */
export type Image = Record<string, string | number | null>;

/** Which images of a row are the one before a replay and the one after it. */
export const sides = {
  undo: { was: 'after', becomes: 'before', wasId: 'max(id)', becomesId: 'min(id)' },
  redo: { was: 'before', becomes: 'after', wasId: 'min(id)', becomesId: 'max(id)' },
} as const;

/** What a replay makes of one row, all its changes taken together. */
export type NetChange = { pk: Uint8Array; was: Image | null; becomes: Image | null };

const parse = (image: string | null): Image | null => (image === null ? null : (JSON.parse(image) as Image)); // our own

/** What a replay makes of a table's rows. Read one by one: an act can have a million. */
export function* netChanges(
  db: Database,
  { direction, first, last }: Pick<ReplayedAct, 'direction' | 'first' | 'last'>,
  table: string,
): Generator<NetChange> {
  const { was, becomes, wasId, becomesId } = sides[direction];
  const rows = prepare<{ pk: Uint8Array; was: string | null; becomes: string | null }>(
    db,
    `SELECT part.pk, was.${was} AS was, becomes.${becomes} AS becomes
     FROM (SELECT pk, ${wasId} AS was, ${becomesId} AS becomes FROM journal_change
           WHERE id BETWEEN ? AND ? AND record = ? GROUP BY pk) AS part
     JOIN journal_change AS was ON was.id = part.was JOIN journal_change AS becomes ON becomes.id = part.becomes`,
  );
  for (const row of rows.iterate(first, last, table)) {
    yield { pk: row.pk, was: parse(row.was), becomes: parse(row.becomes) };
  }
}

/** The tables whose rows an act changed. */
export function tablesOf(db: Database, { first, last }: Pick<ReplayedAct, 'first' | 'last'>): string[] {
  return prepare<{ record: string }>(db, 'SELECT record FROM journal_change WHERE id BETWEEN ? AND ? GROUP BY record')
    .all(first, last)
    .map(({ record }) => record);
}

/** The key of a row that is not as the act left it (or, for redo, found it); undefined: all are. */
export function wrongRow(db: Database, act: ReplayedAct): Uint8Array | undefined {
  const { was, wasId } = sides[act.direction];
  for (const table of tablesOf(db, act)) {
    const rows = prepare<{ pk: Uint8Array; wanted: string | null; found: string | null }>(
      db,
      `SELECT pk, wanted, found FROM (
         SELECT part.pk AS pk, change.${was} AS wanted,
           iif(present.id IS NULL, NULL, ${imageOf(columnsOf(db, table), 'present')}) AS found
         FROM (SELECT pk, ${wasId} AS id FROM journal_change WHERE id BETWEEN ? AND ? AND record = ? GROUP BY pk) AS part
         JOIN journal_change AS change ON change.id = part.id LEFT JOIN main."${table}" AS present ON present.id = part.pk)
       WHERE wanted IS NOT found`,
    ).iterate(act.first, act.last, table);
    for (const { pk, wanted, found } of rows) if (!isSame(parse(wanted), parse(found))) return pk;
  }
  return undefined;
}

/** A column that came with a later version of the file is not in an older image. */
function isSame(wanted: Image | null, found: Image | null): boolean {
  if (!wanted || !found) return wanted === found;
  return Object.entries(wanted).every(([name, value]) => found[name] === value);
}
