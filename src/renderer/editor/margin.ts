import type { Extension } from '@codemirror/state';
import { Direction, ViewPlugin } from '@codemirror/view';
import type { EditorView, PluginValue, ViewUpdate } from '@codemirror/view';
import { LinePositions } from './linePositions.ts';
import { planMargin, rowHeight } from './marginLayout.ts';
import type { Bracket, Lane, MarginPlan } from './marginLayout.ts';
import { MarginView } from './marginView.ts';
import { showMore } from './moreList.ts';
import { activate, annotationsOf, codesOf, codingsDiffer, hover, litOf } from './readerState.ts';

type Measured = {
  readonly plan: MarginPlan;
  /** Pixels from the scroller's inline start and top to the margin. */
  readonly inlineStart: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Milliseconds after which a text that was just opened is measured anew: a face may have arrived between two frames. */
const settling = 500;

/** How far a bracket reaches beyond the lines that are drawn when its passage does. */
const beyond = 200;

/** Brackets beside coded passages and the names of their codes, in the free space beside the text. */
class Margin implements PluginValue {
  readonly #view: EditorView;
  readonly #positions: LinePositions;
  readonly #margin = new MarginView();
  readonly #request: { key: object; read: () => Measured; write: (measured: Measured) => void };
  #tracks: ReadonlyMap<string, number> = new Map();
  #brackets: readonly Bracket[] = [];
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
    view.scrollDOM.appendChild(this.#margin.dom);
    view.scrollDOM.addEventListener('scroll', this.#onScroll, { passive: true });
    document.fonts.addEventListener('loadingdone', this.#onFonts);
    this.#listen();
    this.#schedule();
    this.#settled = setTimeout(this.#onFonts, settling);
  }

  update(update: ViewUpdate): void {
    const changed = annotationsOf(update.startState) !== annotationsOf(update.state);
    if (changed) this.#tracks = new Map();
    if (update.viewportChanged || update.geometryChanged || codingsDiffer(update.startState, update.state)) {
      this.#schedule();
    }
  }

  destroy(): void {
    clearTimeout(this.#settled);
    this.#view.scrollDOM.removeEventListener('scroll', this.#onScroll);
    document.fonts.removeEventListener('loadingdone', this.#onFonts);
    this.#margin.dom.remove();
    this.#view.dom.querySelector('.galley-more-list')?.remove(); // it lists codings of the text that goes
  }

  /** Whether a bracket that is drawn begins above the window, scrolled to `scrollTop`, and goes on in it. */
  #holds(scrollTop: number): boolean {
    const edge = scrollTop - this.#top + rowHeight;
    return this.#brackets.some(({ top, bottom }) => top < edge && bottom > edge - rowHeight);
  }

  #schedule(): void {
    this.#view.requestMeasure(this.#request);
  }

  #lanes(): Lane[] {
    const { viewport, state } = this.#view;
    const codes = codesOf(state);
    const lanes: Lane[] = [];
    for (const { id, code, start, end } of annotationsOf(state).overlapping(viewport.from, viewport.to + 1)) {
      if (!codes.has(code)) continue; // the code's record is on its way
      const first = this.#positions.heightAt(start, 1);
      const last = this.#positions.heightAt(end, -1);
      lanes.push({ id, top: first.top, bottom: last.bottom, firstMiddle: (first.top + first.bottom) / 2 });
    }
    const above = this.#view.lineBlockAt(viewport.from).top - beyond;
    const below = this.#view.lineBlockAt(viewport.to).bottom + beyond;
    return lanes.map((lane) => ({ ...lane, top: Math.max(lane.top, above), bottom: Math.min(lane.bottom, below) }));
  }

  #measure(): Measured {
    const view = this.#view;
    this.#positions.begin();
    const { scrollDOM, contentDOM } = view;
    const scroller = scrollDOM.getBoundingClientRect();
    const content = contentDOM.getBoundingClientRect();
    const left = scroller.left + scrollDOM.clientLeft;
    const mirrored = view.textDirection === Direction.RTL;
    const inlineStart = mirrored ? left + scrollDOM.clientWidth - content.left : content.right - left;
    const width = Math.max(0, scrollDOM.clientWidth - inlineStart);
    const top = view.documentTop - scroller.top + scrollDOM.scrollTop;
    const visibleTop = scroller.top - view.documentTop;
    const visibleBottom = visibleTop + scrollDOM.clientHeight;
    const lit = litOf(view.state);
    const plan = planMargin(this.#lanes(), { width, visibleTop, visibleBottom, lit }, this.#tracks);
    return { plan, inlineStart, top, width, height: view.contentHeight };
  }

  #draw({ plan, inlineStart, top, width, height }: Measured): void {
    this.#margin.place({ inlineStart, top, width, height: Math.max(0, height - top) });
    this.#tracks = plan.tracks;
    this.#brackets = plan.brackets;
    this.#top = top;
    this.#held = this.#holds(this.#view.scrollDOM.scrollTop);
    this.#margin.drawBrackets(this.#view.state, plan.brackets);
    this.#margin.drawRows(this.#view.state, plan.rows, width);
  }

  #listen(): void {
    const view = this.#view;
    const { dom } = this.#margin;
    const owner = (event: Event): HTMLElement | null =>
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-annotation]') : null;
    dom.addEventListener('pointerover', (event) => hover(view, owner(event)?.dataset['annotation'] ?? null));
    dom.addEventListener('pointerleave', () => hover(view, null));
    dom.addEventListener('pointerout', (event) => {
      if (event.relatedTarget === null) hover(view, null);
    });
    dom.addEventListener('mousedown', (event) => event.preventDefault()); // the text keeps the focus
    dom.addEventListener('click', (event) => {
      const more = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-annotations]') : null;
      if (more) showMore(view, more, more.dataset['annotations']?.split(' ') ?? []);
      const id = owner(event)?.dataset['annotation'];
      if (id === undefined) return;
      activate(view, id);
      view.focus();
    });
  }
}

export const margin: Extension = ViewPlugin.fromClass(Margin);
