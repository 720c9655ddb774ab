import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { refuseIrregular } from '../../store/regularFile.ts';

/** Data files larger than this do not fit into one string with room to work. */
const mostBytes = 400 * 1024 * 1024;
const mostSmallBytes = 50 * 1024 * 1024;

/**
 * A data file as text. UTF-8 only: these files are made by programs, and a guess would corrupt names in silence.
 * Throws AppError `file-unreadable`, `file-too-large`, `file-empty`, or `file-damaged` when it is not UTF-8.
 */
export function readUtf8(path: string): string {
  const name = basename(path);
  const bytes = readBytes(path, name);
  if (bytes.length === 0) throw new AppError('file-empty', `${name} is empty.`, { path });
  if (bytes.length > mostBytes)
    throw new AppError('file-too-large', `${name} is larger than 400 MB. Split it.`, { path });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new AppError('file-damaged', `${name} is not UTF-8. Save it as UTF-8 (Excel: “CSV UTF-8”) and try again.`, {
      path,
    });
  }
}

/** A codebook or another file that people write: its bytes. Throws AppError `file-unreadable`, `file-too-large`. */
export function readSmallFile(path: string): Uint8Array {
  const name = basename(path);
  const bytes = readBytes(path, name);
  if (bytes.length > mostSmallBytes)
    throw new AppError('file-too-large', `${name} is larger than 50 MB, which no codebook is.`, { path });
  return bytes;
}

function readBytes(path: string, name: string): Buffer {
  refuseIrregular(path);
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const reason =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : `the system says ${String(code)}`;
    throw new AppError('file-unreadable', `Cannot read ${name}: ${reason}.`, { path });
  }
}

/** Puts the file's name before what is wrong in it. */
export function inFile<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, `${basename(path)}: ${error.message}`, { ...error.details, path });
  }
}
