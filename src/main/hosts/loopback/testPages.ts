import { WebSocket } from 'ws';
import { socketTransport } from '../../../renderer/transport/socketTransport.ts';
import type { SocketOptions } from '../../../renderer/transport/socketTransport.ts';

/** Redeems the launch address as a browser would, and answers with the cookie to send from now on. */
export async function enter(address: string): Promise<string> {
  const response = await fetch(address, { redirect: 'manual' });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (response.status !== 303 || cookie === undefined) throw new Error(`Not admitted: ${response.status}`);
  return cookie;
}

/** A socket to the server that says, as a browser would, where it comes from and who it is. */
export function openSocket(origin: string, cookie: string): WebSocket {
  return new WebSocket(`${origin.replace('http', 'ws')}/socket`, { origin, headers: { cookie } });
}

/** A page's connection, made in Node. */
export function pageTransport(
  origin: string,
  cookie: string,
  options: SocketOptions = {},
): ReturnType<typeof socketTransport> {
  return socketTransport(() => openSocket(origin, cookie), options);
}
