import { z } from 'zod';
import { coderSchema, idSchema, momentSchema, nameSchema } from '../model/records.ts';
import { command, control, query, task } from './define.ts';
import { fileRefSchema } from './files.ts';

/** What other programs can do to the file of an open project. `log`: to the files of its log. */
export const fileFaultSchema = z.enum(['gone', 'replaced', 'log']);
export type FileFault = z.output<typeof fileFaultSchema>;

/** That the file of the open project is no longer the one that was opened, and how the program goes on. */
export const incidentSchema = z.strictObject({
  fault: fileFaultSchema,
  /** `rescued`: in a copy that has everything; `stale`: it shows, for reading, what the file held before; `unsaved`: no copy could be written. */
  state: z.enum(['rescued', 'stale', 'unsaved']),
  /** The file's name and folder until then, to show. */
  fileName: z.string(),
  folder: z.string(),
  at: momentSchema,
  /** Why no copy could be written, one line; else ''. */
  reason: z.string(),
});
export type Incident = z.output<typeof incidentSchema>;

export const projectSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  /** The project file's name and the folder it lies in, to show. */
  fileName: z.string(),
  folder: z.string(),
  readOnly: z.boolean(),
  /** Why the project is read-only, as one line; '' when it is not. */
  readOnlyReason: z.string(),
  /** Null while the file is the one that was opened. Stays until the project is closed. */
  incident: incidentSchema.nullable(),
  /** Grows each time a project is opened: the same file may hold another state since it was opened before. */
  opening: z.number().int(),
  /** Why the last backup could not be made, as one line; '' when it was. */
  backupProblem: z.string(),
});
export type Project = z.output<typeof projectSchema>;

export const statusSchema = z.strictObject({
  project: projectSchema.nullable(),
  /** Who codes on this machine; null until asked. */
  coder: coderSchema.nullable(),
  /** `native`: the host has file dialogs of its own (`files.choose`); `window`: browse with `files.browse`. */
  dialogs: z.enum(['native', 'window']),
  /** Whether `files.show` works here. */
  reveals: z.boolean(),
  version: z.string(),
});
export type Status = z.output<typeof statusSchema>;

export const problemSchema = z.strictObject({
  kind: z.string(),
  /** The document's name, or '' for what concerns the whole file. */
  document: z.string(),
  message: z.string(),
});
export type Problem = z.output<typeof problemSchema>;

export const verificationSchema = z.strictObject({ ok: z.boolean(), problems: z.array(problemSchema) });
export type Verification = z.output<typeof verificationSchema>;

export const statisticsSchema = z.strictObject({
  documents: z.number().int(),
  codes: z.number().int(),
  annotations: z.number().int(),
  coders: z.number().int(),
  answers: z.number().int(),
});

export const projectApi = {
  'project.status': query(z.strictObject({}), statusSchema),
  /** Makes `NAME.galley` in the folder (null: the user's projects folder) and opens it. Never overwrites a file. */
  'project.create': control(z.strictObject({ folder: fileRefSchema.nullable(), name: nameSchema }), statusSchema),
  'project.open': control(z.strictObject({ file: fileRefSchema }), statusSchema),
  /** Makes the sample project anew in the projects folder, or opens the one that is there. */
  'project.openSample': control(z.strictObject({}), statusSchema),
  'project.close': control(z.strictObject({}), statusSchema),
  'project.recent': query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        file: fileRefSchema,
        name: z.string(),
        folder: z.string(),
        fileName: z.string(),
        opened: momentSchema,
        missing: z.boolean(),
      }),
    ),
  ),
  /** Takes a project off the list of recent ones, and leaves its file and its backups as they are. */
  'project.forget': control(z.strictObject({ file: fileRefSchema }), z.strictObject({})),
  'project.rename': command(z.strictObject({ name: nameSchema }), z.strictObject({})),
  'project.stats': query(z.strictObject({}), statisticsSchema),
  /** Compares every text with its hash, every coding with its text, every record and entry with what the journal says. Changes nothing. */
  'project.verify': task(z.strictObject({}), verificationSchema),
};
