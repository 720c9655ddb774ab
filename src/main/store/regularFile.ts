import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';

/**
 * Refuses what is no regular file before it is opened: reading a pipe waits for somebody who may never write, and a device may
 * never end; neither can be given up. What is not there at all is left to whoever opens it. Throws `file-unreadable`.
 */
export function refuseIrregular(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found || found.isFile() || found.isDirectory()) return;
  const kind = found.isFIFO() ? 'pipe' : found.isSocket() ? 'socket' : 'device';
  throw new AppError('file-unreadable', said('store.notRegular', { name: basename(path), kind }), { path });
}
