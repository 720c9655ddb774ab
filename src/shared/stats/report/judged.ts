import { reasonWords, statsWords } from '#words/core/stats.ts';
import { drawBootstrap, summariseDraws } from '../certainty/bootstrap.ts';
import type { BootstrapDraws } from '../certainty/bootstrap.ts';
import { intervalNote, intervalStateOf } from '../certainty/intervalState.ts';
import type { IntervalState } from '../certainty/intervalState.ts';
import { originalTally } from '../certainty/resampling.ts';
import type { Resampling } from '../certainty/resampling.ts';
import type { Estimate } from '../values/estimate.ts';

/** How intervals are drawn. `draws` 0: none. The same seed gives the same limits, however the work is split. */
export type Draws = {
  readonly draws: number;
  readonly seed: number;
  /** Where the draws of the next figure come from, when others take part: `make` draws some of them here. */
  readonly from?: (make: DrawSome) => readonly BootstrapDraws[];
};

/** Draws `first` .. `first + count - 1` of a figure. */
export type DrawSome = (first: number, count: number) => BootstrapDraws[];

/** A figure or the reason why there is none, in words. */
export type Figure = { value: number | null; reason: string };

/**
 * A figure with its interval. `low`, `high` and the shares are null without draws, where there are too few articles to draw,
 * or where no draw was defined.
 */
export type JudgedFigure = Figure & {
  low: number | null;
  high: number | null;
  /** Share of draws below .667 and below .800, 0 .. 1. */
  below667: number | null;
  below800: number | null;
  draws: number;
  undefinedDraws: number;
  /** How many articles are drawn from. */
  resampled: number;
  interval: IntervalState;
  /** Why there is no interval, or why it is approximate; stands beside the figure wherever it is shown. */
  note: string;
};

export function figureOf(estimate: Estimate): Figure {
  return { value: estimate.value, reason: estimate.reason === null ? '' : reasonWords[estimate.reason] };
}

/**
 * The figure of the data with its 95 % percentile interval. An undefined figure gets none, and neither does one of fewer
 * than five articles. `onDraws` is called about every hundred draws, to tell of progress or to stop by throwing.
 */
export function judge(resampling: Resampling, { draws, seed, from }: Draws, onDraws: () => void): JudgedFigure {
  const figure = figureOf(resampling.evaluate(originalTally(resampling)));
  const resampled = resampling.kindOf.length;
  const interval: IntervalState = figure.value === null || draws === 0 ? 'none' : intervalStateOf(resampled);
  const rest = { resampled, interval, note: intervalNote(interval, resampled, 'article') };
  if (interval === 'none' || interval === 'undefined') {
    return { ...figure, ...rest, low: null, high: null, below667: null, below800: null, draws: 0, undefinedDraws: 0 };
  }
  const make: DrawSome = (first, count) => {
    const parts = [];
    for (let at = 0; at < count; at += 100) {
      onDraws();
      parts.push(drawBootstrap(resampling, seed, first + at, Math.min(100, count - at)));
    }
    return parts;
  };
  const summary = summariseDraws(from ? from(make) : make(0, draws), 0.95, [0.667, 0.8]);
  return {
    ...figure,
    ...rest,
    low: summary.low,
    high: summary.high,
    below667: summary.below[0]?.share ?? null,
    below800: summary.below[1]?.share ?? null,
    draws: summary.draws,
    undefinedDraws: summary.undefinedDraws,
  };
}

/**
 * Krippendorff's (2004) thresholds: from .800 reliable, from .667 for tentative conclusions only. Judged by the lower
 * limit too: a figure whose limit lies in a lower class, or that has none for want of articles, is not certain of its own.
 */
export function verdictOf(figure: JudgedFigure): string {
  if (figure.value === null) return statsWords.undefinedFor({ reason: figure.reason });
  const classOf = (value: number) => (value >= 0.8 ? 'high' : value >= 0.667 ? 'middle' : 'low');
  const of = classOf(figure.value);
  if (figure.interval === 'undefined' && of !== 'low') return statsWords.verdictOfFew({ of });
  if (figure.low === null || classOf(figure.low) === of || of === 'low') return statsWords.verdict({ of });
  const [share, threshold] = of === 'high' ? [figure.below800, '.800'] : [figure.below667, '.667'];
  return statsWords.uncertainVerdict({ of, threshold, share: share ?? 0 });
}
