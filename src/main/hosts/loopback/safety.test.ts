import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uploadAnswerSchema } from '../../../shared/api/carrier.ts';
import { createClient } from '../../../shared/api/client.ts';
import { directTransport } from '../../app/direct.ts';
import { newId } from '../../store/ids.ts';
import { startProgram } from '../conformance/carrier.ts';
import type { TestProgram } from '../conformance/carrier.ts';
import { startServer } from './server.ts';
import type { LoopbackServer } from './server.ts';
import { enter, openSocket } from './testPages.ts';
import { writeSmallWindow } from '../shared/testWindow.ts';

type Reply = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

let program: TestProgram;
let server: LoopbackServer;

beforeEach(async () => {
  program = startProgram();
  const windowFolder = writeSmallWindow(program.folder);
  server = await startServer(program.app, { windowFolder, port: 0, uploadLimit: 1000, log: () => undefined });
});
afterEach(async () => {
  await server.close();
  await program.remove();
});

/** Sends exactly this path and these headers: fetch would tidy them up first. */
function send(
  path: string,
  headers: Record<string, string> = {},
  options: { method?: string; body?: string | Buffer } = {},
): Promise<Reply> {
  const { port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, method: options.method ?? 'GET' }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text: '' });
    });
    sent.on('error', reject);
    sent.end(options.body);
  });
}

const tokenPath = (): string => server.address.slice(server.origin.length);
const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
};

describe('the launch token', () => {
  it('opens the door once, with a cookie that scripts and other sites cannot use, and a key in the page alone', async () => {
    const reply = await send(tokenPath());
    expect(reply.status).toBe(200);
    expect(reply.headers['cache-control']).toBe('no-store');
    const key = /<meta name="galley-key" content="([\w-]{43})">/u.exec(reply.text)?.[1] ?? '';
    expect(key).not.toBe('');
    expect(JSON.stringify(reply.headers)).not.toContain(key);
    const cookie = String(reply.headers['set-cookie']);
    expect(cookie).toMatch(new RegExp(`^galley-${new URL(server.origin).port}=[\\w-]{43};`));
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    const again = await send('/', { cookie: cookie.split(';')[0] ?? '' });
    expect(again.status).toBe(200);
    expect(again.text).not.toContain('galley-key');
  });

  it('is not used up by a look at the head of the page', async () => {
    expect((await send(tokenPath(), {}, { method: 'HEAD' })).status).toBe(401);
    expect((await send(tokenPath())).status).toBe(200);
  });

  it('is worthless after that', async () => {
    await enter(server.address);
    const reply = await send(tokenPath());
    expect(reply.status).toBe(401);
    expect(reply.headers['set-cookie']).toBeUndefined();
  });

  it('is refused when it is wrong, and the right one still works after that', async () => {
    for (const token of ['', 'x', 'A'.repeat(43)]) expect((await send(`/?token=${token}`)).status).toBe(401);
    expect((await send(tokenPath())).status).toBe(200);
  });

  it('is not taken from a request to another host name', async () => {
    expect((await send(tokenPath(), { host: 'galley.example' })).status).toBe(403);
    expect((await send(tokenPath())).status).toBe(200);
  });
});

describe('a request', () => {
  it('is refused without the cookie, with a wrong one, and with that of another port', async () => {
    const { cookie } = await enter(server.address);
    const value = cookie.split('=')[1] ?? '';
    for (const wrong of [
      { cookie: '' },
      { cookie: `${cookie}x` },
      { cookie: 'galley=1' },
      { cookie: `galley-1=${value}` },
    ]) {
      for (const path of ['/', '/assets/index-abc.js', '/nothing']) expect((await send(path, wrong)).status).toBe(401);
    }
    expect((await send('/', { cookie: `other=1; ${cookie}` })).status).toBe(200);
  });

  it('is refused under every other name of this machine', async () => {
    const { cookie } = await enter(server.address);
    const { port } = new URL(server.origin);
    for (const host of [
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${Number(port) - 1}`,
      'evil.example',
      `[::1]:${port}`,
    ]) {
      expect((await send('/', { cookie, host })).status).toBe(403);
      expect((await send('/socket', { ...upgrade, cookie, host, origin: server.origin })).status).toBe(403);
    }
  });

  it('cannot leave the folder of the window', async () => {
    const { cookie } = await enter(server.address);
    for (const path of [
      '/../secret.txt',
      '/assets/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%5c..%5csecret.txt',
      '//secret.txt',
      '/assets//index-abc.js',
      '/C:/secret.txt',
      '/%00/index.html',
      '/%',
      `/${'a'.repeat(5000)}.txt`,
      '/assets',
    ]) {
      const reply = await send(path, { cookie });
      expect([path, reply.status]).toEqual([path, 404]);
      expect(reply.text).not.toContain('secret\n');
    }
  });

  it('gets the text of a document as a plain body, which no one else can read', async () => {
    const { cookie, key } = await enter(server.address);
    expect((await send(`/texts/${newId()}`, { cookie, 'x-galley-key': key })).status).toBe(404);
    const file = join(program.folder, 'news.txt');
    writeFileSync(file, 'Füße 😀 مرحبا\n');
    await program.app.createProject(join(program.folder, 'texts.galley'), 'Texts');
    const client = createClient(directTransport(program.app));
    const { documents } = await client.run('imports.start', { files: [program.app.grants.grant(file)] });
    const path = `/texts/${documents[0]?.id ?? ''}`;
    const reply = await send(path, { cookie, 'x-galley-key': key });
    expect(reply).toMatchObject({ status: 200, text: 'Füße 😀 مرحبا\n' });
    expect(reply.headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    expect((await send(path)).status).toBe(401);
    expect((await send(path, { 'x-galley-key': key })).status).toBe(401);
    expect((await send(path, { cookie, host: 'evil.example' })).status).toBe(403);
    expect((await send('/texts/..%2f..%2fsecret.txt', { cookie })).status).toBe(404);
  });

  it('is refused with a method that is not used', async () => {
    const { cookie } = await enter(server.address);
    for (const method of ['PUT', 'DELETE', 'OPTIONS'])
      expect((await send('/', { cookie }, { method })).status).toBe(405);
  });
});

describe('every answer', () => {
  it('forbids other sources, frames, sniffing and referrers, and lets no other origin read it', async () => {
    const { cookie } = await enter(server.address);
    for (const reply of [await send('/'), await send('/', { cookie, origin: 'http://evil.example' })]) {
      const policy = String(reply.headers['content-security-policy']);
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]) {
        expect(policy.split('; ')).toContain(rule);
      }
      expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
      expect(reply.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      });
      expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('a WebSocket', () => {
  it('is opened for the page, and for no one else', async () => {
    const { cookie, key } = await enter(server.address);
    const { origin } = server;
    const status = async (headers: Record<string, string>, path = '/socket'): Promise<number> =>
      (await send(path, { ...upgrade, 'sec-websocket-protocol': `galley, ${key}`, ...headers })).status;
    expect(await status({ cookie, origin })).toBe(101);
    expect(await status({ cookie })).toBe(403);
    expect(await status({ cookie, origin: 'http://evil.example' })).toBe(403);
    expect(await status({ cookie, origin: 'null' })).toBe(403);
    expect(await status({ cookie, origin: origin.replace('127.0.0.1', 'localhost') })).toBe(403);
    expect(await status({ origin })).toBe(401);
    expect(await status({ cookie: `${cookie}x`, origin })).toBe(401);
    expect(await status({ cookie, origin }, '/other')).toBe(404);
  });

  it('is closed when what comes is not a call', async () => {
    const pass = await enter(server.address);
    for (const data of ['nonsense', '{"id":-1,"method":"project.status","input":{}}', '[]', new Uint8Array([1, 2])]) {
      const socket = openSocket(server.origin, pass);
      const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
      socket.addEventListener('open', () => socket.send(data));
      expect(await closed).toBe(typeof data === 'string' ? 1007 : 1003);
    }
  });
});

describe('an uploaded file', () => {
  const upload = async (path: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<Reply> =>
    send(
      `/files?path=${encodeURIComponent(path)}`,
      { ...pass, origin: server.origin, ...headers },
      { method: 'POST', body },
    );
  let pass: Record<string, string> = {};
  beforeEach(async () => {
    const { cookie, key } = await enter(server.address);
    pass = { cookie, 'x-galley-key': key };
  });

  it('becomes a reference to a private copy, known under the path that was sent', async () => {
    const reply = await upload('Zeitungen/2024/Bericht \u{1F5DE}.TXT', 'Bericht');
    expect(reply.status).toBe(200);
    const grant = program.app.grants.find(uploadAnswerSchema.parse(JSON.parse(reply.text)).file);
    expect(grant).toMatchObject({ shownAs: 'Zeitungen/2024/Bericht \u{1F5DE}.TXT', temporary: true });
    expect(readFileSync(grant.path, 'utf8')).toBe('Bericht');
    expect(grant.path.endsWith('.txt')).toBe(true);
    if (process.platform !== 'win32') expect(statSync(dirname(grant.path)).mode & 0o077).toBe(0);
    await server.close();
    expect(existsSync(dirname(grant.path))).toBe(false);
  });

  it('keeps two files of the same name apart', async () => {
    const [first, second] = [await upload('a.txt', '1'), await upload('a.txt', '2')].map(
      ({ text }) => program.app.grants.find(uploadAnswerSchema.parse(JSON.parse(text)).file).path,
    );
    expect(readFileSync(first ?? '', 'utf8') + readFileSync(second ?? '', 'utf8')).toBe('12');
  });

  it('is refused with 413 when it is too large, whether or not its size was announced', async () => {
    const [announced, unannounced] = [{ 'content-length': '200000' }, { 'transfer-encoding': 'chunked' }];
    for (const headers of [announced, unannounced] as Record<string, string>[]) {
      const reply = await upload('large.txt', Buffer.alloc(200_000), headers);
      expect(reply.status).toBe(413);
      expect(JSON.parse(reply.text)).toMatchObject({
        error: { code: 'file-too-large', details: { file: 'large.txt' } },
      });
    }
    expect((await upload('small.txt', Buffer.alloc(1000))).status).toBe(200);
  });

  it('is refused when its path leads elsewhere', async () => {
    for (const path of ['', '/etc/passwd', '../a.txt', 'a/../b.txt', 'a//b.txt', './a.txt', 'a\0.txt', 'a/']) {
      const reply = await upload(path, 'x');
      expect([path, reply.status]).toEqual([path, 400]);
      expect(JSON.parse(reply.text)).toMatchObject({ error: { code: 'bad-input', details: { field: 'path' } } });
    }
  });

  it('is refused from another origin, from none, and without the cookie', async () => {
    for (const origin of ['http://evil.example', 'null'])
      expect((await upload('a.txt', 'x', { origin })).status).toBe(403);
    expect((await send('/files?path=a.txt', pass, { method: 'POST', body: 'x' })).status).toBe(403);
    const { origin } = server;
    expect((await send('/files?path=a.txt', { origin }, { method: 'POST', body: 'x' })).status).toBe(401);
    expect((await send('/elsewhere', { origin, ...pass }, { method: 'POST', body: 'x' })).status).toBe(404);
  });
});

describe('a page of another port, to which the browser sends the cookie', () => {
  it('is refused whatever it asks for, and learns the key from nothing', async () => {
    const { cookie, key } = await enter(server.address);
    const { origin } = server;
    const file = join(program.folder, 'news.txt');
    writeFileSync(file, 'Nobody else may read this.\n');
    await program.app.createProject(join(program.folder, 'texts.galley'), 'Texts');
    const client = createClient(directTransport(program.app));
    const { documents } = await client.run('imports.start', { files: [program.app.grants.grant(file)] });
    const text = `/texts/${documents[0]?.id ?? ''}`;
    const wrongKeys: Record<string, string>[] = [
      {},
      { 'x-galley-key': '' },
      { 'x-galley-key': `${key}x` },
      { 'x-galley-key': cookie },
    ];
    for (const wrong of wrongKeys) {
      // It is a program: it says of itself what it likes.
      const headers = { cookie, origin, ...wrong };
      expect((await send(text, headers)).status).toBe(401);
      expect((await send(text, headers, { method: 'HEAD' })).status).toBe(401);
      expect((await send('/files?path=a.txt', headers, { method: 'POST', body: 'x' })).status).toBe(401);
    }
    for (const protocol of [
      '',
      'galley',
      'galley, ',
      `galley, ${key}x`,
      key,
      `${key}, galley`,
      `galley, ${key}, more`,
    ]) {
      const headers = { ...upgrade, cookie, origin, ...(protocol !== '' && { 'sec-websocket-protocol': protocol }) };
      expect([protocol, (await send('/socket', headers)).status]).toEqual([protocol, 401]);
    }
    const open = await Promise.all(
      ['/', '/index.html', '/assets/index-abc.js', '/nothing'].map((path) => send(path, { cookie })),
    );
    for (const reply of [...open, await send(tokenPath(), { cookie })])
      expect(JSON.stringify(reply)).not.toContain(key);
  });

  it('does not get the key back from the socket of the page', async () => {
    const { cookie, key } = await enter(server.address);
    const headers = { ...upgrade, cookie, origin: server.origin, 'sec-websocket-protocol': `galley, ${key}` };
    const reply = await send('/socket', headers);
    expect(reply.status).toBe(101);
    expect(reply.headers['sec-websocket-protocol']).toBe('galley');
  });
});

it('refuses a port that is taken, with a word on what to do', async () => {
  const port = Number(new URL(server.origin).port);
  const options = { windowFolder: join(program.folder, 'window'), port, log: () => undefined };
  await expect(startServer(program.app, options)).rejects.toMatchObject({ code: 'conflict' });
});
