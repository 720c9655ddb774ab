import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { socketTransport } from './socketTransport.ts';

/** The far end of one socket, which does what the test says. */
class FarEnd {
  readonly sent: { id: number; method: string }[] = [];
  isClosed = false;
  readonly #heard = new Map<string, ((message: { data: unknown }) => void)[]>();

  send(data: string): void {
    this.sent.push(JSON.parse(data) as { id: number; method: string }); // what the transport writes
  }

  close(): void {
    this.isClosed = true;
  }

  addEventListener(type: string, listener: (message: { data: unknown }) => void): void {
    this.#heard.set(type, [...(this.#heard.get(type) ?? []), listener]);
  }

  tell(type: 'open' | 'close' | 'message', data?: unknown): void {
    for (const listener of this.#heard.get(type) ?? []) listener({ data: JSON.stringify(data) });
  }
}

let ends: FarEnd[];
const last = (): FarEnd => ends[ends.length - 1] ?? expect.fail('nobody dialled');

function connect() {
  return socketTransport(() => {
    ends.push(new FarEnd());
    return last();
  });
}

beforeEach(() => {
  ends = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

describe('calls over a socket', () => {
  it('get their own answers, in whatever order these come', async () => {
    const transport = connect();
    last().tell('open');
    const calls = [transport.call('first', {}), transport.call('second', {})];
    const [one, two] = last().sent;
    last().tell('message', { id: two?.id, ok: true, output: 2 });
    last().tell('message', { id: one?.id, ok: true, output: 'واحد' });
    expect(await Promise.all(calls)).toEqual(['واحد', 2]);
  });

  it('are refused as the program refuses them', async () => {
    const transport = connect();
    last().tell('open');
    const call = transport.call('codes.move', {});
    const error = { code: 'conflict', message: 'There is one already.', details: { path: 'War' } };
    last().tell('message', { id: last().sent[0]?.id, ok: false, error });
    await expect(call).rejects.toMatchObject(error);
  });

  it('pass over an answer that nobody waits for', () => {
    connect();
    last().tell('open');
    expect(() => last().tell('message', { id: 99, ok: true, output: null })).not.toThrow();
  });
});

describe('a program that does not answer', () => {
  it('is dialled after 0.1, 0.2, 0.4 … seconds, at most 5, and after 0.1 again once it was there', () => {
    connect();
    const pauses: number[] = [];
    for (let times = 0; times < 8; times += 1) {
      const before = ends.length;
      last().tell('close');
      let waited = 0;
      for (; ends.length === before; waited += 100) vi.advanceTimersByTime(100);
      pauses.push(waited);
    }
    expect(pauses).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000]);
    last().tell('open');
    const before = ends.length;
    last().tell('close');
    vi.advanceTimersByTime(100);
    expect(ends).toHaveLength(before + 1);
  });

  it('is waited for ten seconds by a call, no longer', async () => {
    const transport = connect();
    const call = expect(transport.call('codes.list', {})).rejects.toMatchObject({
      code: 'internal',
      message: 'Galley cannot be reached. Was it closed? Start it again; everything it had answered is saved.',
      details: { connection: 'lost' },
    });
    vi.advanceTimersByTime(9999);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1);
    await call;
    // A call that was given up is not sent when the program is there at last.
    last().tell('open');
    expect(last().sent).toEqual([]);
  });

  it('is told to whoever watches, once each way, until they watch no longer', () => {
    const transport = connect();
    const told: boolean[] = [];
    const stop = transport.watch((isConnected) => void told.push(isConnected));
    last().tell('open');
    last().tell('close');
    vi.advanceTimersByTime(100);
    last().tell('close');
    vi.advanceTimersByTime(200);
    last().tell('open');
    expect(told).toEqual([false, true]);
    stop();
    last().tell('close');
    expect(told).toHaveLength(2);
  });
});

describe('events over a socket', () => {
  it('come to all who listen, until they listen no longer', () => {
    const transport = connect();
    const heard: unknown[] = [];
    const stop = transport.listen((event) => void heard.push(event));
    last().tell('open');
    const event = { event: 'keys', data: { 'edit.undo': ['F4'] } };
    last().tell('message', event);
    stop();
    last().tell('message', event);
    expect(heard).toEqual([event]);
  });
});

it('a transport that was closed dials no more, and refuses what waits and what comes', async () => {
  const transport = connect();
  const waiting = expect(transport.call('codes.list', {})).rejects.toMatchObject({ details: { connection: 'lost' } });
  transport.close();
  await waiting;
  expect(last().isClosed).toBe(true);
  last().tell('close');
  vi.advanceTimersByTime(60_000);
  expect(ends).toHaveLength(1);
  await expect(transport.call('codes.list', {})).rejects.toMatchObject({ details: { connection: 'lost' } });
});
