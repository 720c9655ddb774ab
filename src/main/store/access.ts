import { accessSync, constants } from 'node:fs';

/** Whether this user may read the file. */
export function canRead(path: string): boolean {
  return may(path, constants.R_OK);
}

/** Whether this user may write the file, or make files in the folder. */
export function canWrite(path: string): boolean {
  return may(path, constants.W_OK);
}

function may(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false; // the question is whether, not why
  }
}
