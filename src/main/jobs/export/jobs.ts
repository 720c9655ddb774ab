import { reference } from '../../workers/job.ts';
import { parquetShares } from './parquet/parquetSharesReference.ts';

/** The jobs that export data. */
export const exportJobs = {
  run: reference('exports.run', async () => (await import('./export.ts')).exportJob),
  preview: reference('exports.preview', async () => (await import('./exportPreview.ts')).exportPreviewJob),
  parquetShares,
};
