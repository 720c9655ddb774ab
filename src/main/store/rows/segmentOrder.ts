import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import { idFromHex, idToBytes } from '../ids.ts';
import { prepareRows } from '../statements.ts';
import { conditions, segmentsAt } from './segment.ts';
import type { SegmentFilter, SegmentRow } from './segment.ts';

/**
 * An order of the list of codings other than that of the texts: by codes, coders or documents as they are ranked, or by the length of the
 * passage. What is alike keeps the order of the texts, in both directions.
 */
export type SegmentOrder =
  | { by: 'code' | 'coder' | 'document'; ranked: readonly Id[]; descending: boolean }
  | { by: 'length'; descending: boolean };

/** `total`: how many rows the whole list has. */
type Window = { offset: number; limit: number; total: number };

/** How many codings stand under each of the values of a column, which an index knows without looking at the rows. */
function countBy(db: Database, column: 'code' | 'coder' | 'document', filter: SegmentFilter): Map<Id, number> {
  const { where, values } = conditions(filter);
  const rows = prepareRows<[string, number]>(
    db,
    `SELECT hex(${column}), count(*) FROM annotation ${where} GROUP BY ${column}`,
  ).all(...values);
  return new Map(rows.map(([hex, count]) => [idFromHex(hex), count]));
}

/** Row numbers of a window. Only the codings that share a value with some of it are sorted, by the index where there is one. */
function rankedPlaces(
  db: Database,
  filter: SegmentFilter,
  { by, ranked, descending }: Exclude<SegmentOrder, { by: 'length' }>,
  { offset, limit }: Window,
): number[] {
  const counts = countBy(db, by, filter);
  const { where, values } = conditions(filter);
  const sql = `SELECT rowid FROM annotation ${where === '' ? 'WHERE' : `${where} AND`} annotation.${by} = ?
    ORDER BY document, start, end, code, coder LIMIT ? OFFSET ?`;
  const places: number[] = [];
  let before = offset;
  for (const key of descending ? ranked.toReversed() : ranked) {
    const count = counts.get(key) ?? 0;
    const wanted = Math.min(limit - places.length, count - before);
    if (wanted <= 0) {
      if (places.length === limit) break;
      before -= count;
      continue;
    }
    const rows = prepareRows<[number]>(db, sql).all(...values, idToBytes(key), wanted, before);
    for (const [place] of rows) places.push(place);
    before = 0;
  }
  return places;
}

/** There is no index of lengths: the nearer end of the list is sorted, as far as the window. */
function placesByLength(
  db: Database,
  filter: SegmentFilter,
  descending: boolean,
  { offset, limit, total }: Window,
): number[] {
  const { where, values } = conditions(filter);
  const count = Math.min(limit, total - offset);
  if (count <= 0) return [];
  const isFromEnd = offset > total / 2;
  const [along, against] = isFromEnd ? ['DESC', 'ASC'] : ['ASC', 'DESC'];
  const rows = prepareRows<[number]>(
    db,
    `SELECT rowid FROM annotation ${where}
     ORDER BY end - start ${descending ? against : along}, document ${along}, start ${along}, end ${along}, code ${along}, coder ${along}
     LIMIT ? OFFSET ?`,
  ).all(...values, count, isFromEnd ? total - offset - count : offset);
  const found = rows.map(([place]) => place);
  return isFromEnd ? found.reverse() : found;
}

function places(db: Database, filter: SegmentFilter, order: SegmentOrder, window: Window): number[] {
  return order.by === 'length'
    ? placesByLength(db, filter, order.descending, window)
    : rankedPlaces(db, filter, order, window);
}

/** A window of the annotations that pass the filter, sorted. */
export function sortedSegments(db: Database, filter: SegmentFilter, order: SegmentOrder, window: Window): SegmentRow[] {
  return segmentsAt(db, places(db, filter, order, window));
}

/** The ids of a window, in the order of the texts where no other is asked for. */
export function segmentIds(db: Database, filter: SegmentFilter, order: SegmentOrder | undefined, window: Window): Id[] {
  if (order) {
    const rows = prepareRows<[string]>(
      db,
      `SELECT hex(annotation.id) FROM json_each(?) AS wanted CROSS JOIN annotation ON annotation.rowid = wanted.value
       ORDER BY wanted.key`,
    );
    return rows.all(JSON.stringify(places(db, filter, order, window))).map(([hex]) => idFromHex(hex));
  }
  const { where, values } = conditions(filter);
  return prepareRows<[string]>(
    db,
    `SELECT hex(annotation.id)
     FROM (SELECT rowid AS place FROM annotation ${where} ORDER BY document, start, end, code, coder LIMIT ? OFFSET ?) AS shown
     CROSS JOIN annotation ON annotation.rowid = shown.place
     ORDER BY annotation.document, start, end, annotation.code, annotation.coder`,
  )
    .all(...values, window.limit, window.offset)
    .map(([hex]) => idFromHex(hex));
}
