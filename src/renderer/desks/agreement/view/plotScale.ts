import { figure, tenth } from '#words/format.ts';

/** Krippendorff’s (2004) thresholds: from .800 reliable, from .667 for tentative conclusions only. */
export const thresholds = [0.667, 0.8] as const;

/** The scale that a column of plots shares: from `least` (a tenth, -1 .. 0) to 1. */
export type PlotScale = { readonly least: number };

type Judged = { value: number | null; low: number | null };

/** A scale that holds all these figures with their intervals: from 0, or from the tenth below the lowest. */
export function scaleFor(figures: readonly Judged[]): PlotScale {
  const lowest = Math.min(0, ...figures.flatMap(({ value, low }) => [value ?? 0, low ?? 0]));
  return { least: Math.max(-1, Math.floor(lowest * 10) / 10) };
}

/** Where a figure stands, in percent of the plot's width from the left. */
export function toPercent({ least }: PlotScale, value: number): number {
  const inside = Math.min(1, Math.max(least, value));
  return ((inside - least) / (1 - least)) * 100;
}

export type AxisLabel = { text: string; at: number; side: 'before' | 'after' | 'over' };

/** The numbers over a column of plots. Those of the thresholds stand on either side of their lines, which are close. */
export function axisLabels(scale: PlotScale): AxisLabel[] {
  const at = (value: number): number => toPercent(scale, value);
  const labels: AxisLabel[] = [
    { text: figure(thresholds[0]), at: at(thresholds[0]), side: 'before' },
    { text: figure(thresholds[1]), at: at(thresholds[1]), side: 'after' },
  ];
  labels.unshift({ text: '0', at: at(0), side: scale.least < 0 ? 'over' : 'after' });
  if (scale.least < -0.1) labels.unshift({ text: tenth(scale.least), at: 0, side: 'after' });
  return labels;
}
