import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { statusSchema } from '../../../shared/api/project.ts';
import { settingsSchema } from '../../../shared/api/settings.ts';
import type { ChangedKeys } from '../../../shared/keyTable.ts';
import { createApp } from '../../app/createApp.ts';
import type { App } from '../../app/createApp.ts';
import { nodePlatform, windowFolder } from '../../app/folders.ts';
import type { Platform } from '../../app/platform.ts';
import { clearLeftovers } from '../../app/temporary.ts';
import { methodTable } from '../../desks/all.ts';
import { openFiles } from '../shared/openFiles.ts';
import { createUploads } from '../shared/uploads.ts';
import { carryCalls } from './calls.ts';
import { nativeDialogs } from './dialogs.ts';
import type { Electron } from './electron.ts';
import { menuTemplate } from './menu.ts';
import { lockContents, lockSession, registerScheme, serveWindow } from './protocol.ts';
import { openWindow } from './windows.ts';

/** The outside of a run, which tests replace. */
export type Surroundings = {
  platform: Platform;
  /** The built window; the preload script lies in `preload` beside its folder. */
  windowFolder: string;
  /** The command line, the program first. */
  words: readonly string[];
  workingFolder: string;
};

/** What Electron says of this machine. Settings lie where the other hosts keep theirs: it is the same program. */
export function surroundings(electron: Electron): Surroundings {
  const standard = nodePlatform('electron', electron.app.getVersion());
  const own = process.env['GALLEY_HOME'] ?? '';
  const projectsFolder = own === '' ? join(electron.app.getPath('documents'), 'Galley') : standard.projectsFolder;
  const reveal = (path: string): Promise<void> => {
    electron.shell.showItemInFolder(path); // marks it, and never opens it
    return Promise.resolve();
  };
  const platform = { ...standard, projectsFolder, dialogs: nativeDialogs(electron, projectsFolder), reveal };
  return { platform, windowFolder, words: process.argv, workingFolder: process.cwd() };
}

/** Runs the program in Electron. Resolves when the window is open, or at once when another instance runs already. */
export async function runHost(electron: Electron, around: Surroundings): Promise<void> {
  const { platform } = around;
  const ownFolder = join(platform.settingsFolder, 'electron');
  mkdirSync(ownFolder, { recursive: true, mode: 0o700 });
  electron.app.setPath('userData', ownFolder);
  if (!electron.app.requestSingleInstanceLock()) {
    electron.app.quit();
    return;
  }
  registerScheme(electron);
  clearLeftovers();
  const app = createApp(platform, methodTable);
  const files = openRequests(electron, app, around);
  const uploads = createUploads(app.grants);
  electron.app.on('web-contents-created', (_event, contents) => lockContents(contents));
  await electron.app.whenReady();

  lockSession(electron.session.defaultSession);
  serveWindow(electron, app, around.windowFolder, uploads, (message) => platform.log('error', message));
  carryCalls(electron, app);
  noteRecent(electron, app);
  await showMenu(electron, app);
  const closing = closeOnce(electron, async () => {
    await app.close();
    uploads.remove();
  });
  electron.app.on('before-quit', (event) => {
    event.preventDefault();
    closing();
  });
  await files.openFirst();
  const preload = join(around.windowFolder, '..', 'preload', 'preload.cjs');
  openWindow(electron, { preload, settingsFolder: platform.settingsFolder, closing });
}

/** Opens what the command line names, then what the system and further starts of the program ask for. */
function openRequests(electron: Electron, app: App, around: Surroundings): { openFirst(): Promise<void> } {
  let waiting: string[] | null = filesAmong(electron, around.words);
  const open = async (files: readonly string[], workingFolder: string): Promise<void> => {
    try {
      await openFiles(app, files, workingFolder);
    } catch (error) {
      electron.dialog.showErrorBox('Galley', error instanceof Error ? error.message : String(error));
    }
  };
  electron.app.on('open-file', (event, path) => {
    event.preventDefault();
    if (waiting) waiting.push(path);
    else void open([path], around.workingFolder);
  });
  electron.app.on('second-instance', (_event, words, workingFolder) => {
    const [window] = electron.BrowserWindow.getAllWindows();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
    void open(filesAmong(electron, words), workingFolder);
  });
  return {
    async openFirst() {
      const files = waiting ?? [];
      waiting = null;
      await open(files, around.workingFolder);
    },
  };
}

/** The files on a command line. Before the program is packaged its own folder comes first. */
function filesAmong(electron: Electron, words: readonly string[]): string[] {
  const plain = words.slice(1).filter((word) => !word.startsWith('-'));
  return electron.app.isPackaged ? plain : plain.slice(1);
}

/** Shows the menu bar with the keys as they are now, and again whenever the user changes one. */
async function showMenu(electron: Electron, app: App): Promise<void> {
  const show = (changed: ChangedKeys): void => {
    const template = menuTemplate((action) => app.requestAction(action), process.platform === 'darwin', changed);
    electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(template));
  };
  app.listen((event) => {
    if (event.event === 'keys') show(event.data);
  });
  const reply = await app.handle('settings.read', {});
  show(reply.ok ? settingsSchema.parse(reply.output).keys : {});
}

/** Tells the system which projects were opened, for its own lists of recent documents. */
function noteRecent(electron: Electron, app: App): void {
  app.listen(({ event }) => {
    if (event !== 'status') return;
    void app.handle('project.status', {}).then((reply) => {
      const project = reply.ok ? statusSchema.parse(reply.output).project : null;
      if (project) electron.app.addRecentDocument(join(project.folder, project.fileName));
    });
  });
}

/** Ends the program after the project is closed, however often and from wherever it is asked to. */
function closeOnce(electron: Electron, close: () => Promise<void>): () => void {
  let ending: Promise<void> | null = null;
  return () => {
    ending ??= close().then(
      () => leave(electron, 0),
      (error: unknown) => {
        electron.dialog.showErrorBox('Galley', error instanceof Error ? error.message : String(error));
        leave(electron, 1);
      },
    );
  };
}

function leave(electron: Electron, status: number): void {
  for (const window of electron.BrowserWindow.getAllWindows()) window.destroy();
  electron.app.exit(status);
}
