import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { Job, JobContext } from '../../workers/job.ts';

/** A file to read: its absolute path, and the name by which reports call it. */
export type FileToRead = { path: string; shownAs: string };

export type FoundFiles = {
  files: (FileToRead & { size: number })[];
  refused: { path: string; reason: string }[];
};

/** Finds the files in files and folders, in the folders below them too; what is hidden (`.name`) is passed over. */
export const findFilesJob: Job<{ places: FileToRead[] }, FoundFiles> = ({ places }, context) => {
  const found: FoundFiles = { files: [], refused: [] };
  for (const place of places) look(place, found, context);
  return found;
};

function look(place: FileToRead, found: FoundFiles, context: JobContext): void {
  context.checkpoint();
  try {
    const about = statSync(place.path);
    if (about.isDirectory()) lookInside(place, found, context);
    else if (about.isFile()) found.files.push({ ...place, size: about.size });
    else found.refused.push({ path: place.shownAs, reason: 'This is neither a file nor a folder.' });
  } catch (error) {
    found.refused.push({ path: place.shownAs, reason: refusalOf(error) });
  }
}

function lookInside(place: FileToRead, found: FoundFiles, context: JobContext): void {
  const entries = readdirSync(place.path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const inside = { path: join(place.path, entry.name), shownAs: `${place.shownAs}/${entry.name}` };
    if (entry.isDirectory() || entry.isFile()) look(inside, found, context);
    else found.refused.push({ path: inside.shownAs, reason: 'Links and devices are not followed.' });
  }
}

/** Why a file cannot be read, in words. What is no fault of the file is thrown on. */
export function refusalOf(error: unknown): string {
  if (error instanceof AppError && error.code !== 'cancelled') return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'There is no such file.';
  if (code === 'EACCES' || code === 'EPERM') return 'It cannot be read: permission denied.';
  if (typeof code === 'string' && /^E[A-Z]/u.test(code)) return `It cannot be read (${code}).`;
  throw error;
}
