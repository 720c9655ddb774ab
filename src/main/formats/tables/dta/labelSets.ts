/** A set of value labels, sorted by value; variables with equal labels share one. */
export type LabelSet = { name: string; labels: readonly { value: number; label: string }[] };

/** `.` as a 4-byte whole number; .a to .z follow. */
const systemMissing = 2_147_483_621;

/** How Stata writes a missing value: `.` for 0, `.a` for 1 … `.z` for 26. */
export function extendedMissing(letter: number): string {
  return letter === 0 ? '.' : `.${String.fromCharCode(96 + letter)}`;
}

/** The value by which a label set names a number; `undefined` when it cannot be labelled. */
export function labelValue(value: number): number | undefined {
  return Number.isInteger(value) && value >= -2_147_483_647 && value < systemMissing ? value : undefined;
}

/** Gathers the label sets of a file. A set is called after the first variable that has it. */
export function createLabelSets(): {
  nameFor: (variable: string, labels: ReadonlyMap<number, string>, missing: ReadonlyMap<number, number>) => string;
  all: () => LabelSet[];
} {
  const sets = new Map<string, LabelSet>();
  return {
    nameFor: (variable, labels, missing) => {
      const entries = [...labels].flatMap(([value, label]) => {
        const letter = missing.get(value);
        const stored = letter === undefined ? labelValue(value) : letter === 0 ? undefined : systemMissing + letter;
        return stored === undefined ? [] : [{ value: stored, label }];
      });
      if (entries.length === 0) return '';
      entries.sort((a, b) => a.value - b.value);
      const key = JSON.stringify(entries);
      const set = sets.get(key) ?? { name: variable, labels: entries };
      sets.set(key, set);
      return set.name;
    },
    all: () => [...sets.values()],
  };
}
