import type { Variable } from '../../../../shared/model/variables.ts';

/** Numbers that stand for an answer without a value. */
export type StateCodes = { absent: number; notApplicable: number; differ: number };

/**
 * Three codes that no answer to the variable can be: -7, -8 and -9 where its choices and range leave them free, else the
 * same with more nines before (-97, -98, -99 …). A number without a least value gets codes of seven digits.
 */
export function stateCodesOf({ level, choices, minimum }: Pick<Variable, 'level' | 'choices' | 'minimum'>): StateCodes {
  const isNumber = level === 'interval' || level === 'ratio';
  const least = minimum ?? -1_000_000;
  for (let base = 0; ; base = base * 10 + 90) {
    const codes = { differ: -(base + 7), absent: -(base + 8), notApplicable: -(base + 9) };
    const taken = Object.values(codes).some(
      (code) => choices.some(({ value }) => value === code) || (isNumber && code >= least),
    );
    if (!taken) return codes;
  }
}
