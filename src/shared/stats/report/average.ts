import { statsWords } from '#words/core/stats.ts';
import type { Figure } from './judged.ts';

/** The mean of the figures of parts of the data, next to the figure of all data pooled. */
export type AverageFigure = Figure & {
  /** What the parts are: single articles, or pairs of coders. */
  over: 'documents' | 'pairs';
  /** Which figure it is the mean of. */
  name: string;
  /** Parts whose figure is defined, which are in the mean, and those whose figure is not. */
  defined: number;
  undefined: number;
};

/** Every part counts the same, however much it holds; undefined parts are counted and left out. O(parts). */
export function averageOf(over: AverageFigure['over'], name: string, parts: readonly Figure[]): AverageFigure {
  const values = parts.flatMap(({ value }) => (value === null ? [] : [value]));
  const counts = { over, name, defined: values.length, undefined: parts.length - values.length };
  if (values.length === 0) return { ...counts, value: null, reason: statsWords.undefinedEverywhere };
  return { ...counts, value: values.reduce((sum, value) => sum + value, 0) / values.length, reason: '' };
}
