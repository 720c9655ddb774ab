import type { EditorView } from '@codemirror/view';
import type { TextSpan } from './types.ts';

/** The box round a passage on screen, cut to the part of the text that shows. */
export function spanRect(view: EditorView, { start, end }: TextSpan): DOMRect {
  const frame = view.scrollDOM.getBoundingClientRect();
  const content = view.contentDOM.getBoundingClientRect();
  const first = view.coordsAtPos(start, 1);
  const last = view.coordsAtPos(end, -1);
  const within = (y: number): number => Math.max(frame.top, Math.min(frame.bottom, y));
  const top = within(first?.top ?? view.lineBlockAt(start).top + view.documentTop);
  const bottom = within(last?.bottom ?? view.lineBlockAt(end).bottom + view.documentTop);
  const oneLine = first !== null && last !== null && first.bottom > last.top;
  const left = oneLine ? Math.min(first.left, last.right) : content.left;
  const right = oneLine ? Math.max(first.left, last.right) : content.right;
  return new DOMRect(left, top, right - left, bottom - top);
}

/** The same of what is selected; null when nothing is. */
export function selectionRect(view: EditorView): DOMRect | null {
  const { from, to, empty } = view.state.selection.main;
  return empty ? null : spanRect(view, { start: from, end: to });
}
