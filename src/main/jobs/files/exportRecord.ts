import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { filesWords } from '#words/core/files.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { ensureFolder, explaining, writeTogether, writeWholeFile } from './wholeFiles.ts';

/** Lies in a folder that was exported to, and says which files exports wrote there, of which project. */
export const recordName = '.galley-export.json';

/**
 * A file as an export left it: of the project with this id, so long, changed at this moment (nanoseconds, in digits).
 * `kind`: what wrote it; absent: an export of data.
 */
const writtenSchema = z.object({
  project: z.string(),
  size: z.string(),
  changed: z.string(),
  kind: z.enum(['codebook', 'package', 'agreement']).optional(),
});
type Written = z.output<typeof writtenSchema>;

const recordSchema = z.object({ galley: z.literal(1), files: z.record(z.string(), writtenSchema) });

/** A longer one is none of ours: a million files would need less. */
const longestRecord = 1 << 28;

/** A folder that is exported to, and what stands in the way there. */
export type ExportFolder = {
  /** The place of a file or folder of the export, which counts as something that it writes from then on. */
  path(name: string): string;
  /**
   * Throws AppError `file-exists` for files in the places of the export that no earlier export of this project wrote, or
   * that were changed since. `more`: names of further files that it writes.
   */
  refuseOthers(more?: readonly string[]): void;
  /** Puts whole files into their places: all of them, or none. Answers as `note` does. Throws AppError as `refuseOthers` does. */
  write(contents: ReadonlyMap<string, string | Uint8Array>): string[];
  /**
   * Writes down what the export has written. Answers with what one should know, one line each: files that an earlier export
   * of data left, or that nothing could be written down. That is no reason to fail, for the files are in their places by then.
   */
  note(more?: readonly string[]): string[];
};

/** `project`: its id. `replace`: whatever is in the way is replaced, whoever wrote it. */
export type ExportChoice = { project: string; replace: boolean; kind?: Written['kind'] };

/** Makes the folder where it is missing. Throws AppError `file-unwritable`. */
export function openExportFolder(folder: string, { project, replace, kind }: ExportChoice): ExportFolder {
  ensureFolder(folder);
  const targets = new Set<string>();
  const refuseOthers = (more: readonly string[] = []): void => {
    if (replace) return;
    const known = readRecord(folder);
    const others = [...targets, ...more].flatMap((name) =>
      filesAt(folder, name).filter((file) => !isOwn(known.get(file), statOf(folder, file), project)),
    );
    if (others.length > 0) throw inTheWay(folder, others);
  };
  const entryOf = (file: string): [string, Written][] => {
    const about = statOf(folder, file);
    if (!about) return [];
    const entry = { project, size: String(about.size), changed: String(about.mtimeNs) };
    return [[file, kind === undefined ? entry : { ...entry, kind }]];
  };
  const writeDown = (more: readonly string[]): string[] => {
    const written = new Set([...targets, ...more].flatMap((name) => filesAt(folder, name)));
    const kept = [...readRecord(folder)].filter(
      ([file, entry]) => !written.has(file) && isOwn(entry, statOf(folder, file), entry.project),
    );
    const files = Object.fromEntries([...kept, ...[...written].flatMap(entryOf)].sort(([a], [b]) => (a < b ? -1 : 1)));
    writeWholeFile(join(folder, recordName), `${JSON.stringify({ galley: 1, files })}\n`);
    // Only of data is an export as a whole: a codebook in one format stays good beside a later one in another.
    if (kind !== undefined) return [];
    // Whoever writes folders of annotation files says what is left in them, by whomever.
    const told = new Set(more.map((name) => name.split('/')[0]));
    const left = kept.filter(
      ([file, entry]) => entry.project === project && entry.kind === undefined && !told.has(file.split('/')[0]),
    );
    return left.length === 0 ? [] : [filesWords.leftInFolder({ files: left.map(([file]) => file) })];
  };
  const note = (more: readonly string[] = []): string[] => {
    try {
      return writeDown(more);
    } catch (error) {
      if (error instanceof AppError && error.code === 'file-unwritable')
        return [filesWords.unrecorded({ why: error.message })];
      throw error;
    }
  };
  return {
    path(name) {
      targets.add(name);
      return join(folder, name);
    },
    refuseOthers,
    write(contents) {
      for (const name of contents.keys()) targets.add(name);
      refuseOthers();
      writeTogether(folder, contents);
      return note();
    },
    note,
  };
}

/** What cannot be read, or is no record, says of no file that it may be replaced. */
function readRecord(folder: string): Map<string, Written> {
  const about = statOf(folder, recordName);
  if (about?.isFile() !== true || about.size > longestRecord) return new Map();
  try {
    const parsed = recordSchema.safeParse(JSON.parse(readFileSync(join(folder, recordName), 'utf8')));
    return new Map(Object.entries(parsed.data?.files ?? {}));
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return new Map();
    throw error;
  }
}

function statOf(folder: string, name: string): BigIntStats | undefined {
  return explaining(join(folder, name), () => {
    try {
      return lstatSync(join(folder, name), { bigint: true, throwIfNoEntry: false });
    } catch (error) {
      // A file stands where a folder of the export is to go: whoever writes there says so.
      if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
      throw error;
    }
  });
}

function isOwn(entry: Written | undefined, about: BigIntStats | undefined, project: string): boolean {
  if (entry?.project !== project || about?.isFile() !== true) return false;
  return entry.size === String(about.size) && entry.changed === String(about.mtimeNs);
}

/** The file of this name, or all files in the folder of this name; [] where nothing is. */
function filesAt(folder: string, name: string): string[] {
  const about = statOf(folder, name);
  if (about?.isDirectory() !== true) return about ? [name] : [];
  return readdirSync(join(folder, name)).flatMap((inside) => filesAt(folder, `${name}/${inside}`));
}

function inTheWay(folder: string, files: readonly string[]): AppError {
  return new AppError('file-exists', said('files.inTheWay', { folder, files }), { folder, files: files.join('\n') });
}
