import type { OpenDialogOptions } from 'electron';
import { dialogWords, fileWords } from '#words/window/nativeDialogs.ts';
import type { FilePurpose } from '../../../shared/api/files.ts';
import type { NativeDialogs } from '../../app/platform.ts';
import type { Electron } from './electron.ts';

const openFile = (name: string, extensions: string[]): Pick<OpenDialogOptions, 'properties' | 'filters'> => ({
  properties: ['openFile'],
  filters: [{ name, extensions }],
});

const forPurpose: Record<FilePurpose, Pick<OpenDialogOptions, 'properties' | 'filters'>> = {
  'open-project': openFile(fileWords.project, ['galley']),
  'new-project': { properties: ['openDirectory', 'createDirectory'] },
  'export-folder': { properties: ['openDirectory', 'createDirectory'] },
  'texts-folder': { properties: ['openDirectory'] },
  'open-package': openFile(fileWords.package, ['zip']),
  'import-codebook': openFile(fileWords.codebook, ['csv', 'json', 'qdc']),
};

/** The system's own dialogs, over the window. */
export function nativeDialogs(electron: Electron, projectsFolder: string): NativeDialogs {
  return {
    async choose(purpose) {
      const options = { title: dialogWords[purpose], ...forPurpose[purpose], defaultPath: projectsFolder };
      const [window] = electron.BrowserWindow.getAllWindows();
      const answer = await (window
        ? electron.dialog.showOpenDialog(window, options)
        : electron.dialog.showOpenDialog(options));
      return answer.filePaths[0] ?? null;
    },
  };
}
