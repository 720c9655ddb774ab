import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../shared/api/client.ts';
import type { Client } from '../../../shared/api/client.ts';
import { uploadAnswerSchema } from '../../../shared/api/carrier.ts';
import { electronTransport } from '../../../renderer/transport/electronTransport.ts';
import { nodePlatform } from '../../app/folders.ts';
import { writeSmallWindow } from '../shared/testWindow.ts';
import { nativeDialogs } from './dialogs.ts';
import { runHost, surroundings } from './host.ts';
import type { Surroundings } from './host.ts';
import { cancelable, createFakeElectron } from './testElectron.ts';
import type { FakeElectron, FakeWindow, Frame } from './testElectron.ts';

let folder: string;
let fake: FakeElectron;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-electron-'));
  fake = createFakeElectron();
});
afterEach(async () => {
  fake.app.emit('before-quit', cancelable());
  if (fake.windows.length > 0) await ended();
  rmSync(folder, { recursive: true, force: true });
});

function around(words: string[] = []): Surroundings {
  const platform = nodePlatform('test', '0.0.0', {
    settingsFolder: join(folder, 'settings'),
    projectsFolder: join(folder, 'projects'),
    dialogs: nativeDialogs(fake.electron, join(folder, 'projects')),
    log: () => undefined,
  });
  return { platform, windowFolder: writeSmallWindow(folder), words: ['galley', ...words], workingFolder: folder };
}

async function start(words: string[] = []): Promise<{ window: FakeWindow; client: Client }> {
  await runHost(fake.electron, around(words));
  const window = fake.windows[0];
  if (window === undefined) throw new Error('No window was opened.');
  return { window, client: createClient(electronTransport(fake.bridge(window))) };
}

async function until(question: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await question())) await new Promise((resolve) => setTimeout(resolve, 2));
}

const ended = (): Promise<void> => until(() => fake.told.exits.length > 0);

describe('the window', () => {
  it('shows a page that has no part of Node, in a sandbox of its own', async () => {
    const { window } = await start();
    expect(window.address).toBe('galley://app/');
    expect(window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
    expect(window.options.webPreferences).not.toHaveProperty('allowRunningInsecureContent');
    expect(window.options.webPreferences).not.toHaveProperty('experimentalFeatures');
    expect(window.options.show).toBe(false);
    await until(() => window.shown);
  });

  it('is lent call and listen, and nothing else', async () => {
    const { window } = await start();
    const lent = fake.lent(window);
    expect(Object.keys(lent)).toEqual(['galley']);
    expect(Object.keys(lent['galley'] as object).sort()).toEqual(['call', 'listen']);
  });

  it('stays where it is: no other address, no further window, no page within it', async () => {
    const { window } = await start();
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      for (const url of [
        'https://evil.example/',
        'file:///etc/passwd',
        'galley://other/',
        'galley://app/x',
        'data:text/html,x',
      ]) {
        const event = cancelable({ url });
        window.webContents.emit(name, event);
        expect([name, url, event.prevented]).toEqual([name, url, true]);
      }
    }
    const reload = cancelable({ url: 'galley://app/' });
    window.webContents.emit('will-navigate', reload);
    expect(reload.prevented).toBe(false);
    expect(window.webContents.openWindow?.()).toEqual({ action: 'deny' });
  });

  it('gets no permission and no device, and no address but those of this program', async () => {
    await start();
    const answers: unknown[] = [];
    fake.told.permissionRequest?.({}, 'media', (granted) => answers.push(granted));
    expect(answers).toEqual([false]);
    expect([fake.told.permissionCheck?.(), fake.told.devicePermission?.()]).toEqual([false, false]);
    const cancelled = (url: string): unknown => {
      let answer: unknown;
      fake.told.beforeRequest?.({ url }, (value) => (answer = value));
      return answer;
    };
    for (const url of ['galley://app/', 'devtools://devtools/x', 'data:image/png;base64,AA==']) {
      expect(cancelled(url)).toEqual({ cancel: false });
    }
    for (const url of [
      'https://a.example/',
      'http://127.0.0.1/',
      'ws://a.example/',
      'file:///etc/passwd',
      'ftp://a/',
    ]) {
      expect(cancelled(url)).toEqual({ cancel: true });
    }
  });

  it('comes back to where it stood, unless no screen is there any more', async () => {
    const place = { x: 200, y: 100, width: 1000, height: 700 };
    mkdirSync(join(folder, 'settings'));
    const file = join(folder, 'settings', 'window.json');
    writeFileSync(file, JSON.stringify({ ...place, maximised: true }));
    const { window } = await start();
    expect(window.options).toMatchObject(place);
    expect(window.maximised).toBe(true);
    window.bounds = { x: 5000, y: 100, width: 1000, height: 700 };
    window.userCloses();
    await ended();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...window.bounds, maximised: true });

    fake = createFakeElectron();
    const again = await start();
    expect(again.window.options).not.toHaveProperty('x');
  });
});

describe('a call', () => {
  it('is refused when it does not come from the page itself', async () => {
    await start();
    const text = JSON.stringify({ id: 1, method: 'project.status', input: {} });
    const ours: Frame = { url: 'galley://app/', parent: null };
    expect(JSON.parse(String(await fake.invoke(ours, 'call', text)))).toMatchObject({ id: 1, ok: true });
    const foreign: Frame[] = [
      null,
      { url: 'https://evil.example/', parent: null },
      { url: 'file:///tmp/page.html', parent: null },
      { url: 'galley://other/', parent: null },
      { url: 'galley://app.evil.example/', parent: null },
      { url: 'about:blank', parent: null },
      { url: '', parent: null },
      { url: 'galley://app/', parent: ours },
    ];
    for (const frame of foreign) await expect(fake.invoke(frame, 'call', text)).rejects.toThrow('may not call');
  });

  it('is refused when it is not one', async () => {
    await start();
    const ours: Frame = { url: 'galley://app/', parent: null };
    for (const value of ['nonsense', '[]', 7, null, { id: 1, method: 'project.status', input: {} }]) {
      await expect(fake.invoke(ours, 'call', value)).rejects.toThrow('not a call');
    }
  });
});

describe('the scheme of the page', () => {
  const ask = async (path: string, options?: RequestInit): Promise<Response> => {
    const response = await fake.told.serve?.(new Request(`galley://app${path}`, options));
    if (response === undefined) throw new Error('The scheme is not served.');
    return response;
  };

  it('is a safe one with an origin of its own', async () => {
    await start();
    const privileges = { standard: true, secure: true, supportFetchAPI: true };
    expect(fake.told.schemes).toEqual([{ scheme: 'galley', privileges }]);
  });

  it('serves the window under a strict policy, and nothing beside it', async () => {
    await start();
    const page = await ask('/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await ask('/assets/index-abc.js')).status).toBe(200);
    for (const path of ['/..%2fsecret.txt', '/%2e%2e/secret.txt', '/nothing.js'])
      expect((await ask(path)).status).toBe(404);
    expect((await fake.told.serve?.(new Request('galley://other/')))?.status).toBe(404);
    expect((await ask('/', { method: 'PUT' })).status).toBe(405);
  });

  it('takes a file from the page, which then can be imported', async () => {
    const { client } = await start();
    await client.call('project.create', { folder: null, name: 'Uploads' });
    const origin = 'galley://app';
    const response = await ask('/files?path=2024%2Freport.txt', { method: 'POST', body: 'News.', headers: { origin } });
    const { file } = uploadAnswerSchema.parse(await response.json());
    const report = await client.run('imports.start', { files: [file] });
    expect(report.documents).toMatchObject([{ path: '2024/report.txt', characters: 5 }]);
    const text = await ask(`/texts/${report.documents[0]?.id ?? ''}`);
    expect([text.status, await text.text()]).toEqual([200, 'News.']);
    expect((await ask('/texts/01890000-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await ask('/files?path=..%2Fa.txt', { method: 'POST', body: 'x', headers: { origin } })).status).toBe(400);
    const foreign = { origin: 'https://evil.example' };
    expect((await ask('/files?path=a.txt', { method: 'POST', body: 'x', headers: foreign })).status).toBe(403);
  });
});

describe('files from outside', () => {
  it('are opened when the program starts with them: texts make a project of their own', async () => {
    writeFileSync(join(folder, 'Harbour strike.txt'), 'The harbour is on strike.');
    const { client } = await start(['--enable-logging', 'Harbour strike.txt']);
    expect((await client.call('project.status', {})).project?.name).toBe('Harbour strike');
    await until(async () => (await client.call('documents.list', { offset: 0, limit: 1 })).all === 1);
    expect(fake.told.errors).toEqual([]);
  });

  it('are opened when the system or a second start asks for them, and are recent documents then', async () => {
    const { client, window } = await start();
    await client.call('project.create', { folder: null, name: 'First' });
    await client.call('project.create', { folder: null, name: 'Second' });
    window.minimised = true;
    const first = join(folder, 'projects', 'First.galley');
    fake.app.emit('second-instance', {}, ['galley', '--flag', join('projects', 'First.galley')], folder);
    await until(async () => (await client.call('project.status', {})).project?.name === 'First');
    expect([window.minimised, window.focused]).toEqual([false, true]);
    const event = cancelable();
    fake.app.emit('open-file', event, join(folder, 'projects', 'Second.galley'));
    await until(async () => (await client.call('project.status', {})).project?.name === 'Second');
    expect(event.prevented).toBe(true);
    await until(() => fake.told.recent.at(-1) === join(folder, 'projects', 'Second.galley'));
    expect(fake.told.recent).toContain(first);
  });

  it('that are not there are named in a message, and the window opens all the same', async () => {
    await start(['missing.galley']);
    expect(fake.told.errors.join()).toContain('missing.galley');
  });

  it('are left to the instance that runs already', async () => {
    fake.told.locked = false;
    await runHost(fake.electron, around());
    expect([fake.told.quits, fake.windows.length]).toEqual([1, 0]);
    expect(fake.told.schemes).toEqual([]);
  });

  it('are shown in the file manager, and never opened', async () => {
    await surroundings(fake.electron).platform.reveal?.(join(folder, 'codings.csv'));
    expect(fake.told.revealed).toEqual([join(folder, 'codings.csv')]);
  });

  it('are chosen in dialogs of the system', async () => {
    const { client } = await start();
    expect(await client.call('project.status', {})).toMatchObject({ dialogs: 'native', reveals: false });
    expect(await client.call('files.choose', { purpose: 'open-project' })).toBeNull();
    fake.told.dialogAnswer = [folder];
    expect(await client.call('files.choose', { purpose: 'export-folder' })).toMatch(/^file-/);
    expect(fake.told.dialogs).toMatchObject([
      { properties: ['openFile'], filters: [{ extensions: ['galley'] }] },
      { properties: ['openDirectory', 'createDirectory'] },
    ]);
  });
});

describe('closing', () => {
  it('waits until the project is one file, then lets the window go', async () => {
    const { client, window } = await start();
    await client.call('project.create', { folder: null, name: 'Closing' });
    await client.call('codes.create', { name: 'Conflict' });
    const articles = join(folder, 'articles');
    mkdirSync(articles);
    for (let number = 1; number <= 200; number += 1)
      writeFileSync(join(articles, `${number}.txt`), 'News. '.repeat(99));
    fake.app.emit('second-instance', {}, ['galley', articles], folder);
    expect(window.userCloses()).toBe(false);
    expect([window.destroyed, fake.told.exits]).toEqual([false, []]);
    await ended();
    expect([window.destroyed, fake.told.exits, fake.told.errors]).toEqual([true, [0], []]);
    const left = readdirSync(join(folder, 'projects')).filter((name) => name.startsWith('Closing.'));
    expect(left).toEqual(['Closing.galley']);
  });

  it('happens once, however often it is asked for', async () => {
    const { window } = await start();
    const quit = cancelable();
    fake.app.emit('before-quit', quit);
    window.userCloses();
    fake.app.emit('before-quit', cancelable());
    expect(quit.prevented).toBe(true);
    await ended();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(fake.told.exits).toEqual([0]);
  });

  it('removes the copies of files that the page handed over', async () => {
    const { window } = await start();
    const before = readdirSync(tmpdir());
    await fake.told.serve?.(new Request('galley://app/files?path=a.txt', { method: 'POST', body: 'x' }));
    const fresh = readdirSync(tmpdir()).filter((name) => name.startsWith('galley-') && !before.includes(name));
    window.userCloses();
    await ended();
    expect(fresh.filter((name) => /^galley-.{6}$/.test(name) && existsSync(join(tmpdir(), name)))).toEqual([]);
  });
});
