import type { Database } from 'better-sqlite3';
import { verifyingWords as words } from '#words/core/verifying.ts';
import type { Problem } from '../../shared/api/project.ts';
import { chainBegin, chainHash, chainRows } from './journalChain.ts';
import { createForces } from './journalForces.ts';
import { prepare } from './statements.ts';
import type { CheckContext } from './verify.ts';

const batch = 500;
const mostListed = 1000;

const problem = (message: string): Problem => ({ kind: 'journal', document: '', message });

/** The journal against itself: every entry against its hash, its numbers, and the state that follows from later entries. */
export function verifyJournal(db: Database, context: CheckContext): Problem[] {
  return [...verifyChain(db, context), ...verifyEntries(db, context), ...verifyNumbers(db)].slice(0, mostListed);
}

function verifyChain(db: Database, context: CheckContext): Problem[] {
  const problems: Problem[] = [];
  const total = prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM journal_entry').get()?.n ?? 0;
  let previous: Uint8Array = chainBegin;
  let done = 0;
  for (let seq = 0; ;) {
    const rows = chainRows(db, seq, batch);
    for (const row of rows) {
      context.checkpoint();
      if (!row.hash || !chainHash(db, row, previous, () => context.checkpoint()).equals(row.hash)) {
        problems.push(problem(words.changedEntry({ seq: row.seq })));
      }
      // From here on by the hash that stands there, so that one damaged entry is not told of all later ones.
      previous = row.hash ?? chainBegin;
    }
    const last = rows.at(-1);
    if (!last) return problems;
    seq = last.seq;
    context.progress((done += rows.length), total);
  }
}

type EntryRow = {
  seq: number;
  kind: 'command' | 'undo' | 'redo';
  coder: string | null;
  target: number | null;
  state: string;
  first: number;
  last: number;
};

const entriesInOrder = `SELECT seq, kind, coder, target, state, first_change AS first, last_change AS last
  FROM journal_entry ORDER BY seq`;

/** Numbers without gaps, undo and redo of acts that are there, and the state of each act. */
function verifyEntries(db: Database, context: CheckContext): Problem[] {
  const problems: Problem[] = [];
  const forces = createForces();
  let lastSeq = 0;
  let lastChange = 0;
  for (const entry of prepare<EntryRow>(db, entriesInOrder).iterate()) {
    context.checkpoint();
    const { seq, kind, first, last } = entry;
    if (seq !== lastSeq + 1) problems.push(problem(words.missingEntries({ after: lastSeq, before: seq })));
    lastSeq = seq;
    if (kind === 'command') {
      if (first !== lastChange + 1 || last < first) problems.push(problem(words.changesOfOthers({ seq })));
      lastChange = last;
    }
    if (!forces.note(entry)) problems.push(problem(words.wrongReplay({ seq })));
    if (problems.length >= mostListed) return problems;
  }
  const found = prepare<{ last: number; n: number }>(
    db,
    'SELECT ifnull(max(id), 0) AS last, count(*) AS n FROM journal_change',
  ).get();
  if (found?.last !== lastChange || found.n !== lastChange) {
    problems.push(problem(words.numberOfChanges({ found: found?.n ?? 0, named: lastChange })));
  }
  for (const entry of prepare<EntryRow>(db, entriesInOrder).iterate()) {
    context.checkpoint();
    if (!forces.allows(entry)) {
      problems.push(problem(words.wrongState({ seq: entry.seq, state: entry.state })));
    }
    if (problems.length >= mostListed) return problems;
  }
  return problems;
}

/** SQLite notes the highest numbers that were given; nothing is ever taken out of the journal. */
function verifyNumbers(db: Database): Problem[] {
  const highest = { journal_entry: 'seq', journal_change: 'id' };
  return Object.entries(highest).flatMap(([table, column]) => {
    const row = prepare<{ noted: number | null; found: number }>(
      db,
      `SELECT (SELECT seq FROM sqlite_sequence WHERE name = '${table}') AS noted,
         (SELECT ifnull(max(${column}), 0) FROM ${table}) AS found`,
    ).get();
    if ((row?.noted ?? 0) === (row?.found ?? 0)) return [];
    return [problem(words.wrongEnd({ table, found: row?.found ?? 0, noted: row?.noted ?? 0 }))];
  });
}
