import type { Problem } from '../../../shared/api/project.ts';
import { openReader } from '../../store/database.ts';
import { verifyAnnotations, verifyFile, verifyOriginals, verifyTexts } from '../../store/verify.ts';
import { verifyDesk } from '../../store/verifyDesk.ts';
import type { Job } from '../job.ts';

/** Checks a project file through a connection of its own that can only read. Long texts and many codings take a while. */
export const verifyJob: Job<{ path: string }, { ok: boolean; problems: Problem[] }> = ({ path }, context) => {
  const db = openReader(path);
  try {
    const problems: Problem[] = [];
    for (const check of [verifyFile, verifyTexts, verifyOriginals, verifyAnnotations, verifyDesk]) {
      problems.push(...check(db, context));
    }
    return { ok: problems.length === 0, problems };
  } finally {
    db.close();
  }
};
