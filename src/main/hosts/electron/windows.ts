import { join } from 'node:path';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { Electron } from './electron.ts';
import { pageAddress } from './protocol.ts';
import { isVisible, readPlace, writePlace } from './state.ts';
import type { Place } from './state.ts';

export type WindowOptions = {
  /** The built preload script. */
  preload: string;
  settingsFolder: string;
  /** Called when the user closes the window, instead of closing it. */
  closing: () => void;
};

/** Opens the window where it last stood. */
export function openWindow(electron: Electron, options: WindowOptions): BrowserWindow {
  const file = join(options.settingsFolder, 'window.json');
  const screens = electron.screen.getAllDisplays().map((display) => display.workArea);
  const place = readPlace(file);
  const window = new electron.BrowserWindow(
    windowOptions(options.preload, place !== null && isVisible(place, screens) ? place : null),
  );
  if (place?.maximised === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    event.preventDefault();
    writePlace(file, { ...window.getNormalBounds(), maximised: window.isMaximized() });
    options.closing();
  });
  void window.loadURL(pageAddress);
  return window;
}

function windowOptions(preload: string, place: Place | null): BrowserWindowConstructorOptions {
  const { x, y, width = 1440, height = 900 } = place ?? {};
  return {
    ...(x === undefined || y === undefined ? {} : { x, y }),
    width,
    height,
    minWidth: 640,
    minHeight: 480,
    title: 'Galley',
    show: false,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      // Chromium would fetch its dictionaries from the network.
      spellcheck: false,
    },
  };
}
