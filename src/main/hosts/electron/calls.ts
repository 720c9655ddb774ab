import type { WebFrameMain } from 'electron';
import { messageLimit } from '../../../shared/api/carrier.ts';
import type { App } from '../../app/createApp.ts';
import { answerText } from '../shared/messages.ts';
import { callChannel, eventChannel } from './bridge.ts';
import type { Electron } from './electron.ts';
import { isOurPage } from './protocol.ts';

/** Answers the calls of our own page, and brings every event to every window. */
export function carryCalls(electron: Electron, app: Pick<App, 'handle' | 'listen'>): void {
  electron.ipcMain.handle(callChannel, async (event, text: unknown) => {
    if (!isOurFrame(event.senderFrame)) throw new Error('This page may not call Galley.');
    const reply = typeof text === 'string' && text.length <= messageLimit ? await answerText(app, text) : null;
    if (reply === null) throw new Error('This is not a call.');
    return reply;
  });
  app.listen((event) => {
    const text = JSON.stringify(event);
    for (const window of electron.BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, text);
  });
}

function isOurFrame(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOurPage(frame.url);
}
