import { reference } from '../../workers/job.ts';

/** The jobs that measure how coders agree, and begin what they agreed on. */
export const agreementJobs = {
  measure: reference('reliability.run', async () => (await import('./measure.ts')).agreementJob),
  draw: reference('reliability.draws', async () => (await import('./measure.ts')).agreementDrawsJob),
  export: reference('reliability.export', async () => (await import('./exportReport.ts')).agreementExportJob),
  picture: reference('reliability.picture', async () => (await import('./exportReport.ts')).agreementPictureJob),
  confusion: reference('reliability.confusion', async () => (await import('./confusion.ts')).confusionJob),
  cell: reference('reliability.cell', async () => (await import('./confusion.ts')).cellJob),
  startAgreed: reference('agreed.start', async () => (await import('./agreedStart.ts')).agreedStartJob),
};
