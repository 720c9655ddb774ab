import type { Database } from 'better-sqlite3';
import { storeWords } from '#words/core/store.ts';
import type { HistoryEntry } from '../../../shared/api/history.ts';
import { labelWords } from '../../../shared/words/act.ts';
import { openReader } from '../openReader.ts';
import { hasForeignLog } from '../leftLog.ts';
import { readTraceless } from '../traceless.ts';
import { fileVersion } from '../migrate.ts';
import { hasBlindDocuments } from '../rows/blind.ts';
import { findCoder, findCoderByName } from '../rows/coder.ts';
import { listEntries } from '../rows/entry.ts';
import { inspectCopy } from './check.ts';
import type { CopyFacts } from './check.ts';

/** Who asks. Whoever codes in a blind round is not told what others did, in a copy neither. */
export type Asking = { id: string; name: string } | null;

/** So many acts, and names of documents, are told; of more there is only the number. */
const mostActs = 30;
const mostNames = 200;

type Act = Pick<HistoryEntry, 'seq' | 'kind' | 'label' | 'coder' | 'at'>;
export type Some<T> = { total: number; first: T[] };

/** What one of two states has and the other does not. */
export type Side = { acts: Some<Act>; documents: Some<string>; codes: Some<string>; codings: number };

/** What stands in a copy, and how it differs from the project as it is. */
export type CopyLook = CopyFacts & {
  /** Acts and codings are not told, because whoever asks codes in a blind round. */
  isHidden: boolean;
  acts: Act[];
  documents: Some<string>;
  /** Null where the project cannot be read, or is another one. */
  difference: { onlyCopy: Side; onlyProject: Side } | null;
};

/** Looks through a copy and compares it with the project, as it is on the disk at this moment. Changes neither. */
export function lookInside(copy: string, project: string | null, asking: Asking): CopyLook {
  const facts = inspectCopy(copy, { thorough: true });
  const look: CopyLook = { ...facts, isHidden: false, acts: [], documents: { total: 0, first: [] }, difference: null };
  if (!facts.project || !facts.counts) return look;
  look.documents.total = facts.counts.documents;
  try {
    return readTraceless(copy, (file) =>
      project === null
        ? lookAt(look, file, null, asking)
        : readTraceless(project, (other) => lookAt(look, file, other, asking)),
    );
  } catch (error) {
    const problem = storeWords.copyUnreadable({ why: error instanceof Error ? error.message : String(error) });
    return look.problem === '' ? { ...look, problem } : look;
  }
}

function lookAt(look: CopyLook, copy: string, project: string | null, asking: Asking): CopyLook {
  const db = openReader(copy);
  try {
    const isOther = project !== null && !attachSame(db, project);
    look.isHidden = isBlind(db, asking) || (project !== null && !isOther && isBlindInProject(project, asking));
    look.documents = { total: look.documents.total, first: documentNames(db) };
    if (project !== null && !isOther) look.difference = compare(db);
    if (!look.isHidden) look.acts = listEntries(db, 0, mostActs);
    return look.isHidden ? withoutWork(look) : look;
  } finally {
    db.close();
  }
}

/** The facts of a copy as `asking` may have them. */
export function factsFor(copy: string, thorough: boolean, asking: Asking): CopyFacts & { isHidden: boolean } {
  const facts = inspectCopy(copy, { thorough });
  return facts.project && isBlindInProject(copy, asking)
    ? hideWork({ ...facts, isHidden: true })
    : { ...facts, isHidden: false };
}

function hideWork<F extends CopyFacts>(facts: F): F {
  const head = facts.head && { ...facts.head, label: '', coder: null };
  return { ...facts, head, counts: facts.counts && { ...facts.counts, codings: 0 } };
}

function withoutWork(look: CopyLook): CopyLook {
  const side = ({ documents, codes }: Side): Side => ({ acts: { total: 0, first: [] }, documents, codes, codings: 0 });
  const { difference } = look;
  return {
    ...hideWork(look),
    acts: [],
    difference: difference && { onlyCopy: side(difference.onlyCopy), onlyProject: side(difference.onlyProject) },
  };
}

/** Attaches the project as `present`. Answers whether it is another state of the same one. */
function attachSame(db: Database, project: string): boolean {
  try {
    if (hasForeignLog(project)) return false; // SQLite would mix the file with a log that is not its own
    db.prepare('ATTACH ? AS present').run(project);
    const same = db.prepare('SELECT 1 FROM main.project AS a JOIN present.project AS b ON b.id = a.id').get();
    return same !== undefined;
  } catch {
    return false; // missing, damaged, or no project: there is nothing to compare with
  }
}

function isBlind(db: Database, asking: Asking): boolean {
  if (!asking || fileVersion(db) < 2) return false; // rounds came with version 2
  const coder = findCoder(db, asking.id) ?? findCoderByName(db, asking.name);
  return coder !== undefined && hasBlindDocuments(db, coder.id);
}

function isBlindInProject(path: string, asking: Asking): boolean {
  if (!asking) return false;
  try {
    return readTraceless(path, (file) => {
      const db = openReader(file);
      try {
        return isBlind(db, asking);
      } finally {
        db.close();
      }
    });
  } catch {
    return false; // what cannot be read tells nothing
  }
}

function documentNames(db: Database): string[] {
  return db
    .prepare<[number], { name: string }>('SELECT name FROM main.document ORDER BY position LIMIT ?')
    .all(mostNames)
    .map(({ name }) => name);
}

function compare(db: Database): NonNullable<CopyLook['difference']> {
  return { onlyCopy: sideOf(db, 'main', 'present'), onlyProject: sideOf(db, 'present', 'main') };
}

function sideOf(db: Database, here: string, there: string): Side {
  const count = (sql: string): number =>
    db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${sql}`).get()?.n ?? 0;
  const gone = (table: string): string => `(SELECT id FROM ${here}.${table} EXCEPT SELECT id FROM ${there}.${table})`;
  const named = (table: string): Some<string> => ({
    total: count(gone(table)),
    first: db
      .prepare<[number], { name: string }>(
        `SELECT name FROM ${here}.${table} WHERE id IN ${gone(table)} ORDER BY position LIMIT ?`,
      )
      .all(mostNames)
      .map(({ name }) => name),
  });
  // The journal only grows: two states have the same entries up to where they part.
  const parting = `SELECT ifnull(min(a.seq), 9e18) FROM ${here}.journal_entry AS a
    LEFT JOIN ${there}.journal_entry AS b ON b.seq = a.seq WHERE b.at IS NOT a.at OR b.label IS NOT a.label`;
  const own = `${here}.journal_entry WHERE seq >= (${parting})`;
  return {
    acts: {
      total: count(own),
      first: db
        .prepare<[number], Act>(`SELECT seq, kind, label, coder, at FROM ${own} ORDER BY seq DESC LIMIT ?`)
        .all(mostActs)
        .map((act) => ({ ...act, label: labelWords(act.label) })),
    },
    documents: named('document'),
    codes: named('code'),
    codings: count(gone('annotation')),
  };
}
