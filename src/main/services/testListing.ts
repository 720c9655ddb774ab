import { readdirSync } from 'node:fs';
import { recordName } from '../jobs/files/exportRecord.ts';

/** What a folder that was exported to holds, without the record of what was exported: that tells of moments. */
export function exportedNames(folder: string): string[] {
  return readdirSync(folder).filter((name) => name !== recordName);
}
