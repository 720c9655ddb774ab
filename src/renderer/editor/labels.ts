/** What wants a name in the margin. All lengths are pixels from the top of the document. */
export type LabelWish = {
  readonly id: string;
  /** Where its name stands best. */
  readonly at: number;
  /** The lowest place where a name still says what it belongs to. */
  readonly latest: number;
  /** Stands in any case, as low as it must. */
  readonly firm: boolean;
};

/** A row of the margin: one name, or a “+N” for several that found no room. */
export type LabelRow = { readonly at: number; readonly ids: readonly string[]; readonly kind: 'name' | 'more' };

/**
 * Stands names one under another: each at its place or, where others are in the way, below them. Those that would
 * sink below their `latest` are gathered in “+N” rows. No two rows are nearer than `rowHeight`.
 * @param wishes in the order of `at`
 */
export function layoutLabels(wishes: readonly LabelWish[], rowHeight: number): LabelRow[] {
  const rows: { at: number; ids: string[]; kind: 'name' | 'more' }[] = [];
  let free = -Infinity; // the first height that is not taken
  for (const { id, at, latest, firm } of wishes) {
    const place = Math.max(at, free);
    const last = rows.at(-1);
    if (place <= latest || firm) {
      rows.push({ at: place, ids: [id], kind: 'name' });
      free = place + rowHeight;
    } else if (last?.kind === 'more') {
      last.ids.push(id);
    } else {
      rows.push({ at: place, ids: [id], kind: 'more' });
      free = place + rowHeight;
    }
  }
  // A “+1” takes the room of the name itself.
  return rows.map((row) => (row.ids.length === 1 ? { ...row, kind: 'name' } : row));
}
