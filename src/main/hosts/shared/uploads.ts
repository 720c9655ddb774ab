import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { uploadLimit } from '../../../shared/api/carrier.ts';
import type { FileRef } from '../../../shared/api/files.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { App } from '../../app/createApp.ts';
import { makeTemporaryFolder } from '../../app/temporary.ts';
import type { TemporaryFolder } from '../../app/temporary.ts';
import { wireError } from '../../app/wire.ts';

/** Takes files that a window hands over, and keeps them in a private folder until the program ends. */
export type Uploads = {
  /**
   * Stores one file. `shownAs` is its relative path with forward slashes, as the user knows it; it never names a place
   * on the disk. `announced` is the size the sender promised, in bytes, or null. Rejects with `bad-input` (path) and
   * `file-too-large`.
   */
  receive(shownAs: string | null, body: AsyncIterable<Uint8Array>, announced: number | null): Promise<FileRef>;
  /** Removes everything. */
  remove(): void;
};

export function createUploads(grants: App['grants'], limit = uploadLimit): Uploads {
  let folder: TemporaryFolder | null = null;
  let count = 0;
  return {
    async receive(shownAs, body, announced) {
      const name = checkedPath(shownAs);
      if (announced !== null && announced > limit) throw tooLarge(name, limit);
      folder ??= makeTemporaryFolder();
      const number = ++count; // taken before the wait, during which other files arrive
      const path = join(folder.path, `${number}${safeExtension(name)}`);
      await store(path, body, limit, () => tooLarge(name, limit));
      return grants.grant(path, { temporary: true, shownAs: name });
    },
    remove() {
      folder?.remove();
      folder = null;
    },
  };
}

/** A file on its way in, as a carrier sees it. */
export type Delivery = { path: string | null; body: AsyncIterable<Uint8Array>; announced: number | null };

/** Takes a file and says what to answer: an HTTP status, and the JSON text of `{file}` or `{error}`. */
export async function answerUpload(
  uploads: Uploads,
  { path, body, announced }: Delivery,
  log: (message: string) => void,
): Promise<{ status: number; json: string }> {
  try {
    return { status: 200, json: JSON.stringify({ file: await uploads.receive(path, body, announced) }) };
  } catch (error) {
    const wire = wireError(error, log);
    return { status: statuses[wire.code] ?? 500, json: JSON.stringify({ error: wire }) };
  }
}

const statuses: Partial<Record<ErrorCode, number>> = { 'file-too-large': 413, 'bad-input': 400 };

async function store(
  path: string,
  body: AsyncIterable<Uint8Array>,
  limit: number,
  refusal: () => AppError,
): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > limit) throw refusal();
      await file.writeFile(chunk);
    }
    await file.close();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
}

function checkedPath(path: string | null): string {
  const names = (path ?? '').split('/');
  const odd = names.some((name) => name === '' || name === '.' || name === '..' || name.includes('\0'));
  if (path === null || path.length > 4096 || odd) {
    throw new AppError('bad-input', said('transport.relativePath'), { field: 'path' });
  }
  return path;
}

/** The extension, if it is an ordinary one: importers look at it. */
function safeExtension(path: string): string {
  return (/\.[A-Za-z0-9]{1,16}$/.exec(path)?.[0] ?? '').toLowerCase();
}

function tooLarge(name: string, limit: number): AppError {
  const megabytes = Math.floor(limit / (1024 * 1024));
  return new AppError('file-too-large', said('transport.tooLarge', { file: name, megabytes }), { file: name, limit });
}
