import { readFileSync, statSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';
import { refuseIrregular } from '../store/regularFile.ts';

/** Larger files of numbers would need more memory than there is. */
const mostBytes = 100 * 1024 * 1024;

/** A file that is small enough to be read at once, as text. Throws `file-unreadable`, `file-too-large`. */
export function readTextFile(path: string): string {
  refuseIrregular(path);
  try {
    if (statSync(path).size <= mostBytes) return readFileSync(path, 'utf8');
  } catch {
    throw new AppError('file-unreadable', said('app.unreadable', { path }), { path });
  }
  throw new AppError('file-too-large', said('app.largeText', { path }), { path });
}
