import { tablesWords as words } from '#words/core/tables.ts';
import { createByteWriter } from '../statistics/byteWriter.ts';
import type { ByteWriter } from '../statistics/byteWriter.ts';
import type { TableOptions } from '../statistics/dataset.ts';
import { cutBytes, oneLine } from '../statistics/text.ts';
import { octets } from './columns.ts';
import type { SavColumn, SavFormat } from './columns.ts';

/** System missing: the least double. */
const systemMissing = -Number.MAX_VALUE;

/** A whole number v from -99 to 151 is written in one byte as v + 100. */
export const compressionBias = 100;

const blank = 0x20;
const levels = { nominal: 1, ordinal: 2, scale: 3 } as const;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Everything of a system file before the data, as the PSPP developers' guide describes it, record by record. */
export function dictionaryBytes(columns: readonly SavColumn[], rows: number, options: TableOptions): Uint8Array {
  const out = createByteWriter();
  writeHeader(out, columns, rows, options);
  for (const column of columns) writeVariable(out, column);
  for (const column of columns) writeValueLabels(out, column);
  writeDocuments(out, options.documents);
  writeMachine(out);
  writeDisplay(out, columns);
  writeLongNames(out, columns);
  writeLongTexts(out, columns);
  extension(out, 16, 8, (body) => {
    body.int64(1);
    body.int64(rows);
  });
  writeAttributes(out, columns);
  extension(out, 20, 1, (body) => body.text('UTF-8'));
  writeLongLabels(out, columns);
  writeLongMissing(out, columns);
  out.int32(999);
  out.int32(0);
  return out.take();
}

function writeHeader(out: ByteWriter, columns: readonly SavColumn[], rows: number, options: TableOptions): void {
  const segments = columns.flatMap((column) => column.segments);
  out.text('$FL2');
  out.padded('@(#) SPSS DATA FILE Galley', 60, blank);
  out.int32(2); // layout: this number tells readers the order of bytes
  out.int32(segments.reduce((sum, { width }) => sum + octets(width), 0));
  out.int32(1); // compressed by codes of one byte
  out.int32(0); // no weights
  out.int32(rows > 0x7fffffff ? -1 : rows);
  out.float64(compressionBias);
  const month = months[Number(options.created.slice(5, 7)) - 1] ?? 'Jan';
  out.padded(`${options.created.slice(8, 10)} ${month} ${options.created.slice(2, 4)}`, 9, blank);
  out.padded(options.created.slice(11, 19), 8, blank);
  const label = oneLine(options.label);
  if (cutBytes(label, 64) !== label) options.warn({ variable: null, row: null, message: words.spssFileLabelCut });
  out.padded(label, 64, blank);
  out.fill(3, 0);
}

function writeVariable(out: ByteWriter, column: SavColumn): void {
  const { segments, variable, missing, label } = column;
  for (const [index, segment] of segments.entries()) {
    const isFirst = index === 0;
    const texts = variable.kind === 'text';
    // Missing texts of more than 8 bytes have a record of their own.
    const declared = isFirst && !(texts && column.width > 8);
    const values = declared ? missing.values : [];
    const range = declared ? missing.range : null;
    out.int32(2);
    out.int32(segment.width);
    out.int32(isFirst && label !== '' ? 1 : 0);
    out.int32(range === null ? values.length : -2 - values.length);
    const format = packFormat({ ...column.format, width: segment.width === 0 ? column.format.width : segment.width });
    out.int32(format);
    out.int32(format);
    out.padded(segment.shortName, 8, blank);
    if (isFirst && label !== '') {
      const bytes = Buffer.byteLength(label);
      out.int32(bytes);
      out.padded(label, Math.ceil(bytes / 4) * 4, blank);
    }
    for (const value of [...(range ?? []), ...values]) {
      if (texts) out.padded(String(value), 8, blank);
      else out.float64(value);
    }
    for (let rest = octets(segment.width) - 1; rest > 0; rest--) {
      out.int32(2);
      out.int32(-1);
      out.fill(16, 0);
      out.fill(8, blank);
    }
  }
}

function packFormat({ type, width, decimals }: SavFormat): number {
  return type * 0x10000 + width * 0x100 + decimals;
}

function writeValueLabels(out: ByteWriter, { variable, width, labels, segments }: SavColumn): void {
  if (labels.size === 0 || width > 8) return;
  out.int32(3);
  out.int32(labels.size);
  for (const [value, label] of labels) {
    if (variable.kind === 'text') out.padded(String(value), 8, blank);
    else out.float64(value);
    const bytes = Buffer.byteLength(label);
    out.uint8(bytes);
    out.padded(label, Math.ceil((bytes + 1) / 8) * 8 - 1, blank);
  }
  out.int32(4);
  out.int32(1);
  out.int32(segments[0].place);
}

/** Lines of 80 bytes; longer ones go on in the next line. */
function writeDocuments(out: ByteWriter, documents: readonly string[]): void {
  const lines = documents.flatMap((document) => {
    const parts: string[] = [];
    let rest = oneLine(document);
    do {
      const part = cutBytes(rest, 80);
      parts.push(part);
      rest = rest.slice(part.length);
    } while (rest !== '');
    return parts;
  });
  if (lines.length === 0) return;
  out.int32(6);
  out.int32(lines.length);
  for (const line of lines) out.padded(line, 80, blank);
}

function writeMachine(out: ByteWriter): void {
  // Version 24.0.0, no machine code, IEEE 754, compression, little-endian, code page of UTF-8.
  extension(out, 3, 4, (body) => [24, 0, 0, -1, 1, 1, 2, 65_001].forEach((value) => body.int32(value)));
  extension(out, 4, 8, (body) => {
    body.float64(systemMissing);
    body.float64(Number.MAX_VALUE);
    body.float64(lowest());
  });
}

/** The second least double, by which LOWEST is written in ranges. */
function lowest(): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, systemMissing);
  view.setBigUint64(0, view.getBigUint64(0) - 1n);
  return view.getFloat64(0);
}

/** Measurement level, width on the screen, alignment (0 left, 1 right) of each segment. */
function writeDisplay(out: ByteWriter, columns: readonly SavColumn[]): void {
  extension(out, 11, 4, (body) => {
    for (const { variable, segments, format } of columns) {
      for (const { width } of segments) {
        body.int32(levels[variable.level]);
        body.int32(width === 0 ? Math.max(8, format.width) : Math.min(40, Math.max(8, width)));
        body.int32(width === 0 ? 1 : 0);
      }
    }
  });
}

function writeLongNames(out: ByteWriter, columns: readonly SavColumn[]): void {
  const pairs = columns.map(({ segments, name }) => `${segments[0].shortName}=${name}`);
  extension(out, 13, 1, (body) => body.text(pairs.join('\t')));
}

function writeLongTexts(out: ByteWriter, columns: readonly SavColumn[]): void {
  const long = columns.filter(({ segments }) => segments.length > 1);
  if (long.length === 0) return;
  const pairs = long.map(({ segments, width }) => `${segments[0].shortName}=${String(width).padStart(5, '0')}\0\t`);
  extension(out, 14, 1, (body) => body.text(pairs.join('')));
}

/** Notes, as the custom attribute `Note` of their variables: one line, since a line feed ends a value. */
function writeAttributes(out: ByteWriter, columns: readonly SavColumn[]): void {
  const sets = columns.flatMap(({ name, notes }) => {
    const values = notes.map((note) => `'${cutBytes(note, 32_767)}'\n`);
    return values.length === 0 ? [] : [`${name}:Note(${values.join('')})`];
  });
  if (sets.length > 0) extension(out, 18, 1, (body) => body.text(sets.join('/')));
}

function writeLongLabels(out: ByteWriter, columns: readonly SavColumn[]): void {
  const labelled = columns.filter(({ width, labels }) => width > 8 && labels.size > 0);
  if (labelled.length === 0) return;
  extension(out, 21, 1, (body) => {
    for (const { name, width, labels } of labelled) {
      counted(body, name);
      body.int32(width);
      body.int32(labels.size);
      for (const [value, label] of labels) {
        body.int32(width);
        body.padded(String(value), width, blank);
        counted(body, label);
      }
    }
  });
}

function writeLongMissing(out: ByteWriter, columns: readonly SavColumn[]): void {
  const declared = columns.filter(({ width, missing }) => width > 8 && missing.values.length > 0);
  if (declared.length === 0) return;
  extension(out, 22, 1, (body) => {
    for (const { name, missing } of declared) {
      counted(body, name);
      body.uint8(missing.values.length);
      body.int32(8);
      for (const value of missing.values) body.padded(String(value), 8, blank);
    }
  });
}

function counted(out: ByteWriter, text: string): void {
  out.int32(Buffer.byteLength(text));
  out.text(text);
}

/** An extension record of elements of `size` bytes. */
function extension(out: ByteWriter, subtype: number, size: number, write: (body: ByteWriter) => void): void {
  const body = createByteWriter();
  write(body);
  out.int32(7);
  out.int32(subtype);
  out.int32(size);
  out.int32(body.length() / size);
  out.bytes(body.take());
}
