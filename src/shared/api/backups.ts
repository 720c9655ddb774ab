import { z } from 'zod';
import { momentSchema } from '../model/records.ts';
import { control } from './define.ts';
import { fileRefSchema } from './files.ts';
import { historyEntrySchema } from './history.ts';
import { statusSchema } from './project.ts';

const actSchema = historyEntrySchema.pick({ seq: true, kind: true, label: true, coder: true, at: true });

/** A number of things, and the first of them. */
const some = <T extends z.ZodType>(thing: T) => z.strictObject({ total: z.number().int(), first: z.array(thing) });

const countsSchema = z.strictObject({
  documents: z.number().int(),
  codes: z.number().int(),
  codings: z.number().int(),
});

/** A copy of a project that can be restored. */
export const backupSchema = z.strictObject({
  file: fileRefSchema,
  name: z.string(),
  folder: z.string(),
  size: z.number(),
  /** A day's backup, the state before a restoring, or the state before an older file was brought up to date. */
  kind: z.enum(['day', 'before-restore', 'version']),
  /** The project file that it was made of; '' where nothing says it (backups of earlier versions). */
  of: z.string(),
  /** Whether it was made of the file that was asked about, or of another place of the same project. */
  isOfHere: z.boolean(),
  /** The last act in it; null where it cannot be read. */
  last: z.strictObject({ at: momentSchema, label: z.string(), coder: z.string().nullable() }).nullable(),
  counts: countsSchema.nullable(),
  /** The work of others is not told, because whoever asks codes in a blind round: codings are 0, the act has no words. */
  isHidden: z.boolean(),
  /** Whether it was looked through and is sound; null: it was not looked through. */
  sound: z.boolean().nullable(),
  /** Why it cannot be used; '' where nothing was found wrong. */
  problem: z.string(),
});
export type Backup = z.output<typeof backupSchema>;

const sideSchema = z.strictObject({
  acts: some(actSchema),
  documents: some(z.string()),
  codes: some(z.string()),
  codings: z.number().int(),
});

export const backupLookSchema = z.strictObject({
  problem: z.string(),
  isHidden: z.boolean(),
  counts: countsSchema.nullable(),
  /** The last acts in it, newest first. */
  acts: z.array(actSchema),
  documents: some(z.string()),
  /** What each has that the other lacks; null where the project cannot be read, or is another one. */
  difference: z.strictObject({ onlyCopy: sideSchema, onlyProject: sideSchema }).nullable(),
});
export type BackupLook = z.output<typeof backupLookSchema>;

/** The project whose backups are meant; null: the one that is open. */
const project = fileRefSchema.nullable();

export const backupsApi = {
  /** The copies of a project, newest first. The project's file may be missing or damaged. `check` looks through each. */
  'backups.list': control(
    z.strictObject({ project, check: z.boolean().default(false) }),
    z.strictObject({
      /** The project's file name and folder, to show. */
      fileName: z.string(),
      folder: z.string(),
      backups: z.array(backupSchema),
    }),
  ),
  /** Looks through a copy, and compares it with the project as it is. */
  'backups.look': control(z.strictObject({ project, backup: fileRefSchema }), backupLookSchema),
  /**
   * Puts a copy in the project's place. The state before it is kept beside it, under the name that is answered (null: there
   * was none). The project is opened again if it was open here. The copying is a task of this method, with progress in MB;
   * cancelled, it leaves everything as it was, and this throws `cancelled`.
   */
  'backups.restore': control(
    z.strictObject({ project, backup: fileRefSchema }),
    z.strictObject({ status: statusSchema, kept: z.string().nullable() }),
  ),
  /**
   * Makes a new project file of a copy: `out`, or (null) a free name beside the project. Never overwrites a file. A task of this
   * method while it lasts, as `backups.restore`.
   */
  'backups.restoreAs': control(
    z.strictObject({ project, backup: fileRefSchema, out: fileRefSchema.nullable() }),
    z.strictObject({ file: fileRefSchema, fileName: z.string(), folder: z.string() }),
  ),
};
