import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../shared/api/bridge.ts';
import { electronTransport } from './electronTransport.ts';

/** A bridge that keeps what it is given and gives these answers. */
function bridge(...answers: object[]) {
  const given: unknown[] = [];
  const listeners = new Set<(event: string) => void>();
  const lent: Bridge = {
    call: (message) => {
      given.push(JSON.parse(message));
      return Promise.resolve(JSON.stringify(answers.shift()));
    },
    listen: (receive) => {
      listeners.add(receive);
      return () => void listeners.delete(receive);
    },
  };
  return { lent, given, tell: (event: object) => listeners.forEach((receive) => receive(JSON.stringify(event))) };
}

describe('the carrier of the desktop application', () => {
  it('numbers its calls and gives their answers', async () => {
    const { lent, given } = bridge({ id: 1, ok: true, output: ['ا'] }, { id: 2, ok: true, output: null });
    const transport = electronTransport(lent);
    expect(await transport.call('codes.list', {})).toEqual(['ا']);
    expect(await transport.call('files.choose', { purpose: 'open-project' })).toBeNull();
    expect(given).toEqual([
      { id: 1, method: 'codes.list', input: {} },
      { id: 2, method: 'files.choose', input: { purpose: 'open-project' } },
    ]);
  });

  it('refuses as the program refuses, and what JSON cannot carry before it is sent', async () => {
    const error = { code: 'read-only', message: 'It can only be read.', details: {} };
    const { lent, given } = bridge({ id: 1, ok: false, error });
    const transport = electronTransport(lent);
    await expect(transport.call('codes.create', {})).rejects.toMatchObject(error);
    await expect(transport.call('codes.create', { name: new Date(0) })).rejects.toMatchObject({ code: 'bad-input' });
    expect(given).toHaveLength(1);
  });

  it('brings events until nobody listens, and is never lost', () => {
    const { lent, tell } = bridge();
    const transport = electronTransport(lent);
    const heard: unknown[] = [];
    const stop = transport.listen((event) => void heard.push(event));
    tell({ event: 'status', data: {} });
    stop();
    tell({ event: 'status', data: {} });
    expect(heard).toEqual([{ event: 'status', data: {} }]);
    transport.watch(() => expect.fail('it was lost'))();
  });
});
