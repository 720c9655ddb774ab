import type { Warning } from '../model/records.ts';
import { say } from './message.ts';
import type { Message } from './message.ts';

/** What an importer says of a document: a code that scripts rely on, a message, and the line (from 1) where it has one. */
export type ImportWarning = { code: string; said: Message; line?: number | undefined };

/** A warning as the project file keeps it; those from before version 10 hold sentences. */
export type KeptWarning = ImportWarning | Warning;

/** The code of what is said of a document whose name is its first line. */
export const namedByFirstLine = 'named-by-first-line';

/** Whether it tells how something came about, and nothing is to be looked at. */
export function isNote({ code }: { code: string }): boolean {
  return code === namedByFirstLine;
}

/** A kept warning in words. */
export function warningInWords(kept: KeptWarning): Warning {
  if (!('said' in kept)) return kept;
  const { said, ...rest } = kept;
  return { ...rest, message: say(said) };
}
