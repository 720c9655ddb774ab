import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesWords } from '#words/core/files.ts';
import { AppError } from '../../../shared/errors.ts';
import { importerIds, takesExtension } from '../../../shared/model/importers.ts';
import { extensionOf } from '../../formats/texts/fileName.ts';
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

/** How many files in files and folders could be texts, by their endings and because there is something in them. */
export const countTextsJob: Job<{ places: FileToRead[] }, number> = async (input, context) => {
  const { files } = await findFilesJob(input, context);
  return files.filter(({ path, size }) => size > 0 && importerIds.some((id) => takesExtension(id, extensionOf(path))))
    .length;
};

function look(place: FileToRead, found: FoundFiles, context: JobContext): void {
  context.checkpoint();
  try {
    const about = statSync(place.path);
    if (about.isDirectory()) lookInside(place, found, context);
    else if (about.isFile()) found.files.push({ ...place, size: about.size });
    else found.refused.push({ path: place.shownAs, reason: filesWords.neitherFileNorFolder });
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
    else found.refused.push({ path: inside.shownAs, reason: filesWords.linkOrDevice });
  }
}

/** Why a file cannot be read, in words. What is no fault of the file is thrown on. */
export function refusalOf(error: unknown): string {
  if (error instanceof AppError && error.code !== 'cancelled') return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return filesWords.notThere;
  if (code === 'EACCES' || code === 'EPERM') return filesWords.mayNotRead;
  if (typeof code === 'string' && /^E[A-Z]/u.test(code)) return filesWords.systemSays({ code });
  throw error;
}
