import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { said, say } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';
import { findDamage } from '../damage.ts';
import { openReader } from '../openReader.ts';
import { readFileHeader } from '../fileHeader.ts';
import { hasForeignLog } from '../leftLog.ts';
import { fileVersion } from '../migrate.ts';
import { migrations } from '../migrations/all.ts';
import { readProject } from '../rows/project.ts';
import { readTraceless } from '../traceless.ts';
import { readHead } from './head.ts';
import type { Head } from './head.ts';

/** What stands in a copy of a project, as far as it can be read without trusting it. */
export type CopyFacts = {
  size: number;
  /** Why it cannot be used, in plain words; '' where nothing was found wrong. */
  problem: string;
  project: { id: string; name: string } | null;
  version: number;
  head: Head | null;
  counts: { documents: number; codes: number; codings: number } | null;
};

/** The same, with the problem apart from the language. */
type Examined = Omit<CopyFacts, 'problem'> & { problem: Message | null };

/**
 * Looks into a copy through a connection that can only read. `thorough` looks through it as opening does, which reads the whole
 * file. Never throws for what is wrong with the copy.
 */
export function inspectCopy(path: string, options: { thorough: boolean }): CopyFacts {
  const { problem, ...facts } = examineCopy(path, options);
  return { ...facts, problem: problem === null ? '' : say(problem) };
}

/** As `inspectCopy`, for who makes an error of the problem. */
export function examineCopy(path: string, { thorough }: { thorough: boolean }): Examined {
  const facts: Examined = { size: 0, problem: null, project: null, version: 0, head: null, counts: null };
  try {
    facts.size = statSync(path).size;
    facts.problem = headerProblem(path);
    if (facts.problem === null) readTraceless(path, (file) => readFacts(file, facts, thorough));
  } catch (error) {
    facts.problem = said('store.copyUnreadable', { why: error instanceof Error ? error.message : String(error) });
  }
  return facts;
}

/** What was read before something could not be is kept. */
function readFacts(file: string, facts: Examined, thorough: boolean): void {
  const db = openReader(file);
  try {
    facts.version = fileVersion(db);
    facts.project = readProject(db) ?? null;
    facts.head = readHead(db);
    facts.counts = countRecords(db);
    if (thorough) facts.problem = damageOf(db);
    if (facts.problem === null && !facts.project) facts.problem = said('store.copyWithoutProject');
    if (facts.version > (migrations.at(-1)?.version ?? 0)) facts.problem = said('store.copyOfNewer');
  } finally {
    db.close();
  }
}

function headerProblem(path: string): Message | null {
  const name = basename(path);
  if (!readFileHeader(path).isProject) return said('store.copyNoProject', { name });
  return hasForeignLog(path) ? said('store.copyWithForeignLog', { name }) : null;
}

function damageOf(db: Database): Message | null {
  const damage = findDamage(db);
  return damage === null ? null : said('store.copyDamaged', { damage });
}

function countRecords(db: Database): CopyFacts['counts'] {
  const count = (table: string): number =>
    db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
  return { documents: count('document'), codes: count('code'), codings: count('annotation') };
}
