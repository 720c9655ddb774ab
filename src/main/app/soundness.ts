import { projectJobs } from '../jobs/project/jobs.ts';
import type { Soundness } from '../store/condition.ts';
import { damageAdvice } from '../store/damage.ts';
import type { Store } from '../store/database.ts';
import type { Jobs } from '../workers/job.ts';
import type { Platform } from './platform.ts';

/** Whether an open project's file is whole, as far as it was looked at: `unknown` until the look that begins at opening has ended. */
export function soundness(store: Store): Soundness {
  return store.condition.soundness();
}

type Parts = { platform: Platform; jobs: Jobs; store: Store; announce: () => void };

/**
 * Looks through the file of a project that was just opened, beside the work that goes on; a small one was looked through while
 * it was opened. Once damage is found nothing more is written, and everyone is told. A command on the command line does not
 * stay long enough for that. Answers with the end of the look, for which whoever closes the project has to wait.
 */
export function lookAfterOpening({ platform, jobs, store, announce }: Parts): Promise<void> {
  if (store.readOnly || soundness(store) !== 'unknown' || platform.kind === 'cli') return Promise.resolve();
  return jobs.run(projectJobs.lookThrough, { path: store.path }).then(
    (damage) => {
      if (damage === '') store.condition.foundSound();
      else {
        platform.log('error', `${store.path} is damaged: ${damage}`);
        store.condition.foundDamaged(damageAdvice(store.path, damage));
        announce();
      }
    },
    // Whether it is whole stays unknown: no thread to look, or the file is gone.
    (error: unknown) => platform.log('warning', `${store.path} was not looked through: ${String(error)}`),
  );
}
