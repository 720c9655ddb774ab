import type { ColumnMetaData, SchemaElement } from 'hyparquet';
import { dataPage, dictionaryPage, indexBytes } from './pages.ts';
import type { Compress, Page, Presence } from './pages.ts';
import type { Physical } from './parquetColumn.ts';
import { plainBytes } from './plainValues.ts';

/** One column of one row group, encoded. Offsets count from its own beginning. */
export type ColumnChunk = ChunkFacts & { parts: readonly Uint8Array[] };

/** What the end of the file says of it. */
export type ChunkFacts = {
  /** Bytes with and without compression. */
  length: number;
  size: number;
  /** Bytes of the dictionary, with which it begins; 0: it has none. */
  dictionaryLength: number;
  encodings: ColumnMetaData['encodings'];
  statistics: ColumnMetaData['statistics'];
};

/** Takes the cells of a column until its row group is full. */
export type ChunkEncoder = {
  /** Encodes the `rows` rows that were added since the last time. */
  finish(rows: number, compress: Compress): ColumnChunk;
};

/** Puts pages together. All of them but the dictionary have the same encoding. */
export function chunkOf(
  dictionary: Page | null,
  pages: readonly Page[],
  statistics: ColumnChunk['statistics'],
): ColumnChunk {
  const all = dictionary === null ? pages : [dictionary, ...pages];
  return {
    parts: all.flatMap(({ parts }) => parts),
    length: all.reduce((sum, page) => sum + lengthOf(page), 0),
    size: all.reduce((sum, { size }) => sum + size, 0),
    dictionaryLength: dictionary === null ? 0 : lengthOf(dictionary),
    encodings: dictionary === null ? ['PLAIN'] : ['PLAIN', 'RLE_DICTIONARY'],
    statistics,
  };
}

function lengthOf({ parts }: Page): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

/** Stands for “no value” among indexes. */
const nothing = 0xffffffff;

/** A column whose values repeat. */
export type RepeatingEncoder = ChunkEncoder & {
  /** Adds the same value `count` times. */
  add(value: Physical | null, count: number): void;
};

/** A column whose values repeat, such as what is said of a document; each is written once for a row group. */
export function repeatingEncoder(element: SchemaElement, capacity: number): RepeatingEncoder {
  const indexes = new Uint32Array(capacity);
  let places = new Map<Physical, number>();
  let length = 0;
  return {
    add(value, count) {
      let place = value === null ? nothing : places.get(value);
      if (place === undefined && value !== null) places.set(value, (place = places.size));
      indexes.fill(place ?? nothing, length, length + count);
      length += count;
    },
    finish(rows, compress) {
      const values = [...places.keys()];
      places = new Map();
      length = 0;
      return indexedChunk(element, values, indexes, rows, compress);
    },
  };
}

/** A column whose values come from a list. */
export type PickingEncoder = ChunkEncoder & {
  /** Adds the values at these places of the list, from the `from`th to before the `to`th. */
  add(places: Uint32Array, from: number, to: number): void;
};

/** A column whose values come from one list, such as the names of codes. */
export function pickingEncoder(
  element: SchemaElement,
  list: readonly (Physical | null)[],
  capacity: number,
): PickingEncoder {
  const indexes = new Uint32Array(capacity);
  const local = new Int32Array(list.length).fill(-1);
  let used: number[] = [];
  let length = 0;
  return {
    add(places, from, to) {
      for (let at = from; at < to; at++) {
        const place = places[at] ?? 0;
        let index = local[place] ?? -1;
        if (index === -1) {
          index = used.length;
          local[place] = index;
          used.push(place);
        }
        indexes[length++] = index;
      }
    },
    finish(rows, compress) {
      const values = used.map((place) => list[place] ?? null);
      used = [];
      local.fill(-1);
      length = 0;
      if (values.every((value) => value !== null)) return indexedChunk(element, values, indexes, rows, compress);
      throw new Error('a value of a list is missing');
    },
  };
}

function indexedChunk(
  element: SchemaElement,
  values: readonly Physical[],
  indexes: Uint32Array,
  rows: number,
  compress: Compress,
): ColumnChunk {
  const presence = takeNothing(indexes, rows);
  const there = rows - (presence?.missing ?? 0);
  const statistics = statisticsOf(element, values, presence?.missing ?? 0);
  if (there === 0) return chunkOf(null, [dataPage(rows, presence, 'PLAIN', new Uint8Array(0), compress)], statistics);
  const packed = indexBytes(indexes, there, values.length);
  const page = dataPage(rows, presence, 'RLE_DICTIONARY', packed, compress);
  const dictionary = dictionaryPage(plainBytes(element, values), values.length, compress);
  return chunkOf(dictionary, [page], statistics);
}

/** Moves the indexes of values together, and tells where there was none. */
function takeNothing(indexes: Uint32Array, rows: number): Presence {
  if (!indexes.subarray(0, rows).includes(nothing)) return null;
  const levels = new Uint32Array(rows);
  let there = 0;
  for (let row = 0; row < rows; row++) {
    const index = indexes[row] ?? nothing;
    if (index === nothing) continue;
    levels[row] = 1;
    indexes[there++] = index;
  }
  return { levels, missing: rows - there };
}

/** Readers skip row groups by the least and the most of numbers and dates; of texts they cost more than they spare. */
function statisticsOf({ type }: SchemaElement, values: Iterable<Physical>, missing: number): ColumnChunk['statistics'] {
  if (type === 'BYTE_ARRAY') return undefined;
  let least: Physical | undefined;
  let most: Physical | undefined;
  for (const value of values) {
    if (least === undefined || value < least) least = value;
    if (most === undefined || value > most) most = value;
  }
  // The format wants the least zero to be −0 and the most to be +0, because readers tell them apart.
  if (type === 'DOUBLE' && least === 0) least = -0;
  if (type === 'DOUBLE' && most === 0) most = 0;
  return { min_value: least, max_value: most, null_count: BigInt(missing) };
}
