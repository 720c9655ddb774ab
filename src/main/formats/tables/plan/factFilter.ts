import { AppError } from '../../../../shared/errors.ts';
import type { FactFilter } from '../../../../shared/model/dataTable.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { Level } from '../../../../shared/model/variables.ts';
import { readNumber } from '../../../../shared/text/numbers.ts';
import { said } from '../../../../shared/words/message.ts';
import type { Message } from '../../../../shared/words/message.ts';
import { dayOf } from './facts.ts';

/** Whether a fact's value passes; '' for one that is not known. */
type ValueTest = (value: string) => boolean;

/**
 * Whether the facts of an article, by variable, pass: one of the tests of every variable that is named.
 *
 * @throws AppError `bad-input` for an end of a range that is no day, or no number.
 */
export function factFilter(
  where: readonly FactFilter[],
  levelOf: (variable: Id) => Level | undefined,
): (facts: ReadonlyMap<Id, string>) => boolean {
  const values = new Map<Id, Set<string>>();
  const ranges = new Map<Id, ValueTest[]>();
  for (const one of where) {
    if ('value' in one) {
      const known = values.get(one.variable) ?? new Set();
      values.set(one.variable, known.add(one.value));
    } else {
      const known = ranges.get(one.variable) ?? [];
      ranges.set(one.variable, [...known, rangeTest(one, levelOf(one.variable) === 'date' ? day : number)]);
    }
  }
  const named = [...new Set([...values.keys(), ...ranges.keys()])];
  return (facts) =>
    named.every((variable) => {
      const value = facts.get(variable) ?? '';
      return values.get(variable)?.has(value) === true || ranges.get(variable)?.some((fits) => fits(value)) === true;
    });
}

/**
 * A scale that values are put on: days since 1970, numbers. Undefined for what is no such value. `fault`: what is said of an end
 * of a range that is none.
 */
type Scale = { fault(written: string): Message; read(text: string): number | undefined };

const number: Scale = {
  fault: (written) => said('tables.notNumberInRange', { written }),
  read: readNumber,
};

/** What follows a day, such as the time, is left aside. */
const day: Scale = {
  fault: (written) => said('tables.notDayInRange', { written }),
  read(text) {
    const written = dayOf(text);
    return written === undefined ? undefined : Date.parse(`${written}T00:00:00Z`) / 86_400_000;
  },
};

function rangeTest({ from, to }: { from: string | null; to: string | null }, scale: Scale): ValueTest {
  const end = (written: string | null, none: number): number => {
    if (written === null) return none;
    const value = scale.read(written);
    if (value !== undefined) return value;
    throw new AppError('bad-input', scale.fault(written));
  };
  const [least, most] = [end(from, -Infinity), end(to, Infinity)];
  return (text) => {
    const value = scale.read(text);
    return value !== undefined && value >= least && value <= most;
  };
}
