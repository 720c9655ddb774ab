import { reference } from '../../workers/job.ts';

/** The jobs that read and write codebooks, codings and answers as files. */
export const exchangeJobs = {
  readCodings: reference('codings.read', async () => (await import('./readCodings.ts')).readCodingsJob),
  readAnswers: reference('answers.read', async () => (await import('./readAnswers.ts')).readAnswersJob),
  readCodebook: reference('codebook.read', async () => (await import('./codebook.ts')).readCodebookJob),
  writeCodebook: reference('codebook.write', async () => (await import('./codebook.ts')).writeCodebookJob),
};
