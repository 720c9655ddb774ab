import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { followed } from '../identity.ts';

/** Where all backups lie. */
export function backupsFolder(settingsFolder: string): string {
  return join(settingsFolder, 'backups');
}

/** A short mark of the place where a project lies: two copies of one project have backups of their own. */
export function placeMark(path: string): string {
  return createHash('sha256').update(followed(path)).digest('hex').slice(0, 12);
}
