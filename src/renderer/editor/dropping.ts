import { StateEffect, StateField } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';
import { codeDragType, passageDragType } from '../../shared/dragging.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import { moved } from './moves.ts';
import { readerSetting } from './readerState.ts';
import { selectedSpan } from './selection.ts';
import type { TextSpan } from './types.ts';

/** The passage that would get a code which is dragged over the text, or null. */
const setTarget = StateEffect.define<TextSpan | null>();

const held = Decoration.mark({ class: 'galley-held' });

const target = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, { effects }) {
    let next = shown;
    for (const effect of effects) {
      if (!effect.is(setTarget)) continue;
      next = effect.value === null ? Decoration.none : Decoration.set(held.range(effect.value.start, effect.value.end));
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** What a code would be applied to here: what is selected, if the pointer is over it, else the sentence. */
function passageAt(view: EditorView, { clientX: x, clientY: y }: MouseEvent): TextSpan | null {
  const at = view.posAtCoords({ x, y }, false);
  const selected = selectedSpan(view.state);
  if (selected && at >= selected.start && at <= selected.end) return selected;
  const { text, language, wordEnds } = view.state.facet(readerSetting).content;
  const place = utf16(at);
  return moved('selectSentence', { start: place, end: place }, text, language, wordEnds);
}

function isCode(view: EditorView, { dataTransfer }: DragEvent): boolean {
  return !view.state.facet(readerSetting).readOnly && dataTransfer?.types.includes(codeDragType) === true;
}

function show(view: EditorView, passage: TextSpan | null): void {
  view.dispatch({ effects: setTarget.of(passage) });
}

/** When the pointer was pressed last, and for how long before words are dragged rather than selected anew, in milliseconds. */
const pressed = new WeakMap<EditorView, number>();
const holdTime = 250;

/** A code that is dragged onto the text is applied to what shows there; what is selected can be dragged onto a code. */
export const dropping: Extension = [
  target,
  EditorView.domEventHandlers({
    dragover(event, view) {
      if (!isCode(view, event)) return false;
      const passage = passageAt(view, event);
      if (passage && event.dataTransfer) event.dataTransfer.dropEffect = 'move'; // the only one that the tree of codes allows
      show(view, passage);
      return passage !== null;
    },
    dragleave(event, view) {
      if (event.relatedTarget instanceof Node && view.contentDOM.contains(event.relatedTarget)) return false;
      show(view, null);
      return false;
    },
    drop(event, view) {
      if (!isCode(view, event)) return false;
      const passage = passageAt(view, event);
      const code = event.dataTransfer?.getData(codeDragType) ?? '';
      show(view, null);
      if (passage && code !== '') view.state.facet(readerSetting).events.dropCode(code, passage);
      return true;
    },
    mousedown(_event, view) {
      pressed.set(view, performance.now()); // browsers give a drag the time of the press
      return false;
    },
    dragstart(event, view) {
      const passage = selectedSpan(view.state);
      const isHeld = performance.now() - (pressed.get(view) ?? -Infinity) >= holdTime;
      if (passage === null || !isHeld) return true; // nothing to drag, or another selection begins inside of this one
      if (view.state.facet(readerSetting).readOnly) return false;
      const words = view.state.sliceDoc(passage.start, passage.end);
      event.dataTransfer?.setData(passageDragType, words);
      return false; // the editor adds the words for other programs
    },
  }),
];
