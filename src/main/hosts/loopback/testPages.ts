import { WebSocket } from 'ws';
import { socketTransport } from '../../../renderer/transport/socketTransport.ts';
import type { SocketOptions } from '../../../renderer/transport/socketTransport.ts';

/** What a page has to show: the cookie, which the browser sends by itself, and the key that the first page held. */
export type Pass = { cookie: string; key: string };

/** Redeems the launch address as a browser would, and answers with what to send from now on. */
export async function enter(address: string): Promise<Pass> {
  const response = await fetch(address, { redirect: 'manual' });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  const key = /<meta name="galley-key" content="([^"]+)">/u.exec(await response.text())?.[1];
  if (cookie === undefined || key === undefined) throw new Error(`Not admitted: ${response.status}`);
  return { cookie, key };
}

/** A socket to the server that says, as a browser would, where it comes from and who it is. */
export function openSocket(origin: string, { cookie, key }: Pass): WebSocket {
  const address = `${origin.replace('http', 'ws')}/socket`;
  const socket = new WebSocket(address, ['galley', key], { origin, headers: { cookie } });
  return socket.on('error', () => undefined); // a page hears of it by `close`
}

/** A page's connection, made in Node. */
export function pageTransport(
  origin: string,
  pass: Pass,
  options: SocketOptions = {},
): ReturnType<typeof socketTransport> {
  return socketTransport(() => openSocket(origin, pass), options);
}
