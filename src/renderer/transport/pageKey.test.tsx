import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pageKey } from '../../shared/api/carrier.ts';
import { connect, isStranger } from './client.ts';
import type * as one from './pageKey.ts';

let pages = 0;

/** The module as a page that is loaded anew has it: a copy of its own, which leaves the one of other tests as it is. */
async function loaded(): Promise<typeof one> {
  pages += 1;
  return (await import(/* @vite-ignore */ `./pageKey.ts?page=${pages}`)) as typeof one; // the same file
}

function firstPage(key: string): void {
  document.head.innerHTML = `<meta name="${pageKey.meta}" content="${key}">`;
  window.history.replaceState(null, '', '/?token=used');
}

function forget(): void {
  document.head.replaceChildren();
  sessionStorage.clear();
  Reflect.deleteProperty(window, 'galley');
}
beforeEach(forget);
afterEach(() => {
  forget();
  vi.unstubAllGlobals();
});

describe('the key of the page', () => {
  test('is taken out of the first page, with the used token out of its address', async () => {
    firstPage('secret');
    const { keyOfPage, keyHeaders } = await loaded();
    expect(keyOfPage()).toBe('secret');
    expect(document.querySelector('meta')).toBeNull();
    expect(window.location.href).toBe('http://127.0.0.1/');
    expect(keyHeaders()).toEqual({ 'x-galley-key': 'secret' });
  });

  test('stays with the tab when it is loaded again, and a new one takes its place', async () => {
    firstPage('secret');
    (await loaded()).keyOfPage();
    expect((await loaded()).keyOfPage()).toBe('secret');
    firstPage('new');
    expect((await loaded()).keyOfPage()).toBe('new');
    expect((await loaded()).keyOfPage()).toBe('new');
  });

  test('is missing in a page that the program did not open, and sends none', async () => {
    const { keyOfPage, keyHeaders } = await loaded();
    expect(keyOfPage()).toBeNull();
    expect(keyHeaders()).toEqual({});
  });
});

describe('connecting', () => {
  test('goes over a socket to where the page came from; one without a key is a stranger there', () => {
    const dialled: unknown[] = [];
    vi.stubGlobal(
      'WebSocket',
      class {
        constructor(...how: unknown[]) {
          dialled.push(how);
        }

        addEventListener(): void {}
      },
    );
    expect(isStranger()).toBe(true);
    connect();
    expect(dialled).toEqual([['ws://127.0.0.1/socket', ['galley', '-']]]);
  });

  test('goes over the bridge that the desktop application lends, which is never a stranger', async () => {
    const call = () => Promise.resolve(JSON.stringify({ id: 1, ok: true, output: { codes: [], tally: {} } }));
    Object.defineProperty(window, 'galley', { configurable: true, value: { call, listen: () => () => undefined } });
    expect(isStranger()).toBe(false);
    expect(await connect().client.call('codes.list', {})).toEqual({ codes: [], tally: {} });
  });
});
