import { AppError } from '../../errors.ts';
import { said } from '../../words/message.ts';

/** One point of a scale: what a coder can answer. */
export type ScaleValue = string | number | boolean;

/** What coders answered, units by coders, each value as its place on the scale. */
export interface ReliabilityMatrix {
  readonly coders: number;
  readonly units: number;
  /** The values of the scale in their order, lowest first. */
  readonly scale: readonly ScaleValue[];
  /** Place on the scale of coder i in unit u at `cells[u * coders + i]`; -1 where there is no value. */
  readonly cells: Int32Array;
}

/**
 * How often each unit counts, one number per unit, zero and above. Left out, each unit counts once. Resampling and
 * distinct units (see distinctUnits.ts) rest on it, and so do segments of text that count by their length.
 */
export type UnitWeights = ArrayLike<number>;

/** How raw values become a matrix. */
export interface MatrixOptions {
  /** The declared scale, lowest value first. Left out, the values that occur: numbers by size, text by code unit. */
  readonly scale?: readonly ScaleValue[] | null;
  /** The value that stands for "no value"; null and undefined always do. */
  readonly missing?: unknown;
}

/**
 * Makes a matrix of `rows`, one row of values per coder, all of the same length (one value per unit).
 * O(values + scale log scale). Numbers are ordered by size, never as text: 2 comes before 10.
 *
 * @throws AppError bad-input: rows of different length, a value that is not text, number or boolean, a number that is
 *   not finite, a value outside the declared scale, a declared scale that names a value twice.
 */
export function encodeMatrix(rows: readonly (readonly unknown[])[], options: MatrixOptions = {}): ReliabilityMatrix {
  const coders = rows.length;
  const units = rows[0]?.length ?? 0;
  const declared = options.scale ?? null;
  const places = new Map<unknown, number>();
  for (const value of declared ?? []) {
    if (places.has(value)) throw new AppError('bad-input', said('stats.scaleTwice', { value: JSON.stringify(value) }));
    places.set(value, places.size);
  }
  const cells = new Int32Array(coders * units).fill(-1);
  const found: ScaleValue[] = [];
  rows.forEach((row, coder) => {
    if (row.length !== units) {
      throw new AppError('bad-input', said('stats.rowsDiffer', { coder: coder + 1, values: row.length, first: units }));
    }
    for (let unit = 0; unit < units; unit += 1) {
      const value = row[unit];
      if (value === null || value === undefined || value === options.missing) continue;
      let place = places.get(value);
      if (place === undefined) {
        const scaleValue = checkedValue(value, coder, unit);
        if (declared !== null) {
          throw new AppError(
            'bad-input',
            said('stats.notOnScale', { coder: coder + 1, unit: unit + 1, value: String(scaleValue) }),
          );
        }
        place = found.push(scaleValue) - 1;
        places.set(value, place);
      }
      cells[unit * coders + coder] = place;
    }
  });
  return declared === null
    ? sortScale({ coders, units, scale: found, cells })
    : { coders, units, scale: declared, cells };
}

function checkedValue(value: unknown, coder: number, unit: number): ScaleValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new AppError('bad-input', said('stats.notAValue', { coder: coder + 1, unit: unit + 1, found: typeof value }));
}

function compareValues(a: ScaleValue, b: ScaleValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== typeof b) return typeof a < typeof b ? -1 : 1;
  return a < b ? -1 : Number(a > b);
}

function sortScale(matrix: ReliabilityMatrix): ReliabilityMatrix {
  const order = matrix.scale.map((value, place) => ({ value, place })).sort((a, b) => compareValues(a.value, b.value));
  const newPlace = new Int32Array(order.length);
  order.forEach((entry, place) => {
    newPlace[entry.place] = place;
  });
  const cells = matrix.cells.map((cell) => (cell < 0 ? -1 : (newPlace[cell] ?? -1)));
  return { ...matrix, scale: order.map((entry) => entry.value), cells };
}

/**
 * The same matrix on the scale of the values that occur in it. Measures that count the points of the scale
 * (Brennan–Prediger, Gwet) or rank them differ between the two; the declared scale is the one to publish.
 */
export function onOccurringScale(matrix: ReliabilityMatrix): ReliabilityMatrix {
  const occurs = new Uint8Array(matrix.scale.length);
  for (const cell of matrix.cells) if (cell >= 0) occurs[cell] = 1;
  const newPlace = new Int32Array(matrix.scale.length);
  const scale: ScaleValue[] = [];
  matrix.scale.forEach((value, place) => {
    if (occurs[place] === 1) newPlace[place] = scale.push(value) - 1;
  });
  return { ...matrix, scale, cells: matrix.cells.map((cell) => (cell < 0 ? -1 : (newPlace[cell] ?? -1))) };
}

/** The columns of some coders, in the order given. `coders` are places 0 .. matrix.coders - 1. */
export function selectCoders(matrix: ReliabilityMatrix, coders: readonly number[]): ReliabilityMatrix {
  const cells = new Int32Array(matrix.units * coders.length);
  for (let unit = 0; unit < matrix.units; unit += 1) {
    coders.forEach((coder, column) => {
      cells[unit * coders.length + column] = matrix.cells[unit * matrix.coders + coder] ?? -1;
    });
  }
  return { ...matrix, coders: coders.length, cells };
}

/** The columns of the coders who gave at least one value. */
export function withoutSilentCoders(matrix: ReliabilityMatrix): ReliabilityMatrix {
  const speaks = new Uint8Array(matrix.coders);
  matrix.cells.forEach((cell, index) => {
    if (cell >= 0) speaks[index % matrix.coders] = 1;
  });
  const coders = [...speaks.keys()].filter((coder) => speaks[coder] === 1);
  return coders.length === matrix.coders ? matrix : selectCoders(matrix, coders);
}

/** The scale as numbers, or null when one of its values is not a number. */
export function scaleNumbers(matrix: ReliabilityMatrix): Float64Array | null {
  const numbers = new Float64Array(matrix.scale.length);
  for (let place = 0; place < numbers.length; place += 1) {
    const value = matrix.scale[place];
    if (typeof value !== 'number') return null;
    numbers[place] = value;
  }
  return numbers;
}
