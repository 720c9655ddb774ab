import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export type StaticFile = { bytes: Uint8Array<ArrayBuffer>; headers: Record<string, string> };

/**
 * Reads a file of the window by the path of its address (percent-encoded, `/` is the page itself). Null when there is no
 * such file, or when the path leads out of the folder by `..`, a link, a drive or an odd encoding.
 */
export async function readStaticFile(folder: string, path: string): Promise<StaticFile | null> {
  const names = safeNames(path);
  if (names === null) return null;
  const extension = extname(names.at(-1) ?? '');
  const type = types[extension];
  if (type === undefined) return null;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, ...names));
    if (!file.startsWith(root + sep)) return null;
    const bytes = new Uint8Array(await readFile(file));
    return { bytes, headers: { 'Content-Type': type, 'Cache-Control': caching(names) } };
  } catch (error) {
    if (error instanceof Error && 'code' in error && missing.has(String(error.code))) return null;
    throw error;
  }
}

const missing = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']);

/** The bundler writes a hash into the names below `assets`, so these never change. */
function caching(names: string[]): string {
  return names[0] === 'assets' ? 'private, max-age=31536000, immutable' : 'no-store';
}

function safeNames(path: string): string[] | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
  if (decoded === '/') return ['index.html'];
  const names = decoded.split('/').slice(1);
  return names.every((name) => /^[\w@-][\w.@-]*$/.test(name)) ? names : null;
}
