import { AppError } from '../../../shared/api/errors.ts';
import type { CodebookEntry } from './entry.ts';
import { readCodebookJson, writeCodebookJson } from './json.ts';
import { readCodebookTable, writeCodebookTable } from './table.ts';

type CodebookFormat = {
  read(text: string): CodebookEntry[];
  write(entries: readonly CodebookEntry[]): string;
};

/** Codebook formats by the ending of the file's name. */
const formats: Readonly<Record<string, CodebookFormat>> = {
  csv: { read: readCodebookTable, write: writeCodebookTable },
  json: { read: readCodebookJson, write: writeCodebookJson },
};

/** The format that a file's name asks for. Throws AppError `file-unsupported`. */
export function codebookFormat(fileName: string): CodebookFormat {
  const ending = /\.([^.]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const format = Object.hasOwn(formats, ending) ? formats[ending] : undefined;
  if (format) return format;
  throw new AppError('file-unsupported', `${fileName}: a codebook file ends in .csv or .json`);
}
