import type { Database } from 'better-sqlite3';
import type { Id } from '../../shared/model/records.ts';
import { idToBytes } from './ids.ts';
import { prepareRows } from './statements.ts';

/** The codings of one document, column by column. Entries 0 to `count` - 1 hold. */
export type AnnotationColumns = {
  count: number;
  /** UTF-16 code units. */
  start: Uint32Array;
  end: Uint32Array;
  /** Places in the lists of codes and of coders. */
  code: Uint32Array;
  coder: Uint32Array;
  /** Milliseconds since 1970 UTC. */
  created: Float64Array;
  modified: Float64Array;
  /** `null` where no coding has one. */
  memos: readonly string[] | null;
};

/**
 * The index has the order that is wanted, which a sub-query with ORDER BY would pay for with another copy of every row.
 * Numbers are written out with a blank behind each, and nothing but the blank where a coding was never changed; then come
 * the 16 bytes of the code and those of the coder.
 */
export const codingsTogether = `
  SELECT CAST(group_concat(start || ' ' || end || ' ' || created || ' ' || iif(modified = created, '', modified) || ' ' || code || coder, '') AS BLOB),
    max(memo <> '')
  FROM annotation INDEXED BY annotation_by_place WHERE document = ?`;

const memosInOrder = 'SELECT memo FROM annotation WHERE document = ? ORDER BY start, end, code, coder';

/**
 * Prepares reading the codings of documents by place, code and coder, as `codingsOfDocument` does, many at a time: a row of
 * its own for each coding costs several times as much. Those with codes or of coders that are not among the given are
 * left out. The answer holds until the next call.
 */
export function openAnnotationColumns(
  db: Database,
  codes: readonly Id[],
  coders: readonly Id[],
): (document: Id) => AnnotationColumns {
  const together = prepareRows<[Uint8Array | null, number | null]>(db, codingsTogether);
  const memos = prepareRows<[string]>(db, memosInOrder);
  const placeOfCode = idPlaces(codes);
  const placeOfCoder = idPlaces(coders);
  let columns = makeColumns(256);
  return (document) => {
    const key = idToBytes(document);
    const [packed, hasMemos] = together.get(key) ?? [null, null];
    columns.count = 0;
    columns.memos = null;
    if (packed === null) return columns;
    // No coding takes less than its two ids, three numbers and four blanks.
    const most = Math.floor(packed.length / 39) + 1;
    if (most > columns.start.length) columns = makeColumns(2 * most);
    unpack(packed, columns, placeOfCode, placeOfCoder, hasMemos === 1 ? memos.all(key) : null);
    return columns;
  };
}

function makeColumns(size: number): AnnotationColumns {
  return {
    count: 0,
    start: new Uint32Array(size),
    end: new Uint32Array(size),
    code: new Uint32Array(size),
    coder: new Uint32Array(size),
    created: new Float64Array(size),
    modified: new Float64Array(size),
    memos: null,
  };
}

/** The place of the id that stands in these bytes from there on; -1 where it is not among them. */
type PlaceOf = (bytes: Uint8Array, at: number) => number;

function unpack(
  packed: Uint8Array,
  columns: AnnotationColumns,
  placeOfCode: PlaceOf,
  placeOfCoder: PlaceOf,
  memos: readonly [string][] | null,
): void {
  const { start, end, code, coder, created, modified } = columns;
  const kept: string[] = [];
  let at = 0;
  const number = (): number => {
    const isNegative = packed[at] === 45;
    let value = 0;
    for (let digit = packed[isNegative ? ++at : at] ?? 32; digit !== 32; digit = packed[++at] ?? 32)
      value = value * 10 + digit - 48;
    at += 1;
    return isNegative ? -value : value;
  };
  let row = 0;
  for (let index = 0; at < packed.length; index++) {
    start[row] = number();
    end[row] = number();
    created[row] = number();
    const isChanged = packed[at] !== 32;
    modified[row] = isChanged ? number() : (created[row] ?? 0);
    if (!isChanged) at += 1;
    const codePlace = placeOfCode(packed, at);
    const coderPlace = placeOfCoder(packed, at + 16);
    at += 32;
    if (codePlace === -1 || coderPlace === -1) continue;
    code[row] = codePlace;
    coder[row] = coderPlace;
    if (memos !== null) kept.push(memos[index]?.[0] ?? '');
    row += 1;
  }
  columns.count = row;
  columns.memos = memos === null ? null : kept;
}

function idPlaces(ids: readonly Id[]): PlaceOf {
  const known = Buffer.concat(ids.map(idToBytes));
  // The last bytes of an id are random.
  const word = (bytes: Uint8Array, at: number): number =>
    (bytes[at + 12] ?? 0) |
    ((bytes[at + 13] ?? 0) << 8) |
    ((bytes[at + 14] ?? 0) << 16) |
    ((bytes[at + 15] ?? 0) << 24);
  const equals = (bytes: Uint8Array, at: number, place: number): boolean => {
    for (let index = 0; index < 16; index++) if (bytes[at + index] !== known[place * 16 + index]) return false;
    return true;
  };
  const byWord = new Map<number, number[]>();
  ids.forEach((_, place) => {
    const key = word(known, place * 16);
    byWord.set(key, [...(byWord.get(key) ?? []), place]);
  });
  return (bytes, at) => {
    for (const place of byWord.get(word(bytes, at)) ?? []) if (equals(bytes, at, place)) return place;
    return -1;
  };
}
