/**
 * Every job by name. A thread loads a job when it is first asked for: all of them together take longer to load than most
 * take to run.
 */
export const jobs = {
  'files.find': async () => (await import('./jobs/findFiles.ts')).findFilesJob,
  'files.read': async () => (await import('./jobs/readFiles.ts')).readFilesJob,
  'project.verify': async () => (await import('./jobs/verify.ts')).verifyJob,
  'backups.copy': async () => (await import('./jobs/backups.ts')).copyBackupJob,
  'backups.list': async () => (await import('./jobs/backups.ts')).listBackupsJob,
  'backups.look': async () => (await import('./jobs/backups.ts')).lookBackupJob,
  'backups.prepare': async () => (await import('./jobs/backups.ts')).prepareRestoreJob,
  'backups.restore': async () => (await import('./jobs/backups.ts')).restoreBackupJob,
  'backups.restoreAs': async () => (await import('./jobs/backups.ts')).restoreAsJob,
  'backups.file': async () => (await import('./jobs/backups.ts')).fileBackupJob,
  'project.look': async () => (await import('./jobs/lookThrough.ts')).lookThroughJob,
  'project.update': async () => (await import('./jobs/update.ts')).updateJob,
  'exports.run': async () => (await import('./jobs/export.ts')).exportJob,
  'exports.preview': async () => (await import('./jobs/exportPreview.ts')).exportPreviewJob,
  'exports.codings': async () => (await import('./jobs/codingParts.ts')).codingPartsJob,
  'package.write': async () => (await import('./jobs/writePackage.ts')).writePackageJob,
  'package.inspect': async () => (await import('./jobs/packageSource.ts')).inspectPackageJob,
  'package.match': async () => (await import('./jobs/matchPackage.ts')).matchPackageJob,
  'search.text': async () => (await import('./jobs/search.ts')).searchJob,
  'texts.compare': async () => (await import('./jobs/compareTexts.ts')).compareTextsJob,
  'texts.readAgain': async () => (await import('./jobs/readAgain.ts')).readAgainJob,
  'reliability.run': async () => (await import('./jobs/reliability.ts')).reliabilityJob,
  'reliability.draws': async () => (await import('./jobs/reliability.ts')).reliabilityDrawsJob,
  'reliability.export': async () => (await import('./jobs/reliabilityExport.ts')).reliabilityExportJob,
  'reliability.picture': async () => (await import('./jobs/reliabilityExport.ts')).reliabilityPictureJob,
  'reliability.confusion': async () => (await import('./jobs/confusion.ts')).confusionJob,
  'reliability.cell': async () => (await import('./jobs/confusion.ts')).cellJob,
  'agreed.start': async () => (await import('./jobs/agreedStart.ts')).agreedStartJob,
  'codings.read': async () => (await import('./jobs/readCodings.ts')).readCodingsJob,
  'answers.read': async () => (await import('./jobs/readAnswers.ts')).readAnswersJob,
  'codebook.read': async () => (await import('./jobs/codebook.ts')).readCodebookJob,
  'codebook.write': async () => (await import('./jobs/codebook.ts')).writeCodebookJob,
};

export type JobName = keyof typeof jobs;
type JobOf<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]>>;
export type JobInput<N extends JobName> = Parameters<JobOf<N>>[0];
export type JobOutput<N extends JobName> = Awaited<ReturnType<JobOf<N>>>;
