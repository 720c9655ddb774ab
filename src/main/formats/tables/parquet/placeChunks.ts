import { chunkOf } from './columnChunks.ts';
import type { ChunkEncoder, ColumnChunk } from './columnChunks.ts';
import { dataPage } from './pages.ts';
import type { Compress, Page } from './pages.ts';

/** Bytes of text that a page holds, about. */
const pageBytes = 1 << 20;

/** A column of positions. */
export type PlaceEncoder = ChunkEncoder & {
  /** Adds what `table` has for these positions, from the `from`th to before the `to`th. */
  add(positions: Uint32Array, table: Uint32Array, from: number, to: number): void;
};

/** A column of positions in a text (INT32), as another table counts them. */
export function placeEncoder(capacity: number): PlaceEncoder {
  const values = new Int32Array(capacity);
  let length = 0;
  return {
    add(positions, table, from, to) {
      for (let at = from; at < to; at++) values[length++] = table[positions[at] ?? 0] ?? 0;
    },
    finish(rows, compress) {
      length = 0;
      let [least = 0] = values;
      let most = least;
      for (let at = 1; at < rows; at++) {
        const value = values[at] ?? 0;
        if (value < least) least = value;
        if (value > most) most = value;
      }
      return plainChunk(rows, bytesOf(values, rows), { min_value: least, max_value: most, null_count: 0n }, compress);
    },
  };
}

/** A column of moments. */
export type MomentEncoder = ChunkEncoder & {
  /** Adds moments (milliseconds since 1970 UTC), from the `from`th to before the `to`th. */
  add(moments: Float64Array, from: number, to: number): void;
};

/** A column of moments (INT64, milliseconds). */
export function momentEncoder(capacity: number): MomentEncoder {
  const values = new BigInt64Array(capacity);
  const halves = new Int32Array(values.buffer);
  let least = Infinity;
  let most = -Infinity;
  let length = 0;
  return {
    add(moments, from, to) {
      for (let at = from; at < to; at++) {
        const moment = moments[at] ?? 0;
        if (moment < least) least = moment;
        if (moment > most) most = moment;
        const high = Math.floor(moment / 2 ** 32); // numbers of 64 bits would be made one by one
        halves[length * 2] = moment - high * 2 ** 32;
        halves[length * 2 + 1] = high;
        length += 1;
      }
    },
    finish(rows, compress) {
      const statistics = { min_value: BigInt(least), max_value: BigInt(most), null_count: 0n };
      [least, most, length] = [Infinity, -Infinity, 0];
      return plainChunk(rows, bytesOf(values, rows), statistics, compress);
    },
  };
}

function bytesOf(values: Int32Array | BigInt64Array, rows: number): Uint8Array {
  return new Uint8Array(values.buffer, 0, rows * values.BYTES_PER_ELEMENT);
}

function plainChunk(
  rows: number,
  bytes: Uint8Array,
  statistics: ColumnChunk['statistics'],
  compress: Compress,
): ColumnChunk {
  return chunkOf(null, [dataPage(rows, null, 'PLAIN', bytes, compress)], statistics);
}

/** A column of passages. */
export type PassageEncoder = ChunkEncoder & {
  /**
   * Adds passages of a text in UTF-8, from the `from`th to before the `to`th; `table` has the byte of each position. Stops
   * where the row group has as much text as it may; answers with the place of the first that was not added.
   */
  add(
    text: Buffer,
    table: Uint32Array,
    passages: { start: Uint32Array; end: Uint32Array },
    from: number,
    to: number,
  ): number;
};

/** A column of passages, cut out of their texts as bytes. A group holds `mostBytes` of text, and one passage at least. */
export function passageEncoder(mostBytes: number, compress: Compress): PassageEncoder {
  let page = new Uint8Array(pageBytes); // used for one page after the other
  let pages: Page[] = [];
  let length = 0;
  let rows = 0;
  let bytes = 0;
  const endPage = (): void => {
    if (rows === 0) return;
    pages.push(dataPage(rows, null, 'PLAIN', page.subarray(0, length), compress));
    length = 0;
    rows = 0;
  };
  const begin = (size: number): void => {
    if (length + size <= page.length) return;
    endPage();
    if (size > page.length) page = new Uint8Array(size);
  };
  return {
    add(text, table, { start, end }, from, to) {
      for (let at = from; at < to; at++) {
        if (bytes >= mostBytes) return at;
        const first = table[start[at] ?? 0] ?? 0;
        const size = (table[end[at] ?? 0] ?? 0) - first;
        begin(size + 4);
        page[length] = size;
        page[length + 1] = size >>> 8;
        page[length + 2] = size >>> 16;
        page[length + 3] = size >>> 24;
        text.copy(page, length + 4, first, first + size);
        length += size + 4;
        bytes += size;
        rows += 1;
      }
      return to;
    },
    finish() {
      endPage();
      bytes = 0;
      const ended = pages;
      pages = [];
      return chunkOf(null, ended, undefined);
    },
  };
}
