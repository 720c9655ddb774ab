import { z } from 'zod';
import { fieldsWords } from '#words/core/fields.ts';
import { isReservedName } from '../text/fileNames.ts';
import { control, query } from './define.ts';

/**
 * A file or folder that the host lets the window use: an unguessable word, good while the program runs. Paths and bytes
 * never ride in messages.
 */
export const fileRefSchema = z.string().regex(/^file-[A-Za-z0-9_-]{8,64}$/, fieldsWords.notAFile);
export type FileRef = z.output<typeof fileRefSchema>;

/**
 * The name of a file in a folder that was granted: no separators, no way out of the folder, no device of Windows.
 */
export const fileNameSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^/\\\0]+$/, fieldsWords.slashInFileName)
  .refine((name) => name !== '.' && name !== '..', fieldsWords.notAFileName)
  .refine((name) => !isReservedName(name), fieldsWords.reservedFileName);

/**
 * Of what writes into a folder: whether files in the way that no earlier export of this project wrote are replaced, too.
 * Otherwise it throws `file-exists`, whose details name the folder's path (`folder`) and the files (`files`, one a line).
 */
export const replaceSchema = z.boolean().default(false);

/** What one should know of the folder that was written to, one line each. The files are written and whole whatever it says. */
export const warningsSchema = z.array(z.string());

/** What a file dialog is opened for. */
export const purposeSchema = z.enum([
  'open-project',
  'new-project',
  'export-folder',
  'import-codebook',
  'open-package',
  'texts-folder',
]);
export type FilePurpose = z.output<typeof purposeSchema>;

export const listingSchema = z.strictObject({
  folder: fileRefSchema,
  /** The folder's path, to show. */
  label: z.string(),
  /** Enclosing folders, outermost first. */
  parents: z.array(z.strictObject({ file: fileRefSchema, name: z.string() })),
  entries: z.array(
    z.strictObject({
      file: fileRefSchema,
      name: z.string(),
      kind: z.enum(['folder', 'file']),
      /** When it was last changed, milliseconds since 1970 UTC. */
      changed: z.number().int(),
      /** In bytes; null of a folder. */
      size: z.number().int().nullable(),
    }),
  ),
  /** The entry whose path was typed; null where that was the folder itself, or nothing was typed. */
  found: fileRefSchema.nullable(),
});
export type Listing = z.output<typeof listingSchema>;

export const filesApi = {
  /** Opens a native dialog (only where `status.dialogs` is `native`); null when the user gives up. */
  'files.choose': control(z.strictObject({ purpose: purposeSchema }), fileRefSchema.nullable()),
  /** Shows a folder that was granted in the file manager of this machine (only where `status.reveals`). */
  'files.show': control(z.strictObject({ folder: fileRefSchema }), z.strictObject({})),
  /**
   * Lists a folder (null: the user's projects folder) with its folders and the files that suit the purpose. One for an export that
   * is not there yet, as it is made when it is written to, is empty. `typed` is a path as somebody wrote it, from the root, from home
   * (`~`) or from that folder: then the folder that it leads to is listed, or the one of a file that suits the purpose.
   */
  'files.browse': query(
    z.strictObject({
      folder: fileRefSchema.nullable(),
      purpose: purposeSchema,
      typed: z.string().max(8192).default(''),
    }),
    listingSchema,
  ),
};
