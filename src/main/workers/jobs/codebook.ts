import { basename } from 'node:path';
import type { CodebookEntry } from '../../formats/codebook/entry.ts';
import { codebookFormat } from '../../formats/codebook/file.ts';
import { inFile, readUtf8 } from './readText.ts';
import { writeWholeFile } from './wholeFiles.ts';

export type { CodebookEntry };

/** Reads a codebook file. Throws AppError `file-unsupported`, `file-unreadable`, `file-empty`, `file-damaged`. */
export function readCodebookJob(input: { path: string }): CodebookEntry[] {
  const format = codebookFormat(basename(input.path));
  const text = readUtf8(input.path);
  return inFile(input.path, () => format.read(text));
}

/** Writes a codebook file, replacing whatever had its name. Throws AppError `file-unsupported`, `file-unwritable`. */
export function writeCodebookJob(input: { path: string; entries: CodebookEntry[] }): { codes: number } {
  writeWholeFile(input.path, codebookFormat(basename(input.path)).write(input.entries));
  return { codes: input.entries.length };
}
