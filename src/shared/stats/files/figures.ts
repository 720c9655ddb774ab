import { reasonWords } from '#words/core/stats.ts';
import type { Estimate } from '../values/estimate.ts';

/** Figures by id, possibly in groups; null where undefined. Plain JSON. */
export interface FigureValues {
  [id: string]: number | null | FigureValues;
}

/** A group of figures under way: estimates, plain counts, and groups of them. */
export interface FigureGroup {
  [id: string]: Estimate | number | FigureGroup;
}

/** Figures with the reasons of those that are undefined; the id of a figure inside groups is the ids joined by dots. */
export interface Figures {
  readonly values: FigureValues;
  readonly reasons: Record<string, string>;
}

/** Splits estimates into values and reasons. A reason reads "no-variation: every value is the same …". */
export function splitFigures(group: FigureGroup): Figures {
  const reasons: Record<string, string> = {};
  return { values: split(group, '', reasons), reasons };
}

function split(group: FigureGroup, prefix: string, reasons: Record<string, string>): FigureValues {
  const values: FigureValues = {};
  for (const [id, figure] of Object.entries(group)) {
    if (typeof figure === 'number') {
      values[id] = figure;
    } else if (isEstimate(figure)) {
      values[id] = figure.value;
      if (figure.reason !== null) reasons[`${prefix}${id}`] = `${figure.reason}: ${reasonWords[figure.reason]}`;
    } else {
      values[id] = split(figure, `${prefix}${id}.`, reasons);
    }
  }
  return values;
}

/** A group never has numbers or null under both names, so the two keys tell an estimate from a group. */
function isEstimate(figure: Estimate | FigureGroup): figure is Estimate {
  return 'reason' in figure && (figure.reason === null || typeof figure.reason === 'string');
}
