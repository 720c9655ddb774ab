import { AppError } from '../../../shared/api/errors.ts';
import { joinPath } from './entry.ts';
import type { CodebookEntry } from './entry.ts';

/** Where an entry stands in its file, as people count there: `row 3` of a table, `code 2` of a list. */
export type PlacedEntry = { place: string; entry: CodebookEntry };

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

/** Checks what entries can only get wrong together: no path twice, no key for two codes. */
export function checkTogether(placed: readonly PlacedEntry[], faults: FaultList): void {
  const paths = new Map<string, string>();
  const keys = new Map<string, string>();
  for (const { place, entry } of placed) {
    const path = joinPath(entry.path);
    const other = paths.get(path);
    if (other === undefined) paths.set(path, place);
    else faults.add(place, `“${path}” stands already in ${other}; name each code once`);
    if (entry.key === undefined || entry.key === null) continue;
    const holder = keys.get(entry.key);
    if (holder === undefined) keys.set(entry.key, path);
    else if (holder !== path)
      faults.add(place, `the key ${entry.key} belongs to “${holder}” already; give each key to one code`);
  }
}
