import { dayAndTime } from '#words/format.ts';
import type { Backup } from '../../../../../shared/api/backups.ts';

/** When the last act in a backup was: what people know a backup by. */
export function nameOf({ last, name }: Backup): string {
  return last ? dayAndTime(last.at) : name;
}
