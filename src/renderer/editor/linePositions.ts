import type { EditorView } from '@codemirror/view';

/** A vertical extent in pixels from the top of the document. */
export type Height = { readonly top: number; readonly bottom: number };

type LineSpots = { readonly height: number; readonly spots: Map<number, Height> };

/**
 * Where positions of the text stand on screen, vertically. What was measured is kept relative to its line, so that
 * scrolling asks the browser only about what comes into view. Use inside a measuring phase.
 */
export class LinePositions {
  readonly #view: EditorView;
  readonly #lines = new Map<number, LineSpots>();
  #wrapping = '';

  constructor(view: EditorView) {
    this.#view = view;
  }

  /** Forgets everything: for fonts that arrive late. */
  forget(): void {
    this.#lines.clear();
  }

  /** To be called before a round of questions: forgets all when the text wraps differently now. */
  begin(): void {
    const { contentDOM, defaultLineHeight, defaultCharacterWidth } = this.#view;
    const wrapping = `${contentDOM.clientWidth} ${defaultLineHeight} ${defaultCharacterWidth}`;
    if (wrapping !== this.#wrapping || this.#lines.size > 4000) this.#lines.clear();
    this.#wrapping = wrapping;
  }

  /**
   * The extent of the character after (`side` 1) or before (`side` -1) `position`. Outside the lines that are drawn it is
   * the extent of the whole line, as far as the editor can guess it.
   */
  heightAt(position: number, side: 1 | -1): Height {
    const view = this.#view;
    const block = view.lineBlockAt(position);
    const whole = { top: block.top, bottom: block.bottom };
    if (position < view.viewport.from || position > view.viewport.to) return whole;
    let line = this.#lines.get(block.from);
    if (line?.height !== block.height) {
      line = { height: block.height, spots: new Map() };
      this.#lines.set(block.from, line);
    }
    const key = position * 2 + (side === 1 ? 1 : 0);
    let spot = line.spots.get(key);
    if (!spot) {
      const rect = view.coordsAtPos(position, side);
      if (!rect) return whole;
      const origin = this.#topOfLine(block.from) ?? view.documentTop + block.top;
      spot = { top: rect.top - origin, bottom: rect.bottom - origin };
      line.spots.set(key, spot);
    }
    return { top: block.top + spot.top, bottom: block.top + spot.bottom };
  }

  /**
   * Where the line that begins at `from` is drawn, on screen. After a jump through a long text the editor's own idea of it
   * may be many lines off until it has measured what it drew; what is kept must not be off with it.
   */
  #topOfLine(from: number): number | null {
    const { node } = this.#view.domAtPos(from);
    const element = node instanceof Element ? node : node.parentElement;
    return element?.closest('.cm-line')?.getBoundingClientRect().top ?? null;
  }
}
