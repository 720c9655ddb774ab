import { crc32 } from 'node:zlib';
import { openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { AppError } from '../../../shared/errors.ts';

/** Files that an archive may list: a package has some twenty. */
const mostFiles = 1000;

function damaged(what: string): AppError {
  return new AppError('file-damaged', `The package is damaged: ${what}. Ask for it again.`);
}

/** For files that would not fit into memory together; `what` ends before the size. Sizes are in bytes. */
export function tooLarge(what: string, size: number, most: number): AppError {
  const figure = (bytes: number): string => `${new Intl.NumberFormat('en').format(Math.ceil(bytes / 2 ** 20))} MB`;
  return new AppError('file-too-large', `${what} ${figure(size)}; Galley reads packages of up to ${figure(most)}.`);
}

/**
 * Reads files of a zip archive by exact name. Others are not unpacked, and an archive with a name that leads out of its
 * folder is refused as a whole. Sizes are held to what the archive says of them and to `mostBytes` in all; contents to
 * their checksums.
 *
 * @throws AppError `file-unsupported` for what is no such archive, `file-damaged`, `file-too-large`; what the system says
 * where the file cannot be read.
 */
export async function readZip(
  path: string,
  wanted: readonly string[],
  mostBytes: number,
): Promise<Map<string, Uint8Array>> {
  const zip = await explaining('it cannot be opened', () => openPromise(path));
  try {
    if (zip.entryCount > mostFiles) throw damaged(`it lists ${zip.entryCount} files`);
    return await readEntries(zip, wanted, mostBytes);
  } finally {
    zip.close();
  }
}

async function readEntries(
  zip: ZipFile,
  wanted: readonly string[],
  mostBytes: number,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  let size = 0;
  const entries = zip.eachEntry();
  for (;;) {
    const next = await explaining('its list of files is broken', () => entries.next());
    if (next.done === true) return files;
    const entry = next.value;
    const name = entry.fileName;
    if (!wanted.includes(name)) continue;
    if (files.has(name)) throw damaged(`it has ${name} twice`);
    size += entry.uncompressedSize;
    if (size > mostBytes) throw tooLarge(`The package says that its files up to ${name} have`, size, mostBytes);
    files.set(name, await explaining(`${name} cannot be unpacked`, () => readEntry(zip, entry)));
  }
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let sum = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const bytes = chunk as Uint8Array; // a stream without an encoding
    sum = crc32(bytes, sum);
    chunks.push(bytes);
  }
  if (sum !== entry.crc32) throw damaged(`${entry.fileName} is not what was packed`);
  return Buffer.concat(chunks);
}

/** Says in the user's words what the library refuses. Errors of the system pass as they are. */
async function explaining<T>(what: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof AppError || 'syscall' in error) throw error;
    if (error.message.startsWith('End of central directory record')) {
      const message = 'This is no package: it is not a zip file. Choose a file that Galley has packed.';
      throw new AppError('file-unsupported', message);
    }
    throw damaged(`${what} (${error.message})`);
  }
}
