import { AppError } from '../../../shared/errors.ts';
import { buildCodeTree, findByPath } from '../../../shared/model/codeTree.ts';
import { compareIds } from '../../../shared/model/records.ts';
import type { Id } from '../../../shared/model/records.ts';
import { codePoint, offsetConverter } from '../../../shared/text/offsets.ts';
import type { OffsetConverter, Span } from '../../../shared/text/offsets.ts';
import { said } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';
import { joinPath, parsePath } from '../../formats/codebook/entry.ts';
import { EntryFault } from '../../formats/codebook/faults.ts';
import { lineFault, readCodings } from '../../formats/tables/jsonl/codings.ts';
import type { CodingLine } from '../../formats/tables/jsonl/codings.ts';
import type { Store } from '../../store/database.ts';
import { atOneMoment } from '../../store/oneMoment.ts';
import { openReader } from '../../store/openReader.ts';
import { quoteHash } from '../../store/rows/annotation.ts';
import { listCodes } from '../../store/rows/code.ts';
import { frozenText } from '../../store/rows/document.ts';
import type { JobContext } from '../../workers/job.ts';
import { documentFinder } from './namedDocument.ts';
import { inFile, readUtf8 } from './readText.ts';

export type ReadCodingsInput = { project: string; path: string; strict: boolean };

/**
 * A coding that fits its document: offsets in UTF-16 code units, code as the index of its path. `textRow` is the row number
 * of the text that they were held against, `proof` the hash of the quotation (`quoteHash`) in hexadecimal digits.
 */
export type ReadCoding = Span & { document: Id; textRow: number; path: number; proof: string; memo: string };

/** Paths of codes, each as its levels, in the order of the file; codings document by document. */
export type ReadCodings = { paths: string[][]; codings: ReadCoding[] };

/** A line whose document and code are known. */
type KnownLine = CodingLine & { id: Id; path: number };

type OpenText = { id: Id; row: number; text: string; converter: OffsetConverter };

/**
 * Reads codings from JSON Lines and holds each against the project: the document is there, the offsets lie in its text, the
 * quotation (where given) is what stands there, and with `strict` the code is known. Throws AppError `file-damaged`
 * naming the first line at fault, or those of reading a file.
 *
 * Texts are read in the order in which the file keeps them, each once, and codings are written in it: jumping about in a
 * large project takes many times as long.
 */
export function readCodingsJob(input: ReadCodingsInput, context: JobContext): ReadCodings {
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

function check(db: Store['db'], source: string, strict: boolean, context: JobContext): ReadCodings {
  const paths = pathReader(db, strict);
  const { lines, fault } = knownLines(db, source, paths.indexOf, context);
  const codings = placeAll(db, lines, context); // a fault in these lines comes before that one
  if (fault) throw fault;
  return { paths: paths.known, codings };
}

/** The lines up to the first that is none, or names no document or code; and what is wrong with that one. */
function knownLines(
  db: Store['db'],
  source: string,
  pathOf: (coding: CodingLine) => number,
  context: JobContext,
): { lines: KnownLine[]; fault: AppError | null } {
  const idOf = idReader(db);
  const lines: KnownLine[] = [];
  const fault = faultIn(() => {
    for (const coding of readCodings(source)) {
      if (lines.length % stride === 0) context.checkpoint();
      lines.push({ ...coding, id: idOf(coding), path: pathOf(coding) });
    }
  });
  return { lines, fault };
}

/** Runs `read` and gives back the fault of a line that it throws. */
function faultIn(read: () => void): AppError | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof AppError && 'line' in error.details) return error;
    throw error;
  }
}

/** Holds lines against their texts, document by document. Throws the fault of the first line, as the file has them, that has one. */
function placeAll(db: Store['db'], lines: readonly KnownLine[], context: JobContext): ReadCoding[] {
  const openText = textReader(db);
  let first: { line: number; fault: AppError } | null = null;
  const found: ReadCoding[] = [];
  const sorted = lines.toSorted((a, b) => compareIds(a.id, b.id));
  for (const [index, coding] of sorted.entries()) {
    if (index % stride === 0) context.checkpoint();
    context.progress(index + 1, sorted.length);
    if (first && first.line < coding.line) continue;
    const fault = faultIn(() => found.push(placeOne(coding, openText(coding.id))));
    if (fault) first = { line: coding.line, fault };
  }
  if (first) throw first.fault;
  return found;
}

function placeOne(coding: KnownLine, document: OpenText): ReadCoding {
  const span = place(coding, document);
  const quote = document.text.slice(span.start, span.end);
  if (coding.quote !== undefined && coding.quote !== quote) throw lineFault(coding.line, mismatch(coding.quote, quote));
  const proof = quoteHash(quote).toString('hex');
  return { ...span, document: coding.id, textRow: document.row, path: coding.path, proof, memo: coding.memo ?? '' };
}

/** Documents by name or id, each looked up once. */
function idReader(db: Store['db']): (coding: CodingLine) => Id {
  const find = documentFinder(db);
  const ids = new Map<string, Id>();
  return (coding) => {
    let id = ids.get(coding.document);
    if (id === undefined) {
      const document = find(coding.document);
      if ('fault' in document) throw lineFault(coding.line, document.fault);
      ids.set(coding.document, (id = document.found));
    }
    return id;
  };
}

/** Texts of documents, the last one kept. */
function textReader(db: Store['db']): (id: Id) => OpenText {
  let last: OpenText | null = null;
  return (id) => {
    if (last?.id !== id) {
      const { row, text } = frozenText(db, id) ?? { row: 0, text: '' };
      last = { id, row, text, converter: offsetConverter(text) };
    }
    return last;
  };
}

function place(coding: CodingLine, { converter }: OpenText): Span {
  if (coding.end <= coding.start)
    throw lineFault(coding.line, said('exchange.endBeforeStart', { start: coding.start, end: coding.end }));
  if (coding.end > converter.codePoints) {
    throw lineFault(coding.line, said('exchange.endOutside', { end: coding.end, characters: converter.codePoints }));
  }
  return { start: converter.toUtf16(codePoint(coding.start)), end: converter.toUtf16(codePoint(coding.end)) };
}

function mismatch(given: string, found: string): Message {
  return said('exchange.otherQuote', { given: shorten(given), found: shorten(found) });
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > 60 ? `${line.slice(0, 60).toWellFormed()}…` : line;
}

/** Code paths, each read and looked up once; `known` has them in the order in which they were asked for. */
function pathReader(db: Store['db'], strict: boolean): { known: string[][]; indexOf: (coding: CodingLine) => number } {
  const tree = buildCodeTree(listCodes(db));
  const known: string[][] = [];
  const indexes = new Map<string, number>();
  const indexOf = (coding: CodingLine): number => {
    let index = indexes.get(coding.code);
    if (index !== undefined) return index;
    const path = readPath(coding);
    if (strict && !findByPath(tree, joinPath(path))) {
      throw lineFault(coding.line, said('exchange.noCode', { code: joinPath(path) }));
    }
    index = known.push(path) - 1;
    indexes.set(coding.code, index);
    return index;
  };
  return { known, indexOf };
}

function readPath(coding: CodingLine): string[] {
  try {
    return parsePath(coding.code);
  } catch (error) {
    if (!(error instanceof EntryFault)) throw error;
    throw lineFault(coding.line, said('exchange.badCode', { fault: error.reason }));
  }
}
