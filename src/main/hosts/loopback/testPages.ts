import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** A window small enough for tests, beside a file that no one may read. Answers with the window's folder. */
export function writeSmallWindow(folder: string): string {
  const window = join(folder, 'window');
  mkdirSync(join(window, 'assets'), { recursive: true });
  writeFileSync(join(window, 'index.html'), '<!doctype html><title>Galley</title>');
  writeFileSync(join(window, 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  return window;
}
