import { ByteWriter } from 'hyparquet-writer';
import { bitsFor, hybridBytes } from './hybrid.ts';

/** Compresses bytes; the result must depend on them alone. */
export type Compress = (bytes: Uint8Array) => Uint8Array;

/** A page as it stands in the file, header first. `size` is what it would be uncompressed. */
export type Page = { parts: readonly Uint8Array[]; size: number };

/** Numbers of the format's enumerations (parquet.thrift). */
const pageTypes = { dictionary: 2, dataV2: 3 } as const;
const encodings = { PLAIN: 0, RLE_DICTIONARY: 8 } as const;

/** Which rows of a page have no value: 0 for those, 1 for the others; `null`: all have one. */
export type Presence = { levels: Uint32Array; missing: number } | null;

/** A page of the values that a column's indexes point to, in PLAIN form. */
export function dictionaryPage(values: Uint8Array, count: number, compress: Compress): Page {
  const body = compress(values);
  const header = pageHeader(pageTypes.dictionary, values.length, body.length, (writer) => {
    field(writer, 4, structType); // field 7, after field 3
    integer(writer, 1, count);
    integer(writer, 1, encodings.PLAIN);
    writer.appendUint8(stop);
  });
  return { parts: [header, body], size: header.length + values.length };
}

/** A page of `rows` rows of an optional column; `values` are those that are there. */
export function dataPage(
  rows: number,
  presence: Presence,
  encoding: keyof typeof encodings,
  values: Uint8Array,
  compress: Compress,
): Page {
  const levels = hybridBytes(presence?.levels ?? allThere(rows), rows, 1);
  const isCompressed = values.length > 0;
  const body = isCompressed ? compress(values) : values;
  const size = levels.length + values.length;
  const header = pageHeader(pageTypes.dataV2, size, levels.length + body.length, (writer) => {
    field(writer, 5, structType); // field 8, after field 3
    integer(writer, 1, rows);
    integer(writer, 1, presence?.missing ?? 0);
    integer(writer, 1, rows);
    integer(writer, 1, encodings[encoding]);
    integer(writer, 1, levels.length);
    integer(writer, 1, 0); // no repetition levels
    if (!isCompressed) field(writer, 1, falseType);
    writer.appendUint8(stop);
  });
  return { parts: [header, levels, body], size: header.length + size };
}

/** Indexes of a dictionary of `size` values, as a data page has them: their width in bits, then they. */
export function indexBytes(indexes: Uint32Array, count: number, size: number): Uint8Array {
  const bits = bitsFor(Math.max(0, size - 1));
  const packed = hybridBytes(indexes, count, bits);
  const bytes = new Uint8Array(packed.length + 1);
  bytes[0] = bits;
  bytes.set(packed, 1);
  return bytes;
}

let ones = new Uint32Array(0);

function allThere(rows: number): Uint32Array {
  if (ones.length < rows) ones = new Uint32Array(rows).fill(1);
  return ones;
}

/** Thrift’s compact protocol, as far as page headers need it: a field says how far its number is from the last one’s. */
const falseType = 2;
const integerType = 5;
const structType = 12;
const stop = 0;

function field(writer: ByteWriter, step: number, type: number): void {
  writer.appendUint8((step << 4) | type);
}

function integer(writer: ByteWriter, step: number, value: number): void {
  field(writer, step, integerType);
  writer.appendZigZag(value);
}

/** `rest` writes the header of the page’s kind, which comes after field 3. */
function pageHeader(type: number, size: number, packedSize: number, rest: (writer: ByteWriter) => void): Uint8Array {
  const writer = new ByteWriter(64);
  integer(writer, 1, type);
  integer(writer, 1, size);
  integer(writer, 1, packedSize);
  rest(writer);
  writer.appendUint8(stop);
  return writer.getBytes();
}
