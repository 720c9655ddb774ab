import { bridgeName } from '../../../shared/api/bridge.ts';
import type { Bridge } from '../../../shared/api/bridge.ts';
import type { PreloadElectron } from './electron.ts';

export const callChannel = 'call';
export const eventChannel = 'event';

/** Lends the window its bridge: `call` and `listen`, text only, and no other part of Electron. */
export function lendBridge({ contextBridge, ipcRenderer }: PreloadElectron): void {
  const bridge: Bridge = {
    call: async (message) => String(await ipcRenderer.invoke(callChannel, message)),
    listen(receive) {
      const forward = (_event: unknown, text: unknown): void => receive(String(text));
      ipcRenderer.on(eventChannel, forward);
      return () => void ipcRenderer.off(eventChannel, forward);
    },
  };
  contextBridge.exposeInMainWorld(bridgeName, bridge);
}
