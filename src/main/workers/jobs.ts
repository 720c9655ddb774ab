import { readCodebookJob, writeCodebookJob } from './jobs/codebook.ts';
import { exportJob } from './jobs/export.ts';
import { readCodingsJob } from './jobs/readCodings.ts';
import { findFilesJob } from './jobs/findFiles.ts';
import { readFilesJob } from './jobs/readFiles.ts';
import { searchJob } from './jobs/search.ts';
import { verifyJob } from './jobs/verify.ts';

/** Every job by name. */
export const jobs = {
  'files.find': findFilesJob,
  'files.read': readFilesJob,
  'project.verify': verifyJob,
  'exports.run': exportJob,
  'search.text': searchJob,
  'codings.read': readCodingsJob,
  'codebook.read': readCodebookJob,
  'codebook.write': writeCodebookJob,
};

export type JobName = keyof typeof jobs;
export type JobInput<N extends JobName> = Parameters<(typeof jobs)[N]>[0];
export type JobOutput<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]>>;
