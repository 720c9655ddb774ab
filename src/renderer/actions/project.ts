import { announcedStrings as say } from '#words/window/announced.ts';
import { backupStrings } from '#words/window/backups.ts';
import { strings } from '#words/window/frame.ts';
import type { FilePurpose, FileRef } from '../../shared/api/files.ts';
import type { Status } from '../../shared/api/project.ts';
import { AppError } from '../../shared/errors.ts';
import type { FormatOptions } from '../../shared/model/importers.ts';
import { announce } from '../state/announced.ts';
import { client } from '../state/client.ts';
import type { IncomingFile } from '../state/incoming.ts';
import { loadStatus } from '../state/load.ts';
import { useRecords } from '../state/records.ts';
import { closeDialog, dismissAllNotices, notify, openDialog, useUi } from '../state/ui.ts';
import { orNotice, whileSaving, send } from './ask.ts';
import { importFiles } from './importing.ts';
import { placeOf, warn, writeOrAsk } from './replacing.ts';

const offersBackups: ReadonlySet<string> = new Set(['file-damaged', 'not-a-project', 'file-unreadable']);

/** Whether the host has file dialogs of its own. */
export function hasNativeDialogs(): boolean {
  return useRecords.getState().status?.dialogs === 'native';
}

/** Asks for a file or folder in the host's own dialog; null when the user gives up. */
export async function chooseNative(purpose: FilePurpose): Promise<FileRef | null> {
  return (await send('files.choose', { purpose })) ?? null;
}

/** Makes a project and opens it. `files` are imported into it, with these options of single importers. */
export async function createProject(
  folder: FileRef | null,
  name: string,
  files: readonly IncomingFile[],
  formatOptions?: FormatOptions,
): Promise<boolean> {
  dismissAllNotices();
  const status = await send('project.create', { folder, name });
  if (!status) return false;
  closeDialog();
  await orNotice(loadStatus);
  if (files.length > 0) await importFiles(files, { formatOptions });
  return true;
}

export async function openProject(file: FileRef): Promise<boolean> {
  dismissAllNotices();
  const status = await whileSaving(() => openOrOffer(file));
  if (!status) return false;
  closeDialog();
  await orNotice(loadStatus);
  return true;
}

/** A file that cannot be opened may have backups that can. */
async function openOrOffer(file: FileRef): Promise<Status | undefined> {
  return await orNotice(async () => {
    try {
      return await client().call('project.open', { file });
    } catch (error) {
      if (!(error instanceof AppError) || !offersBackups.has(error.code)) throw error;
      const run = (): void => openDialog({ kind: 'backups', project: file });
      notify('error', error.message, { act: { label: backupStrings.title, run } });
      return undefined;
    }
  });
}

export async function openSample(): Promise<void> {
  dismissAllNotices();
  if (await send('project.openSample', {})) await orNotice(loadStatus);
}

export async function closeProject(): Promise<void> {
  dismissAllNotices();
  if (await send('project.close', {})) await orNotice(loadStatus);
}

/** Asks which project to open, in the host's dialog or in the window's own. */
export async function chooseProject(): Promise<void> {
  if (!hasNativeDialogs()) {
    openDialog({ kind: 'openProject' });
    return;
  }
  const file = await chooseNative('open-project');
  if (file !== null) await openProject(file);
}

export async function chooseCodebook(): Promise<void> {
  if (!hasNativeDialogs()) {
    openDialog({ kind: 'importCodebook' });
    return;
  }
  const file = await chooseNative('import-codebook');
  if (file !== null) await importCodebook(file);
}

export async function importCodebook(file: FileRef): Promise<void> {
  closeDialog();
  await orNotice(async () => {
    try {
      const { created, updated, variables, changes } = await client().run('codebook.import', { file });
      notify('info', strings.codebook.imported(created.length, updated.length, variables.length));
      if (changes.length > 0) openDialog({ kind: 'codebookChanges', changes });
    } catch (error) {
      const faults = error instanceof AppError ? error.details['faults'] : undefined;
      if (typeof faults !== 'string') throw error;
      openDialog({ kind: 'codebookFaults', faults: faults.split('\n') });
    }
  });
}

/** Compares every text and coding with what the project says of them. */
export async function verifyProject(): Promise<void> {
  await orNotice(async () => {
    const { ok, problems } = await client().run('project.verify', {});
    if (ok) useUi.setState({ verifiedAt: Date.now() });
    openDialog({ kind: 'verify', problems });
  });
}

export async function undo(): Promise<void> {
  const step = await send('history.undo', {});
  if (step) announce(say.undone(step.label));
}

export async function redo(): Promise<void> {
  const step = await send('history.redo', {});
  if (step) announce(say.redone(step.label));
}

export async function identify(name: string, then: (() => void) | null): Promise<boolean> {
  const coder = await send('coders.identify', { name });
  if (!coder) return false;
  await orNotice(loadStatus);
  closeDialog();
  then?.();
  return true;
}

export async function exportCodebook(folder: FileRef, name: string): Promise<void> {
  await writeOrAsk(async (replace) => {
    const done = await client().run('codebook.export', { folder, name, replace });
    notify('info', strings.codebook.exported(name, done.codes), placeOf(folder, done));
    warn(done.warnings);
  });
}

export async function renameProject(name: string): Promise<void> {
  await send('project.rename', { name });
}
