import type { OpenDialogOptions } from 'electron';
import type { FilePurpose } from '../../../shared/api/files.ts';
import type { NativeDialogs } from '../../app/platform.ts';
import type { Electron } from './electron.ts';

const forPurpose: Record<FilePurpose, Pick<OpenDialogOptions, 'title' | 'properties' | 'filters'>> = {
  'open-project': {
    title: 'Open project',
    properties: ['openFile'],
    filters: [{ name: 'Galley project', extensions: ['galley'] }],
  },
  'new-project': { title: 'Folder for the new project', properties: ['openDirectory', 'createDirectory'] },
  'export-folder': { title: 'Folder for the export', properties: ['openDirectory', 'createDirectory'] },
  'texts-folder': { title: 'Folder of texts', properties: ['openDirectory'] },
  'open-package': {
    title: 'Re-attach a package',
    properties: ['openFile'],
    filters: [{ name: 'Package', extensions: ['zip'] }],
  },
  'import-codebook': {
    title: 'Import codebook',
    properties: ['openFile'],
    filters: [{ name: 'Codebook', extensions: ['csv', 'json', 'qdc'] }],
  },
};

/** The system's own dialogs, over the window. */
export function nativeDialogs(electron: Electron, projectsFolder: string): NativeDialogs {
  return {
    async choose(purpose) {
      const options = { ...forPurpose[purpose], defaultPath: projectsFolder };
      const [window] = electron.BrowserWindow.getAllWindows();
      const answer = await (window
        ? electron.dialog.showOpenDialog(window, options)
        : electron.dialog.showOpenDialog(options));
      return answer.filePaths[0] ?? null;
    },
  };
}
