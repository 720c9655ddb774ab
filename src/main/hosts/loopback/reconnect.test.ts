import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { socketTransport } from '../../../renderer/transport/socketTransport.ts';
import { callMessageSchema } from '../../../shared/api/carrier.ts';
import { AppError } from '../../../shared/errors.ts';

/** The other side of the wire: answers every call with its method's name, `wait` never. */
class Peer {
  port = 0;
  #server: WebSocketServer | null = null;

  async start(): Promise<void> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: this.port });
    server.on('connection', (socket) =>
      socket.on('message', (data: Buffer) => {
        const { id, method } = callMessageSchema.parse(JSON.parse(data.toString()));
        if (method !== 'wait') socket.send(JSON.stringify({ id, ok: true, output: method }));
      }),
    );
    await new Promise((resolve) => server.once('listening', resolve));
    this.port = (server.address() as AddressInfo).port; // a TCP server that listens has one
    this.#server = server;
  }

  async stop(): Promise<void> {
    for (const socket of this.#server?.clients ?? []) socket.terminate();
    await new Promise((resolve) => (this.#server ? this.#server.close(resolve) : resolve(null)));
    this.#server = null;
  }
}

let peer: Peer;
let dials: number;
let transport: ReturnType<typeof socketTransport>;

function connect(patience = 2000): void {
  dials = 0;
  const dial = (): WebSocket => {
    dials += 1;
    const socket = new WebSocket(`ws://127.0.0.1:${peer.port}`);
    socket.on('error', () => undefined); // refused while the peer is away
    return socket;
  };
  transport = socketTransport(dial, { firstPause: 10, longestPause: 40, patience });
}

beforeEach(async () => {
  peer = new Peer();
  await peer.start();
  connect();
});
afterEach(async () => {
  transport.close();
  await peer.stop();
});

async function failureOf(call: Promise<unknown>): Promise<AppError> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error('The call was expected to fail with an error of the program.');
}

describe('the connection of a page', () => {
  it('keeps calls that are made before it is there', async () => {
    expect(await Promise.all(['one', 'two', 'three'].map((method) => transport.call(method, {})))).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  it('rejects what was under way when it breaks, because no one knows whether it was done', async () => {
    await transport.call('one', {});
    const waiting = failureOf(transport.call('wait', {}));
    await transport.call('two', {});
    await peer.stop();
    const error = await waiting;
    expect(error.details).toEqual({ connection: 'lost' });
    expect(error.message).toContain('lost before it answered');
  });

  it('keeps later calls until it is back, says so, and asks listeners to fetch anew', async () => {
    await transport.call('one', {});
    const seen: unknown[] = [];
    transport.watch((connected) => seen.push(connected));
    transport.listen((event) => seen.push(event.event));
    await peer.stop();
    await new Promise((resolve) => setTimeout(resolve, 30));
    const late = transport.call('two', {});
    await peer.start();
    expect(await late).toBe('two');
    expect(seen).toEqual([false, true, 'status']);
  });

  it('asks no one to fetch anew when it is made for the first time', async () => {
    const seen: unknown[] = [];
    transport.listen((event) => seen.push(event.event));
    await transport.call('one', {});
    expect(seen).toEqual([]);
  });

  it('rejects a call that waited too long, with a word on what to do', async () => {
    await peer.stop();
    transport.close();
    connect(80);
    const error = await failureOf(transport.call('one', {}));
    expect(error.message).toContain('Start it again');
  });

  it('tries again with growing pauses, not without end at once', async () => {
    await transport.call('one', {});
    await peer.stop();
    await new Promise((resolve) => setTimeout(resolve, 400));
    // 10 + 20 + 40 + 40 … milliseconds: about eleven times in 400.
    expect(dials).toBeGreaterThan(2);
    expect(dials).toBeLessThanOrEqual(13);
  });

  it('is over once it was closed', async () => {
    await transport.call('one', {});
    transport.close();
    expect((await failureOf(transport.call('two', {}))).details).toEqual({ connection: 'lost' });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(dials).toBe(1);
  });

  it('refuses what JSON cannot carry before anything is sent', async () => {
    expect((await failureOf(transport.call('one', { at: new Date(0) }))).code).toBe('bad-input');
  });
});
