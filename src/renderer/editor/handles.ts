import type { Extension } from '@codemirror/state';
import { ViewPlugin } from '@codemirror/view';
import type { EditorView, PluginValue, ViewUpdate } from '@codemirror/view';
import { graphemeStart, nextGrapheme, previousGrapheme } from '../../shared/text/graphemes.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import { resize } from './boundaries.ts';
import { activeOf, codesOf, endPreview, previewAnnotation, readerSetting } from './readerState.ts';
import type { ReaderAnnotation, TextSpan } from './types.ts';

type Side = 'start' | 'end';
type Spot = { readonly left: number; readonly top: number; readonly height: number };
type Measured = { readonly start: Spot | null; readonly end: Spot | null; readonly colour: string };
type Drag = { readonly side: Side; readonly original: ReaderAnnotation; readonly lift: number };

/** Two handles at the ends of the active coding, to drag its boundaries with. Keys do the same. */
class Handles implements PluginValue {
  readonly #view: EditorView;
  readonly #dom = document.createElement('div');
  readonly #handles: Record<Side, HTMLElement>;
  readonly #request: { key: object; read: () => Measured | null; write: (measured: Measured | null) => void };
  #drag: Drag | null = null;

  constructor(view: EditorView) {
    this.#view = view;
    this.#dom.className = 'galley-handles';
    this.#dom.setAttribute('aria-hidden', 'true');
    this.#handles = { start: this.#handle('start'), end: this.#handle('end') };
    this.#request = { key: this, read: () => this.#measure(), write: (measured) => this.#draw(measured) };
    view.scrollDOM.appendChild(this.#dom);
    view.requestMeasure(this.#request);
  }

  update({ startState, state, viewportChanged, geometryChanged }: ViewUpdate): void {
    if (viewportChanged || geometryChanged || activeOf(startState) !== activeOf(state)) {
      this.#view.requestMeasure(this.#request);
    }
  }

  destroy(): void {
    this.#dom.remove();
  }

  #handle(side: Side): HTMLElement {
    const handle = document.createElement('div');
    handle.className = `galley-handle ${side}`;
    handle.addEventListener('mousedown', (event) => event.preventDefault()); // no selection starts here
    handle.addEventListener('pointerdown', (event) => this.#begin(side, handle, event));
    handle.addEventListener('pointermove', (event) => this.#move(event));
    handle.addEventListener('pointerup', () => this.#finish(true));
    handle.addEventListener('pointercancel', () => this.#finish(false));
    return this.#dom.appendChild(handle);
  }

  #begin(side: Side, handle: HTMLElement, event: PointerEvent): void {
    const original = activeOf(this.#view.state);
    if (event.button !== 0 || !original) return;
    handle.setPointerCapture(event.pointerId);
    // The handle stands above or below its line: the pointer acts as if it were on the line.
    const box = handle.getBoundingClientRect();
    this.#drag = { side, original, lift: box.top + box.height / 2 - event.clientY };
  }

  #move(event: PointerEvent): void {
    const active = activeOf(this.#view.state);
    if (!this.#drag || !active) return;
    const place = { x: event.clientX, y: event.clientY + this.#drag.lift };
    const span = this.#spanTo(this.#view.posAtCoords(place, false));
    if (span && (span.start !== active.start || span.end !== active.end)) {
      this.#view.dispatch({ effects: previewAnnotation.of({ ...active, ...span }) });
    }
  }

  /** The coding with the dragged end at `position`, in whole characters; at least one character stays. */
  #spanTo(position: number): TextSpan | null {
    if (!this.#drag) return null;
    const { start, end } = this.#drag.original;
    const { text } = this.#view.state.facet(readerSetting).content;
    const snapped = graphemeStart(text, utf16(position));
    return this.#drag.side === 'start'
      ? { start: Math.min(snapped, previousGrapheme(text, utf16(end))), end }
      : { start, end: Math.max(snapped, nextGrapheme(text, utf16(start))) };
  }

  #finish(accepted: boolean): void {
    const drag = this.#drag;
    this.#drag = null;
    const active = activeOf(this.#view.state);
    if (!drag || !active) return;
    const { original } = drag;
    if (accepted && (active.start !== original.start || active.end !== original.end))
      resize(this.#view, active, active);
    else this.#view.dispatch({ effects: endPreview.of(original.id) });
  }

  #measure(): Measured | null {
    const view = this.#view;
    const active = activeOf(view.state);
    if (!active || view.state.facet(readerSetting).readOnly) return null;
    const { scrollDOM, viewport } = view;
    const frame = scrollDOM.getBoundingClientRect();
    const spot = (position: number, side: 1 | -1): Spot | null => {
      if (position < viewport.from || position > viewport.to) return null;
      const rect = view.coordsAtPos(position, side);
      if (!rect) return null;
      const left = rect.left - frame.left - scrollDOM.clientLeft + scrollDOM.scrollLeft;
      return { left, top: rect.top - frame.top + scrollDOM.scrollTop, height: rect.bottom - rect.top };
    };
    const hue = codesOf(view.state).get(active.code)?.hue ?? 1;
    return { start: spot(active.start, 1), end: spot(active.end, -1), colour: `var(--hue-${hue})` };
  }

  #draw(measured: Measured | null): void {
    for (const side of ['start', 'end'] as const) {
      const { style } = this.#handles[side];
      const spot = measured?.[side] ?? null;
      style.display = spot ? 'block' : 'none';
      if (!measured || !spot) continue;
      style.color = measured.colour;
      style.left = `${spot.left}px`;
      style.top = `${spot.top}px`;
      style.height = `${spot.height}px`;
    }
  }
}

export const handles: Extension = ViewPlugin.fromClass(Handles);
