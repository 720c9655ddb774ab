import { reference } from '../../workers/job.ts';

/** The jobs that find files and read texts. */
export const importJobs = {
  findFiles: reference('files.find', async () => (await import('./findFiles.ts')).findFilesJob),
  countTexts: reference('files.countTexts', async () => (await import('./findFiles.ts')).countTextsJob),
  readFiles: reference('files.read', async () => (await import('./readFiles.ts')).readFilesJob),
  compareTexts: reference('texts.compare', async () => (await import('./compareTexts.ts')).compareTextsJob),
  readAgain: reference('texts.readAgain', async () => (await import('./readAgain.ts')).readAgainJob),
};
