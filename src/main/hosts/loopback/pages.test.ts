import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { AnyEvent } from '../../../shared/api/events.ts';
import { createPages } from './pages.ts';

test('An answer goes out before the event of what was called for after it, also where the calls come in one piece', async () => {
  let tell: (event: AnyEvent) => void = () => undefined;
  const app = {
    handle: (method: string) => {
      if (method === 'act') tell({ event: 'status', data: {} });
      return Promise.resolve({ ok: true, output: method } as const);
    },
    listen: (listener: typeof tell) => {
      tell = listener;
      return () => undefined;
    },
  };
  const pages = createPages(app, () => undefined);
  const server = createServer().on('upgrade', (request, socket, head) => pages.accept(request, socket, head));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // it listens
  const page = new WebSocket(`ws://127.0.0.1:${port}`);
  await new Promise((opened) => page.once('open', opened));
  const heard: unknown[] = [];
  const all = new Promise<void>((resolve) =>
    page.on('message', (data: Buffer) => {
      const { output, event } = JSON.parse(data.toString()) as { output?: string; event?: string };
      if (heard.push(output ?? event) === 5) resolve();
    }),
  );
  const { _socket: socket } = page as unknown as { _socket: Socket }; // what ws writes to
  socket.cork();
  ['look', 'act', 'look', 'look'].forEach((method, id) => page.send(JSON.stringify({ id, method, input: {} })));
  socket.uncork();
  await all;
  page.terminate();
  pages.close();
  server.close();
  expect(heard).toEqual(['look', 'status', 'act', 'look', 'look']);
});
