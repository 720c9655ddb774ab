import { tablesWords as words } from '#words/core/tables.ts';
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

/** The longest text that can be declared missing, in bytes: "Long String Missing Values Record" in PSPP's guide. */
const longestCode = 8;

/**
 * Finds a legal declaration for a variable's missing codes. Three or fewer are declared one by one. More become a range,
 * with at most one code outside of it, if no valid value lies (or is labelled) within. Where no range will do, the first
 * three are declared and the others told of, as are codes that are too long for a text.
 */
export function missingValues(variable: Variable, facts: ColumnFacts, tell: (message: string) => void): MissingValues {
  const all = [...new Set(variable.missing.map(({ value }) => value).filter(Number.isFinite))];
  const tooLong = variable.kind === 'text' ? all.filter((value) => String(value).length > longestCode) : [];
  if (tooLong.length > 0) tell(words.spssLongMissingTexts({ mostBytes: longestCode, codes: tooLong }));
  const codes = all.filter((value) => !tooLong.includes(value));
  const most = 3;
  if (codes.length <= most) return { values: codes, range: null, lost: tooLong };
  const kept = codes.slice(0, most);
  const lost = [...codes.slice(most), ...tooLong];
  const fallback = { values: kept, range: null, lost };
  if (variable.kind === 'text') {
    tell(words.spssMissingTexts({ declared: kept, lost: codes.slice(most) }));
    return fallback;
  }
  const found = rangeOf(codes, (low, high) => isFree(variable, facts, low, high));
  if (found === null) {
    tell(words.spssMissingNumbers({ declared: kept, lost }));
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
