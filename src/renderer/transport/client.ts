import type { Bridge } from '../../shared/api/bridge.ts';
import { pageKey } from '../../shared/api/carrier.ts';
import { createClient } from '../../shared/api/client.ts';
import type { Client } from '../../shared/api/client.ts';
import type { Connection } from './connection.ts';
import { electronTransport } from './electronTransport.ts';
import { keyOfPage } from './pageKey.ts';
import { socketTransport } from './socketTransport.ts';

declare global {
  interface Window {
    /** Lent by Electron's preload script; absent in a browser. */
    readonly galley?: Bridge;
  }
}

/** Connects the window to the program, through whatever carries it here. Call it once. */
export function connect(): { client: Client; watch: Connection['watch'] } {
  const connection = window.galley ? electronTransport(window.galley) : socketTransport(dial);
  return { client: createClient(connection), watch: (receive) => connection.watch(receive) };
}

/** Whether this is a page that the program did not open, such as a second tab: nothing can be asked from it. */
export function isStranger(): boolean {
  return !window.galley && keyOfPage() === null;
}

function dial(): WebSocket {
  return new WebSocket(`ws://${window.location.host}/socket`, [pageKey.protocol, keyOfPage() ?? '-']);
}
