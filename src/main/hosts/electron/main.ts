import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell } from 'electron';
import { runHost, surroundings } from './host.ts';

const electron = { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell };
// Not awaited: Electron becomes ready only after this module has run to its end.
runHost(electron, surroundings(electron)).catch((error: unknown) => {
  dialog.showErrorBox('Galley', error instanceof Error ? (error.stack ?? error.message) : String(error));
  app.exit(1);
});
