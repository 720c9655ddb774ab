import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { readCsv } from '../tables/csv/reader.ts';
import { checkAcrossEntries } from './checkAcrossEntries.ts';
import type { CodebookFile } from './entry.ts';
import { FaultList } from './faults.ts';
import { readCodebookJson, writeCodebookJson } from './json.ts';
import { losses } from './losses.ts';
import { codebookHtml } from './printed/html.ts';
import { readQdc } from './qdc/reader.ts';
import { writeQdc } from './qdc/writer.ts';
import { isVariablesTable, readCodesTable, writeCodesTable } from './table.ts';
import { readVariablesTable, writeVariablesTable } from './variables/table.ts';

/** The bytes of a codebook file; of a table, those of the variables beside it, too. */
export type CodebookSource = { bytes: Uint8Array; variables?: Uint8Array | undefined };

/** What is written: the file, and for a table the one beside it. */
export type CodebookOutput = { content: string | Uint8Array; variables?: string };

export type CodebookFormat = {
  id: string;
  /** Throws AppError `file-unsupported` for formats that are only written, `file-empty` and `file-damaged`. */
  read(source: CodebookSource): CodebookFile;
  /** `title` heads documents for people. */
  write(file: CodebookFile, title: string): Promise<CodebookOutput> | CodebookOutput;
};

/** Codebook formats by the ending of the file's name. */
const formats: Readonly<Record<string, CodebookFormat>> = {
  csv: {
    id: 'csv',
    read: readTables,
    write: (file) => ({ content: writeCodesTable(file), variables: writeVariablesTable(file.variables) }),
  },
  json: {
    id: 'json',
    read: ({ bytes }) => readCodebookJson(utf8(bytes)),
    write: (file) => ({ content: writeCodebookJson(file) }),
  },
  qdc: { id: 'qdc', read: ({ bytes }) => readQdc(bytes), write: (file) => ({ content: writeQdc(file) }) },
  html: { id: 'html', read: refuse, write: (file, title) => ({ content: codebookHtml(file, title) }) },
  docx: {
    id: 'docx',
    read: refuse,
    async write(file, title) {
      // The library is large; it is loaded when the first document is written.
      const { codebookDocx } = await import('./printed/docx.ts');
      return { content: await codebookDocx(file, title) };
    },
  },
};

/** The format that a file's name asks for. Throws AppError `file-unsupported`. */
export function codebookFormat(fileName: string): CodebookFormat {
  const ending = /\.([^.]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const format = Object.hasOwn(formats, ending) ? formats[ending] : undefined;
  if (format) return format;
  throw new AppError('file-unsupported', said('codebookFiles.endings', { name: fileName }));
}

/** What a file of this name could not hold, one line each. Throws AppError `file-unsupported`. */
export function codebookLosses(fileName: string, file: CodebookFile): string[] {
  return losses(codebookFormat(fileName).id, file).map(({ line }) => line);
}

/** Where the variables of `NAME.csv` stand: `NAME.variables.csv`; null for other files, which hold all in one. */
export function variablesFileName(fileName: string): string | null {
  return /\.csv$/iu.test(fileName) && !/\.variables\.csv$/iu.test(fileName)
    ? fileName.replace(/\.csv$/iu, '.variables$&')
    : null;
}

function readTables({ bytes, variables }: CodebookSource): CodebookFile {
  const text = utf8(bytes);
  const faults = new FaultList();
  if (isVariablesTable(readCsv(text)))
    return checkAcrossEntries(
      { codes: [], sets: [], variables: readVariablesTable(text, faults, { beside: false }) },
      faults,
    );
  const { changes, ...tables } = readCodesTable(text, faults);
  const beside = variables === undefined ? [] : readVariablesTable(utf8(variables), faults, { beside: true });
  const file = checkAcrossEntries({ ...tables, variables: beside }, faults);
  return changes.length === 0 ? file : { ...file, changes };
}

function refuse(): never {
  throw new AppError('file-unsupported', said('codebookFiles.onlyWritten'));
}

function utf8(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new AppError('file-empty', said('codebookFiles.empty'));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const line =
      new TextDecoder('utf-8')
        .decode(bytes)
        .split('\n')
        .findIndex((one) => one.includes('\ufffd')) + 1;
    const place = said('codebookFiles.line', { line });
    throw new AppError('file-damaged', said('codebookFiles.at', { place, reason: said('codebookFiles.notUtf8') }));
  }
}
