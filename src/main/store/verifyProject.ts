import type { Database } from 'better-sqlite3';
import { verifyingWords as words } from '#words/core/verifying.ts';
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
  { of: words.theFile, check: verifyFile },
  { of: words.theDescription, check: (db) => verifyShape(db, migrations, fileVersion(db)) },
  { of: words.theTexts, check: verifyTexts },
  { of: words.theOriginals, check: verifyOriginals },
  { of: words.theCodings, check: verifyAnnotations },
  { of: words.theReferences, check: verifyReferences },
  { of: words.theJournal, check: verifyJournal },
  { of: words.theRecords, check: verifyRecords },
];

/**
 * Checks all that can be checked of a project, through a connection that only reads. Whatever is wrong with the file is a
 * problem in the answer; nothing is thrown but `cancelled`.
 */
export function verifyProject(db: Database, context: CheckContext): Problem[] {
  const problems = tried(words.theFile, () => {
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
    const why = error instanceof Error ? error.message : String(error);
    return [{ kind: 'file', document: '', message: words.cannotBeRead({ of, why }) }];
  }
}
