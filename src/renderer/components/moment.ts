import { momentSeen } from '#words/format.ts';

/** A moment (milliseconds since 1970 UTC) as `14:05` when it was today, else `12 Mar 2024, 14:05`. */
export function moment(at: number): string {
  return momentSeen(at, Date.now());
}
