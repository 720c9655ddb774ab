import type { EditorView } from '@codemirror/view';

/** The box round the selection on screen, cut to the part of the text that shows; null when nothing is selected. */
export function selectionRect(view: EditorView): DOMRect | null {
  const { from, to, empty } = view.state.selection.main;
  if (empty) return null;
  const frame = view.scrollDOM.getBoundingClientRect();
  const content = view.contentDOM.getBoundingClientRect();
  const first = view.coordsAtPos(from, 1);
  const last = view.coordsAtPos(to, -1);
  const within = (y: number): number => Math.max(frame.top, Math.min(frame.bottom, y));
  const top = within(first?.top ?? view.lineBlockAt(from).top + view.documentTop);
  const bottom = within(last?.bottom ?? view.lineBlockAt(to).bottom + view.documentTop);
  const oneLine = first !== null && last !== null && first.bottom > last.top;
  const left = oneLine ? Math.min(first.left, last.right) : content.left;
  const right = oneLine ? Math.max(first.left, last.right) : content.right;
  return new DOMRect(left, top, right - left, bottom - top);
}
