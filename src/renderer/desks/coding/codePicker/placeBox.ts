export type Box = { left: number; top: number; right: number; bottom: number };

/** How far the picker keeps from the window's edge and from the passage, in CSS pixels. */
const edge = 8;
const gap = 6;

/**
 * Where a box of `width` × at most `height` goes so that it stands under the anchor, or above it where there is more
 * room, and inside a window of `view`. All in CSS pixels of the window. With no anchor it stands in the upper middle.
 * A box above its anchor is placed by `bottom`, so that it grows away from the passage.
 */
export function placeBox(
  anchor: Box | null,
  width: number,
  height: number,
  view: { width: number; height: number },
): { left: number; width: number; maxHeight: number } & ({ top: number } | { bottom: number }) {
  const wide = Math.min(width, view.width - 2 * edge);
  const inside = (left: number): number => Math.max(edge, Math.min(left, view.width - edge - wide));
  if (anchor === null) {
    const top = Math.max(edge, Math.round(view.height * 0.18));
    return { left: inside((view.width - wide) / 2), width: wide, top, maxHeight: view.height - top - edge };
  }
  // A passage may reach beyond the window; what counts is the part of it in sight.
  const top = Math.max(0, Math.min(anchor.top, view.height));
  const bottom = Math.max(0, Math.min(anchor.bottom, view.height));
  const below = view.height - edge - gap - bottom;
  const above = top - gap - edge;
  const left = inside(anchor.left);
  if (below >= height || below >= above) {
    const tall = Math.min(height, Math.max(below, view.height / 3));
    return { left, width: wide, top: Math.min(bottom + gap, view.height - edge - tall), maxHeight: tall };
  }
  const tall = Math.min(height, Math.max(above, view.height / 3));
  return { left, width: wide, bottom: Math.min(view.height - top + gap, view.height - edge - tall), maxHeight: tall };
}
