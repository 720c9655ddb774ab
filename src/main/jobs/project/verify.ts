import { verifyingWords } from '#words/core/verifying.ts';
import type { Problem, Verification } from '../../../shared/api/project.ts';
import { AppError } from '../../../shared/errors.ts';
import { openReader } from '../../store/openReader.ts';
import { readUntouched } from '../../store/untouched.ts';
import { tried, verifyProject } from '../../store/verifyProject.ts';
import type { Job } from '../../workers/job.ts';
import type { JobContext } from '../../workers/job.ts';

/**
 * Checks a project through a connection of its own that can only read. `open`: the program has it open; otherwise it is left
 * without a trace of the check. Long texts and many codings take a while.
 */
export const verifyJob: Job<{ path: string; open: boolean }, Verification> = ({ path, open }, context) => {
  const problems = open ? verifyOpen(path, context) : verifyClosed(path, context);
  return { ok: problems.length === 0, problems };
};

function verifyOpen(path: string, context: JobContext): Problem[] {
  return tried(verifyingWords.theFile, () => {
    const db = openReader(path);
    try {
      return verifyProject(db, context);
    } finally {
      db.close();
    }
  });
}

/** What is no project, or one of a newer program, is not a damaged one: that is thrown. */
function verifyClosed(path: string, context: JobContext): Problem[] {
  try {
    return readUntouched(path, (db) => verifyProject(db, context));
  } catch (error) {
    if (error instanceof AppError && error.code !== 'file-damaged') throw error;
    return tried(verifyingWords.theFile, () => {
      throw error;
    });
  }
}
