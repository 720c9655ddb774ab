import type { ReliabilityMatrix } from '../values/reliabilityMatrix.ts';
import { tidyUnits } from './continuum.ts';
import type { CodedDocument } from './continuum.ts';

/** Characters as units: runs of characters that all coders treat alike stand for one unit that counts by its length. */
export interface CharacterUnits {
  /** Scale [false, true]: whether the coder marked the run. */
  readonly matrix: ReliabilityMatrix;
  /** Length of each run in characters: the unit weights of `matrix`. */
  readonly lengths: Float64Array;
}

/**
 * Every character of the documents as a unit, marked or not by each coder, for `code` (null: for any code). The coders of
 * a document fill the first columns; documents with fewer coders leave the others empty, so figures that treat coders
 * alike (alpha, percent agreement) hold for documents read by different people. Agreement on characters counts all the
 * text that nobody marked: it must not be shown without that warning. O(units * (coders + log units)).
 *
 * @throws AppError bad-input: a unit outside its document.
 */
export function characterUnits(documents: readonly CodedDocument[], code: string | null): CharacterUnits {
  const coders = documents.reduce((most, document) => Math.max(most, document.coders.length), 0);
  const cells: number[] = [];
  const lengths: number[] = [];
  for (const document of documents) {
    const marks = document.coders.map((units) => {
      const chosen =
        code === null ? units.map((unit) => ({ ...unit, code: '' })) : units.filter((u) => u.code === code);
      return tidyUnits(chosen, document.length).units;
    });
    const edges = new Set([0, document.length]);
    for (const units of marks) for (const unit of units) edges.add(unit.start).add(unit.end);
    const sorted = [...edges].sort((a, b) => a - b);
    const next = marks.map(() => 0);
    sorted.slice(1).forEach((end, index) => {
      const start = sorted[index] ?? 0;
      lengths.push(end - start);
      for (let coder = 0; coder < coders; coder += 1) {
        const units = marks[coder];
        if (units === undefined) {
          cells.push(-1);
          continue;
        }
        let place = next[coder] ?? 0;
        while ((units[place]?.end ?? Infinity) <= start) place += 1;
        next[coder] = place;
        cells.push(Number((units[place]?.start ?? Infinity) < end));
      }
    });
  }
  const matrix = { coders, units: lengths.length, scale: [false, true], cells: Int32Array.from(cells) };
  return { matrix, lengths: Float64Array.from(lengths) };
}
