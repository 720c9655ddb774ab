import { EditorSelection, EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin } from '@codemirror/view';
import type { DecorationSet, MouseSelectionStyle, ViewUpdate } from '@codemirror/view';
import { snapOutward } from '../../shared/text/graphemes.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import { paragraphAt } from '../../shared/text/segments.ts';
import { wordAt } from '../../shared/text/words/steps.ts';
import { codingsDiffer, readerSetting } from './readerState.ts';
import { snapToWords } from './snapping.ts';
import type { TextSpan } from './types.ts';

/** The selected passage in whole grapheme clusters, or null when nothing is selected. */
export function selectedSpan(state: EditorState): TextSpan | null {
  const { from, to, empty } = state.selection.main;
  if (empty) return null;
  return snapOutward(state.facet(readerSetting).content.text, { start: utf16(from), end: utf16(to) });
}

/** What the pointer selects are whole grapheme clusters from the start, so that what is seen is what is coded. */
const snapPointer = EditorState.transactionFilter.of((transaction) => {
  const selection = transaction.selection?.main;
  if (!selection || selection.empty || !transaction.isUserEvent('select.pointer')) return transaction;
  const { text } = transaction.startState.facet(readerSetting).content;
  const { start, end } = snapOutward(text, { start: utf16(selection.from), end: utf16(selection.to) });
  if (start === selection.from && end === selection.to) return transaction;
  const forward = selection.anchor <= selection.head;
  return [
    transaction,
    { selection: forward ? { anchor: start, head: end } : { anchor: end, head: start }, sequential: true },
  ];
});

/** Drawing selects whole words without blanks at the ends; with Alt what was drawn over. A click alone places the caret. */
function byWords(view: EditorView, event: MouseEvent): MouseSelectionStyle {
  const { text, wordEnds } = view.state.facet(readerSetting).content;
  const placeOf = ({ clientX: x, clientY: y }: MouseEvent): { pos: number; assoc: 1 | -1 } =>
    view.posAndSideAtCoords({ x, y }, false);
  const first = placeOf(event).pos;
  const before = view.state.selection.main.anchor;
  return {
    update: () => undefined, // the text never changes
    get(current, extend) {
      const { pos, assoc } = placeOf(current);
      const anchor = extend ? before : first;
      if (pos === anchor) return EditorSelection.create([EditorSelection.cursor(pos, assoc)]);
      const drawn = { start: Math.min(anchor, pos), end: Math.max(anchor, pos) };
      const span = current.altKey ? drawn : snapToWords(text, drawn, wordEnds);
      if (span === null) return EditorSelection.create([EditorSelection.cursor(pos, assoc)]);
      return anchor < pos ? EditorSelection.single(span.start, span.end) : EditorSelection.single(span.end, span.start);
    },
  };
}

/** A double click selects the word, a triple click the paragraph; dragging adds more. */
function byUnits(view: EditorView, event: MouseEvent): MouseSelectionStyle | null {
  if (event.button !== 0) return null;
  if (event.detail < 2) return byWords(view, event);
  const { text, wordEnds } = view.state.facet(readerSetting).content;
  const unitAt = ({ clientX, clientY }: MouseEvent): TextSpan => {
    const { pos, assoc } = view.posAndSideAtCoords({ x: clientX, y: clientY }, false);
    const character = utf16(Math.max(0, Math.min(pos, text.length) - (assoc < 0 ? 1 : 0)));
    return event.detail === 2 ? wordAt(text, character, wordEnds) : paragraphAt(text, utf16(pos));
  };
  const first = unitAt(event);
  return {
    update: () => undefined, // the text never changes
    get(current, extend) {
      const unit = unitAt(current);
      const { main } = view.state.selection;
      const anchor = extend ? { start: main.from, end: main.to } : first;
      const backward = unit.start < anchor.start;
      return backward
        ? EditorSelection.single(Math.max(anchor.end, unit.end), unit.start)
        : EditorSelection.single(anchor.start, Math.max(anchor.end, unit.end));
    },
  };
}

const held = Decoration.mark({ class: 'galley-held' });

/** Browsers hide a selection when another field has the focus: the passage to be coded stays visible while picking. */
const heldSelection = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet = Decoration.none;

    update({ view, state, focusChanged, selectionSet }: ViewUpdate): void {
      if (!focusChanged && !selectionSet) return;
      const { from, to, empty } = state.selection.main;
      this.decorations = empty || view.hasFocus ? Decoration.none : Decoration.set(held.range(from, to));
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** Tells the browser what is selected, where it has lost it. What is not drawn cannot be pointed at. */
function holdInBrowser(view: EditorView): void {
  const { anchor, head, from, to } = view.state.selection.main;
  if (from < view.viewport.from || to > view.viewport.to) return;
  const [start, end] = [view.domAtPos(anchor), view.domAtPos(head)];
  view.dom.ownerDocument.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
}

/**
 * Two cases in which Chromium moves its selection, and the editor would take that for the reader's wish: a dialog that
 * closes gives the focus back bare, which puts the caret at the text's start; and a tint around a whole line moves the
 * line's text into another element, which drops the selection in it.
 */
const keepSelection: Extension = [
  EditorView.domEventHandlers({ focus: (_event, view) => holdInBrowser(view) }),
  EditorView.updateListener.of(({ view, startState, state, selectionSet }) => {
    if (view.hasFocus && !selectionSet && codingsDiffer(startState, state)) holdInBrowser(view);
  }),
];

export const selecting: Extension = [
  snapPointer,
  EditorView.mouseSelectionStyle.of(byUnits),
  heldSelection,
  keepSelection,
];
