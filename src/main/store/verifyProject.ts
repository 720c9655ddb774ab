import type { Database } from 'better-sqlite3';
import type { Problem } from '../../shared/api/project.ts';
import { AppError } from '../../shared/errors.ts';
import { fileVersion } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { verifyAnnotations, verifyFile, verifyOriginals, verifyTexts } from './verify.ts';
import type { CheckContext } from './verify.ts';
import { verifyJournal } from './verifyJournal.ts';
import { verifyRecords } from './verifyRecords.ts';
import { verifyReferences } from './verifyReferences.ts';
import { verifyShape } from './verifyShape.ts';

type Check = { of: string; check: (db: Database, context: CheckContext) => Problem[] };

const checks: readonly Check[] = [
  { of: 'The file', check: verifyFile },
  { of: 'The description of its tables', check: (db) => verifyShape(db, migrations, fileVersion(db)) },
  { of: 'The texts', check: verifyTexts },
  { of: 'The original files', check: verifyOriginals },
  { of: 'The codings', check: verifyAnnotations },
  { of: 'What belongs to the records', check: verifyReferences },
  { of: 'The journal', check: verifyJournal },
  { of: 'The records', check: verifyRecords },
];

/**
 * Checks all that can be checked of a project, through a connection that only reads. Whatever is wrong with the file is a
 * problem in the answer; nothing is thrown but `cancelled`.
 */
export function verifyProject(db: Database, context: CheckContext): Problem[] {
  const problems = tried('The file', () => {
    db.exec('BEGIN'); // all checks see one state, whoever writes meanwhile
    return [];
  });
  for (const { of, check } of checks) problems.push(...tried(of, () => check(db, context)));
  return problems;
}

/** What a look at `of` finds, and that it cannot be read where that is so. */
export function tried(of: string, look: () => Problem[]): Problem[] {
  try {
    return look();
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled') throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return [{ kind: 'file', document: '', message: `${of} cannot be read as it should be: ${reason}.` }];
  }
}
