import { CsvError, parse } from 'csv-parse/sync';
import { AppError } from '../../../../shared/errors.ts';
import { said } from '../../../../shared/words/message.ts';
import type { Message } from '../../../../shared/words/message.ts';

/**
 * One record. `line`: the line of the file on which it begins; `row`: the row that a spreadsheet shows it in (a cell
 * with line ends makes the two differ). Both count from 1, and the header is counted.
 */
export type CsvRow = { line: number; row: number; cells: string[] };

export type CsvFile = { delimiter: string; header: string[]; rows: CsvRow[] };

const delimiters = [',', ';', '\t'] as const;

/** What csv-parse gives with the option `info`. */
type ParsedRecord = { record: string[]; info: { lines: number; records: number; empty_lines: number } };

/**
 * Reads a CSV file with a header row: commas, semicolons or tabs (whichever the header uses most, unless given; Excel's
 * `sep=;` line is obeyed), with or without byte order mark, any line ends. Empty lines are passed over. Rows may have
 * fewer cells than the header, never more. Throws AppError `file-empty`, or `file-damaged` with the line at fault.
 */
export function readCsv(text: string, options: { delimiter?: string } = {}): CsvFile {
  const declared = /^\uFEFF?sep=([,;\t|])(?:\r\n|\n|\r)/iu.exec(text);
  const body = declared ? text.slice(declared[0].length) : text.replace(/^\uFEFF/u, '');
  const before = declared ? 1 : 0; // lines taken off above the header
  const delimiter = options.delimiter ?? declared?.[1] ?? sniffDelimiter(body);
  const records = parseRecords(body, delimiter, before);
  const [first, ...rest] = withStartLines(records, before);
  if (!first) throw new AppError('file-empty', said('tables.noRows'));
  const header = first.cells.map((cell) => cell.trim());
  const rows = rest.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const tooLong = rows.find(({ cells }) => cells.length > header.length);
  if (tooLong) {
    const counts = { cells: tooLong.cells.length, columns: header.length };
    throw damaged(tooLong.line, said('tables.moreCells', counts));
  }
  return { delimiter, header, rows };
}

/** The delimiter that cuts the header into the most columns; a comma where that leaves it open. */
export function sniffDelimiter(text: string): string {
  const counts = delimiters.map((delimiter) => ({ delimiter, columns: countHeaderColumns(text, delimiter) }));
  return counts.reduce((best, next) => (next.columns > best.columns ? next : best)).delimiter;
}

/** Counts by hand, because a wrong delimiter makes a parser fail on quotes. Delimiters in quotes do not count. */
function countHeaderColumns(text: string, delimiter: string): number {
  let columns = 1;
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) {
      if (columns > 1) break;
    } else if (!quoted && character === delimiter) columns++;
  }
  return columns;
}

function parseRecords(text: string, delimiter: string, before: number): ParsedRecord[] {
  try {
    // With `info` each record comes as { record, info }; the types of csv-parse do not say so.
    return parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: 0,
    }) as unknown as ParsedRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw damaged(startOfFault(text, error) + before, explain(error));
  }
}

/** The line on which the record at fault begins: an open quote is noticed only at the end of the file. */
function startOfFault(text: string, error: CsvError): number {
  const read = error['bytes_records'];
  const sound = Buffer.from(text)
    .subarray(0, typeof read === 'number' ? read : 0)
    .toString();
  const blank = /^(?:\r\n|\n|\r)*/u.exec(text.slice(sound.length))?.[0] ?? '';
  return countLineEnds(sound + blank) + 1;
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/gu)?.length ?? 0;
}

/** csv-parse counts the line on which a record ends; people look for the one on which it begins. */
function withStartLines(records: ParsedRecord[], before: number): CsvRow[] {
  return records.map(({ record, info }) => {
    const inside = record.reduce((sum, cell) => sum + countLineEnds(cell), 0);
    return { line: info.lines - inside + before, row: info.records + info.empty_lines + before, cells: record };
  });
}

function explain(error: CsvError): Message | string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return said('tables.quoteLeftOpen');
  if (error.code === 'INVALID_OPENING_QUOTE') return said('tables.quoteInCell');
  if (error.code === 'CSV_INVALID_CLOSING_QUOTE') return said('tables.textAfterQuote');
  return error.message.replace(/\s+/gu, ' ');
}

function damaged(line: number, reason: Message | string): AppError {
  return new AppError('file-damaged', said('tables.atLine', { line, reason }), { line });
}
