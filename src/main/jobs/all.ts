import type { JobReference } from '../workers/job.ts';
import { agreementJobs } from './agreement/jobs.ts';
import { exchangeJobs } from './exchange/jobs.ts';
import { exportJobs } from './export/jobs.ts';
import { importJobs } from './import/jobs.ts';
import { packageJobs } from './package/jobs.ts';
import { projectJobs } from './project/jobs.ts';

/** Every job there is, for the threads, which are asked for them by name. */
export const allJobs: readonly JobReference<never, unknown>[] = [
  ...Object.values(importJobs),
  ...Object.values(exchangeJobs),
  ...Object.values(exportJobs),
  ...Object.values(packageJobs),
  ...Object.values(agreementJobs),
  ...Object.values(projectJobs),
];
