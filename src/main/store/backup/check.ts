import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { lookThrough } from '../damage.ts';
import { openReader } from '../openReader.ts';
import { readFileHeader } from '../fileHeader.ts';
import { hasForeignLog } from '../leftLog.ts';
import { fileVersion } from '../migrate.ts';
import { migrations } from '../migrations/all.ts';
import { readProject } from '../rows/project.ts';
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

/**
 * Looks into a copy through a connection that can only read. `thorough` looks through it as opening does, which reads the whole
 * file. Never throws for what is wrong with the copy.
 */
export function inspectCopy(path: string, { thorough }: { thorough: boolean }): CopyFacts {
  const facts: CopyFacts = { size: 0, problem: '', project: null, version: 0, head: null, counts: null };
  let db: Database | null = null;
  try {
    facts.size = statSync(path).size;
    facts.problem = headerProblem(path);
    if (facts.problem === '' && hasForeignLog(path)) facts.problem = `The log beside ${basename(path)} is not its own.`;
    if (facts.problem !== '') return facts;
    db = openReader(path);
    facts.version = fileVersion(db);
    facts.project = readProject(db) ?? null;
    facts.head = readHead(db);
    facts.counts = countRecords(db);
    if (thorough) facts.problem = damageOf(db);
    if (facts.problem === '' && !facts.project) facts.problem = 'It has no project record.';
    if (facts.version > (migrations.at(-1)?.version ?? 0)) facts.problem = 'It was written by a newer Galley.';
  } catch (error) {
    facts.problem = `It cannot be read (${error instanceof Error ? error.message : String(error)}).`;
  } finally {
    db?.close();
  }
  return facts;
}

function headerProblem(path: string): string {
  return readFileHeader(path).isProject ? '' : `${basename(path)} is not a Galley project.`;
}

function damageOf(db: Database): string {
  const damage = lookThrough(db);
  return damage === '' ? '' : `It is damaged: ${damage}.`;
}

function countRecords(db: Database): CopyFacts['counts'] {
  const count = (table: string): number =>
    db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
  return { documents: count('document'), codes: count('code'), codings: count('annotation') };
}
