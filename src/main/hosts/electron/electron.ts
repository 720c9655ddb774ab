import type * as Everything from 'electron';

/** The parts of Electron that the main process uses. Only `main.ts` imports the real ones; all else gets them handed in. */
export type Electron = Pick<
  typeof Everything,
  'app' | 'BrowserWindow' | 'dialog' | 'ipcMain' | 'Menu' | 'protocol' | 'screen' | 'session' | 'shell'
>;

/** The parts that the preload script uses. */
export type PreloadElectron = Pick<typeof Everything, 'contextBridge' | 'ipcRenderer'>;
