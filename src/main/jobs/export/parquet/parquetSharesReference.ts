import { reference } from '../../../workers/job.ts';

/** The job that takes a share of another job's codings. It stands by itself because that other job asks for it. */
export const parquetShares = reference(
  'exports.codings',
  async () => (await import('./parquetShares.ts')).parquetSharesJob,
);
