import type { Answer } from '../../shared/api/contract.ts';
import type { FileRef } from '../../shared/api/files.ts';
import { AppError } from '../../shared/errors.ts';
import { client } from '../state/client.ts';
import { closeDialog, notify, openDialog } from '../state/ui.ts';
import { orNotice } from './ask.ts';

/**
 * Writes files. Where some are in the way that no earlier export of this project wrote, it asks, and on a yes writes once
 * more, replacing them; on a no it goes back to where the files were chosen, if that is said.
 */
export async function writeOrAsk(write: (replace: boolean) => Promise<void>, onKeep?: () => void): Promise<void> {
  closeDialog();
  await orNotice(() => write(false).catch((error: unknown) => ask(error, () => again(write), onKeep)));
}

/** A second time: what is in the way by now is replaced, too. */
async function again(write: (replace: boolean) => Promise<void>): Promise<void> {
  closeDialog();
  await orNotice(() => write(true));
}

/** Asks about files in the way; any other error goes on. */
function ask(error: unknown, onReplace: () => Promise<void>, onKeep: (() => void) | undefined): void {
  const { files, folder } = error instanceof AppError && error.code === 'file-exists' ? error.details : {};
  if (typeof files !== 'string' || typeof folder !== 'string') throw error;
  openDialog({ kind: 'replaceFiles', onReplace, onKeep, folder, files: files.split('\n') });
}

/** What a notice needs to show the folder that was written to. */
export function placeOf(
  folder: FileRef,
  { folder: label }: { folder: string },
): { place: { folder: FileRef; label: string } } {
  return { place: { folder, label } };
}

/** Says the first of what one should know of files that were written. A notice of the files themselves stays beside them. */
export function warn(warnings: readonly string[]): void {
  for (const warning of warnings.slice(0, 2)) notify('error', warning);
}

/** Where the open project is exported to unless the user says otherwise; undefined where that cannot be said. */
export function exportPlace(): Promise<Answer<'exports.place'> | undefined> {
  return orNotice(() => client().call('exports.place', {}));
}
