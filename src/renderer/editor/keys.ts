import {
  cursorCharLeft,
  cursorCharRight,
  cursorDocEnd,
  cursorDocStart,
  cursorLineBoundaryBackward,
  cursorLineBoundaryForward,
  cursorLineDown,
  cursorLineUp,
  cursorPageDown,
  cursorPageUp,
  selectAll,
  selectCharLeft,
  selectCharRight,
  selectDocEnd,
  selectDocStart,
  selectLineBoundaryBackward,
  selectLineBoundaryForward,
  selectLineDown,
  selectLineUp,
  selectPageDown,
  selectPageUp,
} from '@codemirror/commands';
import { Prec } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView, ViewPlugin, keymap } from '@codemirror/view';
import { runCommand } from './commands.ts';
import { readerSetting } from './readerState.ts';
import { selectedSpan } from './selection.ts';
import { selectionRect } from './selectionRect.ts';
import { wordLeft, wordRight } from './wordKeys.ts';

/**
 * The keys of a caret in a text that is only read. Whatever the table of actions has a key for (steps by sentence,
 * Enter, Delete …) is left to the window's key handler, which gets every key that is not taken here.
 */
const caretKeys = keymap.of([
  { key: 'ArrowLeft', run: cursorCharLeft, shift: selectCharLeft, preventDefault: true },
  { key: 'ArrowRight', run: cursorCharRight, shift: selectCharRight, preventDefault: true },
  { key: 'Ctrl-ArrowLeft', mac: 'Ctrl-ArrowLeft', run: wordLeft },
  { key: 'Ctrl-ArrowRight', mac: 'Ctrl-ArrowRight', run: wordRight },
  { key: 'ArrowUp', run: cursorLineUp, shift: selectLineUp, preventDefault: true },
  { key: 'ArrowDown', run: cursorLineDown, shift: selectLineDown, preventDefault: true },
  { key: 'PageUp', run: cursorPageUp, shift: selectPageUp },
  { key: 'PageDown', run: cursorPageDown, shift: selectPageDown },
  { key: 'Home', run: cursorLineBoundaryBackward, shift: selectLineBoundaryBackward, preventDefault: true },
  { key: 'End', run: cursorLineBoundaryForward, shift: selectLineBoundaryForward, preventDefault: true },
  { key: 'Mod-Home', run: cursorDocStart, shift: selectDocStart },
  { key: 'Mod-End', run: cursorDocEnd, shift: selectDocEnd },
  { key: 'Mod-a', run: selectAll },
  { key: 'Escape', run: (view) => runCommand(view, 'clearSelection') },
]);

/** Whether a key types a character that is meant for a passage. */
function isForPassage(view: EditorView, event: KeyboardEvent): boolean {
  const altGr = event.getModifierState('AltGraph');
  if (event.ctrlKey && !altGr) return false;
  if (event.metaKey || (event.altKey && !altGr)) return false;
  return !view.state.facet(readerSetting).readOnly;
}

/** A letter opens the code picker to a selected passage. Without one it is told on, so that it can be said what is missing. */
function typed(view: EditorView, event: KeyboardEvent): boolean {
  if (!isForPassage(view, event)) return false;
  // An input method that starts to compose goes on composing in the picker.
  const composing = event.key === 'Process' || event.key === 'Dead';
  if (!composing && !/^\p{L}$/u.test(event.key)) return false;
  if (selectedSpan(view.state) === null) {
    if (!event.repeat) view.state.facet(readerSetting).events.unselected(composing ? '' : event.key);
    return !composing;
  }
  const anchor = selectionRect(view);
  if (anchor) view.state.facet(readerSetting).events.openPicker(composing ? '' : event.key, anchor);
  return !composing;
}

/**
 * A digit applies a pinned code to the selected passage. It is caught on its way to the editor, which asks for a frame
 * with every key it gets: until that frame is drawn, Chromium holds back what the program answers.
 */
const digits = ViewPlugin.fromClass(
  class {
    readonly #view: EditorView;
    readonly #onKey = (event: KeyboardEvent): void => {
      const view = this.#view;
      if (event.target !== view.contentDOM || !/^[0-9]$/.test(event.key) || !isForPassage(view, event)) return;
      event.preventDefault();
      event.stopPropagation();
      const { events } = view.state.facet(readerSetting);
      if (selectedSpan(view.state) !== null) events.digit(event.key);
      else if (!event.repeat) events.unselected(event.key);
    };

    constructor(view: EditorView) {
      this.#view = view;
      view.dom.addEventListener('keydown', this.#onKey, { capture: true });
    }

    destroy(): void {
      this.#view.dom.removeEventListener('keydown', this.#onKey, { capture: true });
    }
  },
);

/** The text is read, never written: what would write into it is refused before the browser does it. */
const refused = (event: Event): boolean => {
  event.preventDefault();
  return true;
};

export const keys: Extension = [
  digits,
  Prec.high(EditorView.domEventHandlers({ keydown: (event, view) => typed(view, event) })),
  caretKeys,
  EditorView.domEventHandlers({
    beforeinput: refused,
    paste: refused,
    cut: refused,
    drop: refused, // what is no code
  }),
];
