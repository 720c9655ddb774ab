import type { Extension } from '@codemirror/state';
import { Direction, ViewPlugin } from '@codemirror/view';
import type { EditorView, PluginValue, ViewUpdate } from '@codemirror/view';
import { editorStrings as words } from '#words/window/editor.ts';
import type { Id } from '../../shared/model/records.ts';
import { LinePositions } from './linePositions.ts';
import { askForMenuOf } from './menu.ts';
import { rowHeight } from './marginLayout.ts';
import type { Lane } from './marginLayout.ts';
import { MarginSide } from './marginSide.ts';
import type { Frame, SidePlan } from './marginSide.ts';
import { showMore } from './moreList.ts';
import {
  activate,
  annotationsOf,
  codesOf,
  codingsDiffer,
  comparisonOf,
  hover,
  litOf,
  readerSetting,
} from './readerState.ts';
import { drawnIn, meantOfSame, nextOfSame, sameAs } from './same.ts';
import type { Same } from './same.ts';

type Measured = {
  readonly end: SidePlan;
  /** Null unless two coders stand side by side. */
  readonly start: SidePlan | null;
  /** Pixels from the scroller's top to the text. */
  readonly top: number;
  /** What stands in the margins, by the ids of its lanes. */
  readonly drawn: ReadonlyMap<Id, Same>;
};

/** Milliseconds after which a text that was just opened is measured anew: a face may have arrived between two frames. */
const settling = 500;

/** How far a bracket reaches beyond the lines that are drawn when its passage does. */
const beyond = 200;

/** Brackets beside coded passages and the names of their codes, in the free space beside the text. */
class Margin implements PluginValue {
  readonly #view: EditorView;
  readonly #positions: LinePositions;
  readonly #end = new MarginSide('end');
  /** There only while two coders stand side by side. */
  #start: MarginSide | null = null;
  readonly #request: { key: object; read: () => Measured; write: (measured: Measured) => void };
  #top = 0;
  readonly #settled: ReturnType<typeof setTimeout>;
  readonly #onFonts = (): void => {
    this.#positions.forget();
    this.#schedule();
  };
  /** Whether names of passages that began above the window were held in it when the margin was last drawn. */
  #held = false;
  readonly #onScroll = (): void => {
    // Brackets and names scroll by themselves; only held names have to follow.
    if (this.#held || this.#holds(this.#view.scrollDOM.scrollTop)) this.#schedule();
  };

  constructor(view: EditorView) {
    this.#view = view;
    this.#positions = new LinePositions(view);
    this.#request = { key: this, read: () => this.#measure(), write: (measured) => this.#draw(measured) };
    view.scrollDOM.appendChild(this.#end.view.dom);
    this.#setSides();
    view.scrollDOM.addEventListener('scroll', this.#onScroll, { passive: true });
    document.fonts.addEventListener('loadingdone', this.#onFonts);
    this.#listen(this.#end);
    this.#schedule();
    this.#settled = setTimeout(this.#onFonts, settling);
  }

  update(update: ViewUpdate): void {
    const changed = annotationsOf(update.startState) !== annotationsOf(update.state);
    if (comparisonOf(update.startState) !== comparisonOf(update.state)) this.#setSides();
    if (changed) {
      this.#end.repack();
      this.#start?.repack();
    }
    if (update.viewportChanged || update.geometryChanged || codingsDiffer(update.startState, update.state)) {
      this.#schedule();
    }
  }

  destroy(): void {
    clearTimeout(this.#settled);
    this.#view.scrollDOM.removeEventListener('scroll', this.#onScroll);
    document.fonts.removeEventListener('loadingdone', this.#onFonts);
    this.#end.view.dom.remove();
    this.#start?.view.dom.remove();
    this.#view.dom.querySelector('.galley-more-list')?.remove(); // it lists codings of the text that goes
  }

  /** Whether a bracket that is drawn begins above the window, scrolled to `scrollTop`, and goes on in it. */
  #holds(scrollTop: number): boolean {
    const edge = scrollTop - this.#top + rowHeight;
    return this.#end.holds(edge) || (this.#start?.holds(edge) ?? false);
  }

  /** One margin, or one for each of two coders. */
  #setSides(): void {
    const compared = comparisonOf(this.#view.state);
    this.#end.view.name(compared ? words.marginOf(compared.names.second) : words.margin);
    if (compared && !this.#start) {
      this.#start = new MarginSide('start');
      this.#view.scrollDOM.insertBefore(this.#start.view.dom, this.#end.view.dom);
      this.#listen(this.#start);
    } else if (!compared && this.#start) {
      this.#start.view.dom.remove();
      this.#start = null;
    }
    if (compared) this.#start?.view.name(words.marginOf(compared.names.first));
    this.#end.repack();
    this.#start?.repack();
  }

  #schedule(): void {
    this.#view.requestMeasure(this.#request);
  }

  #lanes(drawn: ReadonlyMap<Id, Same>): Lane[] {
    const { viewport, state } = this.#view;
    const { text } = state.facet(readerSetting).content;
    const lanes: Lane[] = [];
    for (const { id, start, end } of drawn.values()) {
      const first = this.#positions.heightAt(start, 1);
      // A line break that is coded, too, belongs to the line that it ends.
      const last = this.#positions.heightAt(text[end - 1] === '\n' ? end - 1 : end, -1);
      lanes.push({ id, top: first.top, bottom: last.bottom, firstMiddle: (first.top + first.bottom) / 2 });
    }
    const above = this.#view.lineBlockAt(viewport.from).top - beyond;
    const below = this.#view.lineBlockAt(viewport.to).bottom + beyond;
    return lanes.map((lane) => ({ ...lane, top: Math.max(lane.top, above), bottom: Math.min(lane.bottom, below) }));
  }

  #drawn(): ReadonlyMap<Id, Same> {
    const { viewport, state } = this.#view;
    const codes = codesOf(state);
    const all = drawnIn(state, viewport.from, viewport.to + 1);
    return new Map(all.flatMap((same) => (codes.has(same.code) ? [[same.id, same]] : []))); // else the code is on its way
  }

  /** The lane whose name must stand, if any. */
  #lit(): Id | null {
    const { state } = this.#view;
    const lit = annotationsOf(state).get(litOf(state) ?? '');
    return lit ? sameAs(state, lit).id : null;
  }

  #measure(): Measured {
    const view = this.#view;
    this.#positions.begin();
    const { scrollDOM, contentDOM } = view;
    const scroller = scrollDOM.getBoundingClientRect();
    const content = contentDOM.getBoundingClientRect();
    const left = scroller.left + scrollDOM.clientLeft;
    const mirrored = view.textDirection === Direction.RTL;
    const right = left + scrollDOM.clientWidth;
    const before = mirrored ? right - content.right : content.left - left;
    const inlineStart = mirrored ? right - content.left : content.right - left;
    const top = view.documentTop - scroller.top + scrollDOM.scrollTop;
    const frame = (from: number, width: number): Frame => ({
      inlineStart: from,
      top,
      width: Math.max(0, width),
      height: Math.max(0, view.contentHeight - top),
    });
    const visibleTop = scroller.top - view.documentTop;
    const room = { visibleTop, visibleBottom: visibleTop + scrollDOM.clientHeight, lit: this.#lit() };
    const first = comparisonOf(view.state)?.first;
    const index = annotationsOf(view.state);
    const drawn = this.#drawn();
    const lanes = this.#lanes(drawn);
    const isFirst = ({ id }: Lane): boolean => this.#start !== null && index.get(id)?.coder === first;
    return {
      start: this.#start?.plan(lanes.filter(isFirst), room, frame(0, before)) ?? null,
      end: this.#end.plan(
        lanes.filter((lane) => !isFirst(lane)),
        room,
        frame(inlineStart, scrollDOM.clientWidth - inlineStart),
      ),
      top,
      drawn,
    };
  }

  #draw({ start, end, top, drawn }: Measured): void {
    this.#top = top;
    this.#end.draw(this.#view.state, end, drawn);
    if (start) this.#start?.draw(this.#view.state, start, drawn);
    this.#held = this.#holds(this.#view.scrollDOM.scrollTop);
  }

  #listen({ view: { dom } }: MarginSide): void {
    const view = this.#view;
    const owner = (event: Event): HTMLElement | null =>
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-annotation]') : null;
    dom.addEventListener('pointerover', (event) => hover(view, owner(event)?.dataset['annotation'] ?? null));
    dom.addEventListener('pointerleave', () => hover(view, null));
    dom.addEventListener('pointerout', (event) => {
      if (event.relatedTarget === null) hover(view, null);
    });
    dom.addEventListener('mousedown', (event) => event.preventDefault()); // the text keeps the focus
    dom.addEventListener('contextmenu', (event) => {
      const id = owner(event)?.dataset['annotation'];
      if (id === undefined) return;
      view.focus();
      askForMenuOf(view, meantOfSame(view.state, id), event);
    });
    dom.addEventListener('click', (event) => {
      const more = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-annotations]') : null;
      if (more) showMore(view, more, more.dataset['annotations']?.split(' ') ?? []);
      const id = owner(event)?.dataset['annotation'];
      if (id === undefined) return;
      activate(view, nextOfSame(view.state, id));
      view.focus();
    });
  }
}

export const margin: Extension = ViewPlugin.fromClass(Margin);
