import type { Extension } from '@codemirror/state';
import { ViewPlugin } from '@codemirror/view';
import type { EditorView, PluginValue } from '@codemirror/view';
import { activate, activeOf, annotationsOf, hover, readerSetting } from './readerState.ts';
import { inTurn } from './same.ts';
import { selectionRect, spanRect } from './selectionRect.ts';
import type { ReaderAnnotation } from './types.ts';

/** How long the pointer rests on a coding, in milliseconds, before the others step back. */
const restTime = 140;

/** The codings of the character under the pointer, innermost (shortest) first; those that say the same together. */
export function codingsUnder(view: EditorView, { clientX: x, clientY: y }: MouseEvent): ReaderAnnotation[] {
  const place = view.posAndSideAtCoords({ x, y });
  if (!place) return [];
  const character = place.pos - (place.assoc < 0 ? 1 : 0);
  const rect = view.coordsForChar(character);
  if (!rect || x < rect.left - 4 || x > rect.right + 4 || y < rect.top - 4 || y > rect.bottom + 4) return [];
  const under = annotationsOf(view.state)
    .overlapping(character, character + 1)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || b.start - a.start);
  return inTurn(view.state, under);
}

/** A click on coded text makes the innermost coding active; clicking again goes through those that overlap there. */
function clicked(view: EditorView, event: MouseEvent): void {
  if (event.button !== 0 || event.detail !== 1 || event.shiftKey || !view.state.selection.main.empty) return;
  const under = codingsUnder(view, event);
  const active = activeOf(view.state);
  const at = under.findIndex(({ id }) => id === active?.id);
  const next = under[(at + 1) % Math.max(1, under.length)];
  activate(view, next?.id ?? null);
  if (next) view.state.facet(readerSetting).events.pointed(spanRect(view, next));
}

/** What the pointer selected, if it did: what can be done with it may be shown beside it. */
function tellOfSelection(view: EditorView): void {
  const box = selectionRect(view);
  if (box !== null) view.state.facet(readerSetting).events.pointed(box);
}

class Pointer implements PluginValue {
  readonly #view: EditorView;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #letGo: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView) {
    this.#view = view;
  }

  moved(event: MouseEvent): void {
    clearTimeout(this.#timer);
    if (event.buttons !== 0) return; // selecting
    this.#timer = setTimeout(() => hover(this.#view, codingsUnder(this.#view, event)[0]?.id ?? null), restTime);
  }

  /** What is drawn may end anywhere in the window. */
  pressed(event: MouseEvent): void {
    if (event.button !== 0) return;
    const view = this.#view;
    // The editor takes the last step of the selection first.
    const { ownerDocument } = view.dom;
    const ending = new AbortController();
    const letGo = (): void => {
      ending.abort();
      this.#letGo = setTimeout(() => tellOfSelection(view));
    };
    ownerDocument.addEventListener('mouseup', letGo, { signal: ending.signal });
    // Words that are dragged away are let go elsewhere.
    ownerDocument.addEventListener('dragend', () => ending.abort(), { signal: ending.signal });
  }

  left(): void {
    clearTimeout(this.#timer);
    hover(this.#view, null);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#letGo);
  }
}

export const pointer: Extension = ViewPlugin.fromClass(Pointer, {
  eventObservers: {
    mousemove(event) {
      this.moved(event);
    },
    mouseleave() {
      this.left();
    },
    mousedown(event) {
      this.pressed(event);
    },
    click(event, view) {
      clicked(view, event);
    },
  },
});
