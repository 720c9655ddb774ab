import type { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { said, say, wordsOf } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';

/** Something wrong with one entry, without its place. */
export class EntryFault extends Error {
  /** As it was told: a message, or the words of a schema. */
  readonly reason: Message | string;

  constructor(reason: Message | string) {
    super(wordsOf(reason));
    this.reason = reason;
  }
}

/** The first thing that a schema finds wrong, after the key where it is. */
export function schemaFault({ issues: [issue] }: z.ZodError): EntryFault {
  const key = issue?.path.join('.') ?? '';
  const reason = issue?.message ?? ''; // a schema that fails tells why
  return new EntryFault(key === '' ? reason : said('codebookFiles.at', { place: key, reason }));
}

/** Collects the faults of a file, so that all of them can be mended at once. */
export class FaultList {
  readonly #faults: { place: Message | string; line: Message }[] = [];

  add(place: Message | string, reason: Message | string): void {
    this.#faults.push({ place, line: said('codebookFiles.at', { place, reason }) });
  }

  /** Runs `read`; an EntryFault becomes a fault of that place, and undefined is answered. */
  collect<T>(place: Message, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof EntryFault)) throw error;
      this.add(place, error.reason);
      return undefined;
    }
  }

  /**
   * Throws AppError `file-damaged` when there is any fault. The message is the first one and how many more there are;
   * `details.faults` has all of them, one a line.
   */
  throwIfAny(): void {
    const [first, ...more] = this.#faults;
    if (first === undefined) return;
    const message =
      more.length === 0
        ? said('codebookFiles.unchanged', { reason: first.line })
        : said('codebookFiles.severalFaults', {
            first: first.line,
            more: more.length,
            places: more.slice(0, 5).map(({ place }) => place),
          });
    throw new AppError('file-damaged', message, { faults: this.#faults.map(({ line }) => say(line)).join('\n') });
  }
}
