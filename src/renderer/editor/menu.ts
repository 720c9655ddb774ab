import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Id } from '../../shared/model/records.ts';
import { codingsUnder } from './pointer.ts';
import { activate, activeOf, readerSetting } from './readerState.ts';
import { selectionRect, spanRect } from './selectionRect.ts';

/** Whether it is the right button that asks for the menu. The menu key has an event of its own kind, without a place. */
function isByPointer(event: MouseEvent): boolean {
  return event.button === 2 || event.ctrlKey;
}

/** Asks for the menu of a coding, which becomes the active one, at the pointer. */
export function askForMenuOf(view: EditorView, annotation: Id, event: MouseEvent): void {
  event.preventDefault();
  if (!isByPointer(event)) return;
  activate(view, annotation);
  view.state.facet(readerSetting).events.menu({ x: event.clientX, y: event.clientY }, annotation);
}

/** At the pointer: what is selected there, and the active coding or else the innermost. A press elsewhere ends the selection, as a click does. */
function askAtPointer(event: MouseEvent, view: EditorView): boolean {
  if (!isByPointer(event)) return true; // the key was taken as a key
  const { clientX: x, clientY: y } = event;
  const at = view.posAtCoords({ x, y }, false);
  const { main } = view.state.selection;
  if (at < main.from || at > main.to) view.dispatch({ selection: { anchor: at }, userEvent: 'select' });
  const under = codingsUnder(view, event);
  const active = activeOf(view.state);
  const coding = under.find(({ id }) => id === active?.id) ?? under[0];
  if (coding || main.empty) activate(view, coding?.id ?? null);
  view.focus();
  view.state.facet(readerSetting).events.menu({ x, y }, coding?.id ?? null);
  return true;
}

/** By the menu key or Shift+F10: below what is selected, the active coding or the caret. */
function askByKey(view: EditorView, event: KeyboardEvent): boolean {
  const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
  if (!isMenuKey || event.ctrlKey || event.metaKey || event.altKey) return false;
  const active = activeOf(view.state);
  const { head } = view.state.selection.main;
  const box = selectionRect(view) ?? (active ? spanRect(view, active) : view.coordsAtPos(head));
  const frame = view.scrollDOM.getBoundingClientRect();
  const within = (value: number, from: number, to: number): number => Math.max(from, Math.min(to, value));
  view.state.facet(readerSetting).events.menu(
    {
      x: within(box?.left ?? frame.left, frame.left, frame.right),
      y: within(box?.bottom ?? frame.top, frame.top, frame.bottom),
    },
    active?.id ?? null,
  );
  return true;
}

/** The menu of what is selected and coded here: by the right button, the menu key or Shift+F10. */
export const menu: Extension = EditorView.domEventHandlers({
  contextmenu: askAtPointer,
  keydown: (event, view) => askByKey(view, event),
});
