import type { Variable } from '../statistics/dataset.ts';
import type { ColumnFacts } from '../statistics/measure.ts';
import { secondsInDay } from '../statistics/moments.ts';

/** Missing values as SPSS can declare them: up to three values, or one range and at most one value. */
export type MissingValues = {
  values: readonly number[];
  range: readonly [number, number] | null;
  /** Codes that could not be declared: they stay in the data as values with labels. */
  lost: readonly number[];
};

/**
 * Finds a legal declaration for a variable's missing codes. Three or fewer are declared one by one. More become a range,
 * with at most one code outside of it, if no valid value lies (or is labelled) within. Where no range will do, the first
 * three are declared and the others told of.
 */
export function missingValues(variable: Variable, facts: ColumnFacts, tell: (message: string) => void): MissingValues {
  const codes = [...new Set(variable.missing.map(({ value }) => value).filter(Number.isFinite))];
  const most = 3;
  if (codes.length <= most) return { values: codes, range: null, lost: [] };
  const kept = codes.slice(0, most);
  const lost = codes.slice(most);
  const fallback = { values: kept, range: null, lost };
  const declared = `SPSS can declare three missing values or a range and one value; ${kept.join(', ')} are declared`;
  if (variable.kind === 'text') {
    tell(`${declared}, but not ${lost.join(', ')}: texts have no ranges`);
    return fallback;
  }
  const found = rangeOf(codes, (low, high) => isFree(variable, facts, low, high));
  if (found === null) {
    tell(`${declared}, but not ${lost.join(', ')}: valid values lie between the codes`);
    return fallback;
  }
  return found;
}

/** The narrowest fitting range first: all codes but the highest or the lowest, then all. */
function rangeOf(codes: readonly number[], fits: (low: number, high: number) => boolean): MissingValues | null {
  const sorted = codes.toSorted((a, b) => a - b);
  const [lowest = 0, second = 0] = sorted;
  const beforeHighest = sorted.at(-2) ?? 0;
  const highest = sorted.at(-1) ?? 0;
  if (fits(lowest, highest)) return { values: [], range: [lowest, highest], lost: [] };
  if (fits(lowest, beforeHighest)) return { values: [highest], range: [lowest, beforeHighest], lost: [] };
  if (fits(second, highest)) return { values: [lowest], range: [second, highest], lost: [] };
  return null;
}

function isFree(variable: Variable, facts: ColumnFacts, low: number, high: number): boolean {
  // The first date that SPSS knows is one day after the beginning of its count.
  const [least, most] = variable.kind === 'number' ? [facts.least, facts.most] : [secondsInDay, Infinity];
  const codes = new Set(variable.missing.map(({ value }) => value));
  const isLabelled = variable.valueLabels.some(({ value }) => value >= low && value <= high && !codes.has(value));
  return (most < low || least > high) && !isLabelled;
}
