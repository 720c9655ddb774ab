/** A vertical extent, in pixels or any other unit; `top` < `bottom`. */
export type Extent = { readonly id: string; readonly top: number; readonly bottom: number };

export type Packing = {
  /** Track of each extent that found one; 0 is next to the text. */
  readonly tracks: ReadonlyMap<string, number>;
  /** Those for which all tracks were taken, in the order given. */
  readonly left: readonly string[];
};

/** The order in which extents are packed: from above, and of those that begin together the longest first. */
export function compareExtents(a: Extent, b: Extent): number {
  return a.top - b.top || b.bottom - a.bottom;
}

/**
 * Gives every extent the track nearest to the text on which nothing else lies at its height. Without `previous` the number
 * of tracks is the greatest number of extents at one height, which no packing can beat (first fit by beginning is optimal
 * for intervals). With `previous` an extent keeps its track where it can, so that scrolling does not shuffle lanes.
 * @param extents in the order of `compareExtents`
 * @param limit how many tracks there are, at least 1
 */
export function packTracks(
  extents: readonly Extent[],
  limit: number,
  previous: ReadonlyMap<string, number> = new Map(),
): Packing {
  const bottoms: number[] = []; // how far down each track is taken
  const tracks = new Map<string, number>();
  const left: string[] = [];
  for (const { id, top, bottom } of extents) {
    const free = (track: number): boolean => (bottoms[track] ?? -Infinity) <= top;
    const kept = previous.get(id);
    let track = kept !== undefined && kept < limit && free(kept) ? kept : 0;
    while (track < limit && !free(track)) track++;
    if (track === limit) {
      left.push(id);
      continue;
    }
    while (bottoms.length < track) bottoms.push(-Infinity);
    bottoms[track] = bottom;
    tracks.set(id, track);
  }
  return { tracks, left };
}
