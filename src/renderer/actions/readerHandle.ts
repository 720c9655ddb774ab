import type { Reader } from '../editor/reader.ts';
import type { ReaderCommand } from '../editor/types.ts';

let current: Reader | null = null;

/** The reader says here that it is there, or (null) that it is gone. */
export function setReader(reader: Reader | null): void {
  current = reader;
}

export function reader(): Reader | null {
  return current;
}

/** Does one of the reader's own movements. False when there is no reader or nothing to do. */
export function readerCommand(name: ReaderCommand): boolean {
  return current?.command(name) ?? false;
}
