/**
 * Where a key moves the cursor of a list of `total` rows, of which `page` are in sight; null: the key moves nothing.
 * The cursor stops at both ends.
 */
export function moveCursor(key: string, cursor: number, total: number, page: number): number | null {
  if (total === 0) return null;
  const to = targets[key]?.(cursor, total, Math.max(1, page - 1));
  return to === undefined ? null : Math.max(0, Math.min(total - 1, to));
}

const targets: Partial<Record<string, (cursor: number, total: number, page: number) => number>> = {
  ArrowDown: (cursor) => cursor + 1,
  ArrowUp: (cursor) => cursor - 1,
  PageDown: (cursor, _total, page) => cursor + page,
  PageUp: (cursor, _total, page) => cursor - page,
  Home: () => 0,
  End: (_cursor, total) => total - 1,
};

/** The windows of `size` rows that cover the rows from `first` to `last`, by number. */
export function windowsFor(first: number, last: number, size: number): number[] {
  const from = Math.floor(Math.max(0, first) / size);
  const to = Math.floor(Math.max(0, first, last) / size);
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
