import { tablesWords as words } from '#words/core/tables.ts';
import type { ValueLabel, Variable, Warning } from './dataset.ts';

export type LabelRules = {
  /** The beginning of a label that the format holds. */
  cut: (label: string, spare: number) => string;
  /** The format's limit, for the warning. */
  mostBytes: number;
  warn: (warning: Warning) => void;
};

/**
 * A variable's labels as a file can hold them: missing codes first in the order of declaration, each value once, none
 * empty, cut to the format's length, and no two alike: a program that makes categories of labels (pandas, haven's
 * `as_factor`) would refuse or mix the two values, so that the second gets its value behind it. Each change is told.
 */
export function fileLabels(variable: Variable, rules: LabelRules): ReadonlyMap<number, string> {
  const labels = new Map<number, string>();
  const used = new Map<string, number>();
  const tell = (message: string): void => rules.warn({ variable: variable.name, row: null, message });
  // Valid values come first, so that it is a missing code's label that is changed when it equals a valid one's.
  for (const { value, label } of [...variable.valueLabels, ...variable.missing]) {
    if (label === '') continue;
    const before = labels.get(value);
    if (before !== undefined) {
      if (before !== label) tell(words.labelledTwice({ value, first: before, second: label }));
      continue;
    }
    let kept = rules.cut(label, 0);
    if (kept !== label) tell(words.valueLabelCut({ value, mostBytes: rules.mostBytes, label: kept }));
    const other = used.get(kept);
    if (other !== undefined) {
      const suffix = ` (${value})`;
      const written = rules.cut(label, Buffer.byteLength(suffix)) + suffix;
      tell(words.labelsAlike({ first: other, second: value, label: kept, written }));
      kept = written;
    }
    used.set(kept, value);
    labels.set(value, kept);
  }
  return labels;
}

/** The labels among these that belong to none of the missing codes. */
export function validLabels(labels: ReadonlyMap<number, string>, missing: readonly ValueLabel[]): ValueLabel[] {
  const codes = new Set(missing.map(({ value }) => value));
  return [...labels].flatMap(([value, label]) => (codes.has(value) ? [] : [{ value, label }]));
}
