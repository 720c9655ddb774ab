import { reference } from '../../workers/job.ts';

/** The jobs that look through projects and their backups, bring them up to date, search them and place passages in them. */
export const projectJobs = {
  verify: reference('project.verify', async () => (await import('./verify.ts')).verifyJob),
  lookThrough: reference('project.look', async () => (await import('./lookThrough.ts')).lookThroughJob),
  update: reference('project.update', async () => (await import('./update.ts')).updateJob),
  search: reference('search.text', async () => (await import('./search.ts')).searchJob),
  placePassages: reference('passages.place', async () => (await import('./passages.ts')).placePassagesJob),
  untrimmed: reference('codings.untrimmed', async () => (await import('./untrimmed.ts')).untrimmedJob),
  copyBackup: reference('backups.copy', async () => (await import('./backups.ts')).copyBackupJob),
  fileBackup: reference('backups.file', async () => (await import('./backups.ts')).fileBackupJob),
  listBackups: reference('backups.list', async () => (await import('./backups.ts')).listBackupsJob),
  lookBackup: reference('backups.look', async () => (await import('./backups.ts')).lookBackupJob),
  prepareRestore: reference('backups.prepare', async () => (await import('./backups.ts')).prepareRestoreJob),
  restore: reference('backups.restore', async () => (await import('./backups.ts')).restoreBackupJob),
  restoreAs: reference('backups.restoreAs', async () => (await import('./backups.ts')).restoreAsJob),
};
