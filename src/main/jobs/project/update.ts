import { openStore } from '../../store/database.ts';
import type { Job } from '../../workers/job.ts';

/** Brings a project of an earlier version up to date, which takes long for a long history, and closes it again. */
export const updateJob: Job<{ path: string }, null> = ({ path }, context) => {
  const store = openStore(path, {
    progress: (done, total) => {
      context.checkpoint();
      context.progress(done, total);
    },
  });
  store.close();
  return null;
};
