import { lookThrough } from '../../store/damage.ts';
import { openReader } from '../../store/openReader.ts';
import type { Job } from '../../workers/job.ts';

/** Looks whether the file of an open project is whole. Answers with what is wrong, or ''. */
export const lookThroughJob: Job<{ path: string }, string> = ({ path }) => {
  const db = openReader(path);
  try {
    return lookThrough(db);
  } finally {
    db.close();
  }
};
