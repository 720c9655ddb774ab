import { strings } from '#words/window/frame.ts';
import type { Arguments, Result } from '../../../../shared/api/contract.ts';
import type { FileRef } from '../../../../shared/api/files.ts';
import { orNotice, send } from '../../../actions/ask.ts';
import { placeOf, warn, writeOrAsk } from '../../../actions/replacing.ts';
import { client } from '../../../state/client.ts';
import { loadStatus } from '../../../state/load.ts';
import { closeDialog, notify, openDialog } from '../../../state/ui.ts';

/** Writes the open project without its texts. */
export async function writePackage(choice: Omit<Arguments<'packages.write'>, 'replace'>): Promise<void> {
  await writeOrAsk(async (replace) => {
    const done = await client().run('packages.write', { ...choice, replace });
    notify('info', strings.packages.done(choice.name, done.codings, done.cleaned), placeOf(choice.folder, done));
    warn(done.warnings);
  });
}

/** What a package is; undefined (and a notice) where it is none. */
export async function inspectPackage(file: FileRef): Promise<Result<'packages.inspect'> | undefined> {
  return await send('packages.inspect', { package: file });
}

/** Makes a new project of a package and the texts of a folder, and reports what was found. */
export async function reattach(source: FileRef, texts: FileRef, name: string): Promise<void> {
  // What cannot come to anything leaves no project behind.
  if (!(await send('packages.inspect', { package: source, files: [texts] }))) return;
  const status = await send('project.create', { folder: null, name });
  if (!status) return;
  closeDialog();
  await orNotice(loadStatus);
  await orNotice(async () => {
    const report = await client().run('packages.attach', { package: source, files: [texts] });
    openDialog({ kind: 'attachReport', report });
  });
}
