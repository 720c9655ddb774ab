import { AppError } from '../../../shared/errors.ts';
import type { CodebookEntry, SetEntry, VariableEntry } from './entry.ts';

/** Where something stands in its file, as people count there: `row 3` of a table, `code 2` of a list, `line 7`. */
export type Placed<T> = { place: string; entry: T };
export type PlacedEntry = Placed<CodebookEntry>;

/** What was read from a file, before it is checked as a whole. */
export type PlacedFile = {
  codes: Placed<CodebookEntry>[];
  sets: Placed<SetEntry>[];
  variables: Placed<VariableEntry>[];
};

/** Something wrong with one entry, without its place. */
export class EntryFault extends Error {}

/** Collects the faults of a file, so that all of them can be mended at once. */
export class FaultList {
  readonly #lines: string[] = [];

  add(place: string, reason: string): void {
    this.#lines.push(`${place}: ${reason}`);
  }

  /** Runs `read`; an EntryFault or RangeError becomes a fault of that place, and undefined is answered. */
  collect<T>(place: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof EntryFault) && !(error instanceof RangeError)) throw error;
      this.add(place, error.message);
      return undefined;
    }
  }

  /**
   * Throws AppError `file-damaged` when there is any fault. The message is the first one and how many more there are;
   * `details.faults` has all of them, one a line.
   */
  throwIfAny(): void {
    const [first, ...more] = this.#lines;
    if (first === undefined) return;
    const rest =
      more.length === 0
        ? ''
        : ` (and ${more.length} more: ${more.slice(0, 5).map(placeOf).join(', ')}${more.length > 5 ? ' …' : ''})`;
    throw new AppError('file-damaged', `${first}${rest}. Nothing was changed.`, { faults: this.#lines.join('\n') });
  }
}

function placeOf(line: string): string {
  return line.slice(0, line.indexOf(':'));
}
