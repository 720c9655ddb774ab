import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { build } from 'vite';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** Builds the page of a bare editor into `folder` and serves it, with texts by name, from this machine. */
export async function serveBareReader(
  folder: string,
  texts: Readonly<Record<string, string>>,
): Promise<{ address: string; end: () => void }> {
  const root = join(import.meta.dirname, '..', 'baselines', 'reader');
  await build({ root, configFile: false, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const text = texts[pathname.slice(1)];
    if (text !== undefined) {
      response.setHeader('Content-Type', 'text/plain; charset=utf-8').end(text);
      return;
    }
    const file = pathname === '/' ? '/index.html' : pathname;
    try {
      response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
      response.end(readFileSync(join(folder, file)));
    } catch {
      response.writeHead(404).end(); // the browser asks for an icon
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    address: `http://127.0.0.1:${address.port}/`,
    end: () => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
