import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { refuseIrregular } from '../../store/regularFile.ts';

/** Data files larger than this do not fit into one string with room to work. */
const mostBytes = 400 * 1024 * 1024;
const mostSmallBytes = 50 * 1024 * 1024;

/**
 * A data file as text. UTF-8 only: these files are made by programs, and a guess would corrupt names in silence.
 * Throws AppError `file-unreadable`, `file-too-large`, `file-empty`, or `file-damaged` when it is not UTF-8.
 */
export function readUtf8(path: string): string {
  const file = basename(path);
  const bytes = readBytes(path, file);
  if (bytes.length === 0) throw new AppError('file-empty', said('exchange.empty', { file }), { path });
  if (bytes.length > mostBytes) throw new AppError('file-too-large', said('exchange.tooLarge', { file }), { path });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new AppError('file-damaged', said('exchange.notUtf8', { file }), { path });
  }
}

/** A codebook or another file that people write: its bytes. Throws AppError `file-unreadable`, `file-too-large`. */
export function readSmallFile(path: string): Uint8Array {
  const file = basename(path);
  const bytes = readBytes(path, file);
  if (bytes.length > mostSmallBytes)
    throw new AppError('file-too-large', said('exchange.codebookTooLarge', { file }), { path });
  return bytes;
}

function readBytes(path: string, file: string): Buffer {
  refuseIrregular(path);
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const reason =
      code === 'ENOENT'
        ? said('exchange.noFile')
        : code === 'EISDIR'
          ? said('exchange.isFolder')
          : said('exchange.systemSays', { code: String(code) });
    throw new AppError('file-unreadable', said('exchange.unreadable', { file, reason }), { path });
  }
}

/** Puts the file's name before what is wrong in it. What was wrong with the file itself, as it was read, says its name already. */
export function inFile<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof AppError) || error.details['path'] === path) throw error;
    const message = said('exchange.inFile', { file: basename(path), reason: error.said });
    throw new AppError(error.code, message, { ...error.details, path });
  }
}
