import type { EditorState } from '@codemirror/state';
import { planMargin, rowHeight } from './marginLayout.ts';
import type { Bracket, Lane, MarginPlan, MarginRoom } from './marginLayout.ts';
import { MarginView } from './marginView.ts';
import type { Drawing, Side } from './marginView.ts';

/** Where a margin stands: pixels from the scroller's inline start and top, and its size. */
export type Frame = {
  readonly inlineStart: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** What one side of the text is to show. */
export type SidePlan = { readonly plan: MarginPlan; readonly frame: Frame };

/** The margin on one side of the text, with what it showed last. */
export class MarginSide {
  readonly view: MarginView;
  #tracks: ReadonlyMap<string, number> = new Map();
  #brackets: readonly Bracket[] = [];

  constructor(side: Side) {
    this.view = new MarginView(side);
  }

  /** Lets brackets find new tracks. */
  repack(): void {
    this.#tracks = new Map();
  }

  plan(lanes: readonly Lane[], room: Omit<MarginRoom, 'width'>, frame: Frame): SidePlan {
    return { plan: planMargin(lanes, { ...room, width: frame.width }, this.#tracks), frame };
  }

  draw(state: EditorState, { plan, frame }: SidePlan, drawn: Drawing): void {
    this.view.place(frame);
    this.#tracks = plan.tracks;
    this.#brackets = plan.brackets;
    this.view.drawBrackets(state, plan.brackets, drawn);
    this.view.drawRows(state, plan.rows, frame.width, drawn);
  }

  /** Whether a bracket that is drawn begins above `edge`, pixels from the top of the document, and goes on below. */
  holds(edge: number): boolean {
    return this.#brackets.some(({ top, bottom }) => top < edge && bottom > edge - rowHeight);
  }
}
