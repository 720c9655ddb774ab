import { existsSync } from 'node:fs';
import { canWrite } from './access.ts';
import { readFileHeader } from './fileHeader.ts';
import { realPlace } from './identity.ts';
import { migrations } from './migrations/all.ts';

/** The file version that this program writes. */
export const newestVersion = migrations.at(-1)?.version ?? 0;

/** Whether the file is all there is of the project, as this program leaves it. */
export function isAtRest(path: string): boolean {
  const { isProject, version, journal } = readFileHeader(path);
  const isAlone = !existsSync(`${path}-wal`) && !existsSync(`${path}-journal`);
  return isProject && version === newestVersion && journal === 'closed' && isAlone;
}

/** Whether the file is from an earlier version of the program, as far as its first bytes say. One beside a log is not asked. */
export function isOlder(named: string): boolean {
  const path = realPlace(named, 'file-unreadable');
  if (!existsSync(path) || existsSync(`${path}-wal`) || !canWrite(path)) return false;
  const { isProject, version } = readFileHeader(path);
  return isProject && version > 0 && version < newestVersion;
}
