import { strings } from '#words/window/frame.ts';
import { allEndings } from '../../shared/model/importers.ts';
import type { FormatOptions } from '../../shared/model/importers.ts';
import { openDialog } from '../state/ui.ts';
import { inBackground } from './ask.ts';
import { importFiles } from './importing.ts';
import { pickedFiles } from './incoming.ts';

/** Opens the browser's picker for files. `formatOptions` are those with which they are read. */
export function askForFiles(formatOptions?: FormatOptions): void {
  if (mayAsk()) ask('import-files', formatOptions);
  else openDialog({ kind: 'import' });
}

/** The same for a folder. */
export function askForFolder(formatOptions?: FormatOptions): void {
  if (mayAsk()) ask('import-folder', formatOptions);
  else openDialog({ kind: 'import' });
}

/** A picker opens only right after a key or a click in the window; a native menu's click is none. */
function mayAsk(): boolean {
  return navigator.userActivation.isActive;
}

function ask(id: 'import-files' | 'import-folder', formatOptions?: FormatOptions): void {
  const old = document.getElementById(id);
  old?.remove();
  const input = document.createElement('input');
  input.id = id;
  input.type = 'file';
  input.multiple = true;
  input.hidden = true;
  input.webkitdirectory = id === 'import-folder';
  // The picker offers these first and lets one choose among all files, for names may have any ending or none.
  if (id === 'import-files') input.accept = allEndings.join(',');
  input.setAttribute('aria-label', id === 'import-folder' ? strings.import.folder : strings.import.files);
  input.addEventListener('change', () => {
    const files = pickedFiles(input.files ?? []);
    input.remove();
    inBackground(() => importFiles(files, { formatOptions }));
  });
  // In the page rather than loose, so that the choice is not lost to garbage collection while the dialog is open.
  document.body.append(input);
  input.click();
}
