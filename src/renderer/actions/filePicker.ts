import { openDialog } from '../state/ui.ts';
import { strings } from '../strings/strings.ts';
import { inBackground } from './ask.ts';
import { importFiles } from './importing.ts';
import { pickedFiles } from './incoming.ts';

/** Opens the browser's picker for files. */
export function askForFiles(): void {
  if (mayAsk()) ask('import-files');
  else openDialog({ kind: 'import' });
}

/** Opens the browser's picker for a folder. */
export function askForFolder(): void {
  if (mayAsk()) ask('import-folder');
  else openDialog({ kind: 'import' });
}

/** A picker opens only right after a key or a click in the window; a native menu's click is none. */
function mayAsk(): boolean {
  return navigator.userActivation.isActive;
}

function ask(id: 'import-files' | 'import-folder'): void {
  const old = document.getElementById(id);
  old?.remove();
  const input = document.createElement('input');
  input.id = id;
  input.type = 'file';
  input.multiple = true;
  input.hidden = true;
  input.webkitdirectory = id === 'import-folder';
  input.setAttribute('aria-label', id === 'import-folder' ? strings.import.folder : strings.import.files);
  input.addEventListener('change', () => {
    const files = pickedFiles(input.files ?? []);
    input.remove();
    inBackground(() => importFiles(files));
  });
  // In the page rather than loose, so that the choice is not lost to garbage collection while the dialog is open.
  document.body.append(input);
  input.click();
}
