import type { Database } from 'better-sqlite3';
import { verifyingWords as words } from '#words/core/verifying.ts';
import { records } from '#words/lists.ts';
import type { Problem } from '../../shared/api/project.ts';
import { imageOf } from './columns.ts';
import { journaledTables } from './rowChange.ts';
import type { JournaledTable } from './rowChange.ts';
import { createRecordStates, parseImage } from './recordStates.ts';
import type { RecordStates } from './recordStates.ts';
import { prepare } from './statements.ts';
import type { CheckContext } from './verify.ts';

const mostListed = 1000;

/**
 * Every record against the journal: what all acts that are in force have made of it. It is the journal, whose entries are
 * chained by hashes, that says how a record should be, so records need no hashes of their own.
 */
export function verifyRecords(db: Database, context: CheckContext): Problem[] {
  const problems: Problem[] = [];
  const states = createRecordStates(db);
  states.read(
    () => context.checkpoint(),
    (seq, record) => {
      if (problems.length >= mostListed) return;
      problems.push({ kind: 'journal', document: '', message: words.changedOtherState({ seq, record }) });
    },
  );
  const names = documentNames(db);
  journaledTables.forEach((table, index) => {
    context.progress(index, journaledTables.length);
    problems.push(...verifyTable(db, table, states, names, context));
  });
  for (const { record, pk } of states.rest().slice(0, mostListed)) {
    const table = journaledTables.find((name) => name === record);
    const document = table ? documentOf(table, states.image(record, pk)?.toString(), names) : '';
    const what = table ? records[table] : words.recordOf({ table: record });
    problems.push(recordProblem(words.missingRecord({ what, document }), document));
  }
  return problems.slice(0, mostListed);
}

function recordProblem(message: string, document: string): Problem {
  return { kind: 'record', document, message };
}

type Names = (hexId: string) => string;

function documentNames(db: Database): Names {
  const find = prepare<{ name: string }>(db, 'SELECT name FROM document WHERE id = ?');
  return (hexId) => find.get(Buffer.from(hexId, 'hex'))?.name ?? '';
}

function documentOf(table: JournaledTable, image: string | undefined, names: Names): string {
  const row = image === undefined ? undefined : parseImage(image);
  const id = row?.[table === 'document' ? 'id' : 'document'];
  return typeof id === 'string' ? names(id) : '';
}

type Column = { name: string; type: string; standard: string | null };

function verifyTable(
  db: Database,
  table: JournaledTable,
  states: RecordStates,
  names: Names,
  context: CheckContext,
): Problem[] {
  const problems: Problem[] = [];
  const columns = prepare<Column>(db, 'SELECT name, type, dflt_value AS standard FROM pragma_table_info(?)').all(table);
  const rows = prepare<{ id: Uint8Array; image: Buffer }>(
    db,
    `SELECT id, CAST(${imageOf(columns, 'present')} AS BLOB) AS image FROM "${table}" AS present`,
  );
  for (const { id, image } of rows.iterate()) {
    context.checkpoint();
    const wanted = states.take(table, id);
    if (wanted && Buffer.compare(wanted, image) === 0) continue;
    const differing = wanted && differingColumns(columns, image.toString(), wanted.toString());
    if (differing?.length === 0) continue;
    if (problems.length >= mostListed) return problems;
    const document = documentOf(table, image.toString(), names);
    problems.push(
      differing
        ? recordProblem(words.changedRecord({ what: records[table], differing, document }), document)
        : recordProblem(words.unknownRecord({ what: records[table], document }), document),
    );
  }
  return problems;
}

/** The columns in which a record is not as it should be. One that is younger than the image has its standard value. */
function differingColumns(columns: readonly Column[], present: string, wanted: string): string[] {
  const [is, should] = [parseImage(present), parseImage(wanted)];
  if (!is || !should) return [words.unreadableRecord];
  const differing = columns
    .filter(({ name, standard }) => is[name] !== (Object.hasOwn(should, name) ? should[name] : literal(standard)))
    .map(({ name }) => name);
  const isAlike =
    differing.length === 0 && columns.every(({ name, type }) => Object.hasOwn(should, name) && type !== 'REAL');
  // Bytes that are no text can read alike; numbers with a fraction can be written in more than one way.
  return isAlike ? [words.itsBytes] : differing;
}

/** The value that a column got when it was added, from its declaration. */
function literal(standard: string | null): string | number | null {
  if (standard === null || standard === 'NULL') return null;
  return standard.startsWith("'") ? standard.slice(1, -1).replaceAll("''", "'") : Number(standard);
}
