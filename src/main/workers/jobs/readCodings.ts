import { buildCodeTree, findByPath } from '../../../shared/model/codeTree.ts';
import type { Id } from '../../../shared/model/records.ts';
import { codePoint, offsetConverter } from '../../../shared/text/offsets.ts';
import type { OffsetConverter, Span } from '../../../shared/text/offsets.ts';
import { joinPath, parsePath } from '../../formats/codebook/entry.ts';
import { lineFault, readCodings } from '../../formats/jsonl/codings.ts';
import type { CodingLine } from '../../formats/jsonl/codings.ts';
import { openReader } from '../../store/database.ts';
import type { Store } from '../../store/database.ts';
import { atOneMoment } from '../../store/exportQueries.ts';
import { listCodes } from '../../store/rows/code.ts';
import { documentText, documentTextRow } from '../../store/rows/document.ts';
import type { JobContext } from '../job.ts';
import { documentFinder } from './namedDocument.ts';
import { inFile, readUtf8 } from './readText.ts';

export type ReadCodingsInput = { project: string; path: string; strict: boolean };

/**
 * A coding that fits its document: offsets in UTF-16 code units, code as the levels of its path. `textRow` is the row number
 * of the text that they were held against.
 */
export type ReadCoding = Span & { document: Id; textRow: number; path: string[]; quote: string; memo: string };

type OpenText = { id: Id; row: number; text: string; converter: OffsetConverter };

/**
 * Reads codings from JSON Lines and holds each against the project: the document is there, the offsets lie in its text, the
 * quotation (where given) is what stands there, and with `strict` the code is known. Throws AppError `file-damaged`
 * naming the first line at fault, or those of reading a file.
 */
export function readCodingsJob(input: ReadCodingsInput, context: JobContext): ReadCoding[] {
  const source = readUtf8(input.path);
  const db = openReader(input.project);
  try {
    return inFile(input.path, () => atOneMoment(db, () => check(db, source, input.strict, context)));
  } finally {
    db.close();
  }
}

/** Lines between two looks at the cancel flag. */
const stride = 500;

function check(db: Store['db'], source: string, strict: boolean, context: JobContext): ReadCoding[] {
  const openText = textReader(db);
  const codePath = pathReader(db, strict);
  const found: ReadCoding[] = [];
  for (const coding of readCodings(source)) {
    if (found.length % stride === 0) context.checkpoint();
    const document = openText(coding);
    const span = place(coding, document);
    const quote = document.text.slice(span.start, span.end);
    if (coding.quote !== undefined && coding.quote !== quote)
      throw lineFault(coding.line, mismatch(coding.quote, quote));
    found.push({
      ...span,
      document: document.id,
      textRow: document.row,
      path: codePath(coding),
      quote,
      memo: coding.memo ?? '',
    });
    context.progress(found.length, 0);
  }
  return found;
}

/** Documents by name or id, the text of the last one kept: codings come document by document as a rule. */
function textReader(db: Store['db']): (coding: CodingLine) => OpenText {
  const find = documentFinder(db);
  const ids = new Map<string, Id>();
  let last: OpenText | null = null;
  return (coding) => {
    let id = ids.get(coding.document);
    if (id === undefined) {
      const document = find(coding.document);
      if ('fault' in document) throw lineFault(coding.line, document.fault);
      ids.set(coding.document, (id = document.found));
    }
    if (last?.id !== id) {
      const text = documentText(db, id) ?? '';
      last = { id, row: documentTextRow(db, id) ?? 0, text, converter: offsetConverter(text) };
    }
    return last;
  };
}

function place(coding: CodingLine, { converter }: OpenText): Span {
  if (coding.end <= coding.start)
    throw lineFault(coding.line, `end (${coding.end}) must be greater than start (${coding.start})`);
  if (coding.end > converter.codePoints) {
    throw lineFault(
      coding.line,
      `end (${coding.end}) lies outside the text, which has ${converter.codePoints} characters (code points)`,
    );
  }
  return { start: converter.toUtf16(codePoint(coding.start)), end: converter.toUtf16(codePoint(coding.end)) };
}

function mismatch(given: string, found: string): string {
  return `the quote “${shorten(given)}” is not what stands at its offsets (code points), which is “${shorten(found)}”`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > 60 ? `${line.slice(0, 60).toWellFormed()}…` : line;
}

/** Code paths, each read and looked up once. */
function pathReader(db: Store['db'], strict: boolean): (coding: CodingLine) => string[] {
  const tree = buildCodeTree(listCodes(db));
  const known = new Map<string, string[]>();
  return (coding) => {
    let path = known.get(coding.code);
    if (path) return path;
    path = readPath(coding);
    if (strict && !findByPath(tree, joinPath(path))) {
      throw lineFault(
        coding.line,
        `there is no code “${joinPath(path)}”; import the codebook first, or leave strict off to create it`,
      );
    }
    known.set(coding.code, path);
    return path;
  };
}

function readPath(coding: CodingLine): string[] {
  try {
    return parsePath(coding.code);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw lineFault(coding.line, `code: ${error.message}`);
  }
}
