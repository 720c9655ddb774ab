import { layoutLabels } from './labels.ts';
import type { LabelRow, LabelWish } from './labels.ts';
import { compareExtents, packTracks } from './tracks.ts';
import type { Extent } from './tracks.ts';

/** A coding beside the text. All heights are pixels from the top of the document. */
export type Lane = Extent & {
  /** Height of the middle of its first line. */
  readonly firstMiddle: number;
};

/** What the margin has to offer, in pixels. */
export type MarginRoom = {
  readonly width: number;
  /** The part of the document on screen. */
  readonly visibleTop: number;
  readonly visibleBottom: number;
  /** The coding whose name must stand, if any. */
  readonly lit: string | null;
};

/** `offset` and `indent` are pixels from the edge of the margin that is next to the text. */
export type Bracket = Extent & { readonly offset: number };
export type NameRow = LabelRow & { readonly indent: number };

export type MarginPlan = {
  readonly brackets: readonly Bracket[];
  readonly rows: readonly NameRow[];
  readonly tracks: ReadonlyMap<string, number>;
};

/** Height of a name: also its hit area. */
export const rowHeight = 24;
/** Least and usual distance of two tracks. */
const narrowTrack = 4;
const usualTrack = 9;
/** Names stand at the same indent as long as there are no more tracks than these. */
const usualTracks = 3;
const gapBeforeName = 8;
/** Space between the text and the first track. */
const gapBeforeTracks = 18;
/** Width that tracks leave to names, where there is so much. */
const nameWidth = 104;
/** How many rows a name may sink below its place, and how many names of passages that began above may stay in view. */
const sinkRows = 2;
const heldRows = 8;

function wishOf(lane: Lane, { visibleTop, lit }: MarginRoom): LabelWish {
  const natural = lane.firstMiddle - rowHeight / 2;
  const lowest = lane.bottom - rowHeight;
  const firm = lane.id === lit;
  const held = visibleTop + 4;
  // The name of a passage that began above the window stays in the window as long as the passage does.
  if (natural < held && lowest > natural) {
    return { id: lane.id, at: Math.min(held, lowest), latest: Math.min(lowest, held + heldRows * rowHeight), firm };
  }
  return { id: lane.id, at: natural, latest: Math.max(lowest, natural + sinkRows * rowHeight), firm };
}

/** Where brackets and names stand. `previous` are the tracks of the last plan, kept where possible. */
export function planMargin(
  lanes: readonly Lane[],
  room: MarginRoom,
  previous: ReadonlyMap<string, number>,
): MarginPlan {
  const ordered = [...lanes].sort(compareExtents);
  const beside = Math.max(0, room.width - gapBeforeTracks - gapBeforeName);
  const forTracks = Math.max(beside - nameWidth, beside / 2);
  const limit = Math.max(2, Math.floor(forTracks / narrowTrack));
  const { tracks } = packTracks(ordered, limit, previous);
  const used = Math.max(1, ...Array.from(tracks.values(), (track) => track + 1));
  const pitch = Math.max(narrowTrack, Math.min(usualTrack, Math.floor(forTracks / used)));

  const brackets = ordered.flatMap(({ id, top, bottom }) => {
    const track = tracks.get(id);
    return track === undefined ? [] : [{ id, top, bottom, offset: gapBeforeTracks + track * pitch }];
  });
  const wishes = ordered.map((lane) => wishOf(lane, room)).sort((a, b) => a.at - b.at);
  const rows = layoutLabels(wishes, rowHeight).map((row) => {
    const near = brackets.filter(({ top, bottom }) => top < row.at + rowHeight && bottom > row.at);
    const outermost = Math.max(0, ...near.map(({ offset }) => offset + pitch));
    return { ...row, indent: Math.max(gapBeforeTracks + usualTracks * usualTrack, outermost) + gapBeforeName };
  });
  return { brackets, rows, tracks };
}
