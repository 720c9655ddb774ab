import { crc32 } from 'node:zlib';
import { openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';

/** Files that an archive may list: a package has some twenty. */
const mostFiles = 1000;

function damaged(what: Message): AppError {
  return new AppError('file-damaged', said('packages.damaged', { what }));
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
  const zip = await explaining(said('packages.cannotOpen'), () => openPromise(path));
  try {
    if (zip.entryCount > mostFiles) throw damaged(said('packages.tooManyFiles', { files: zip.entryCount }));
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
    const next = await explaining(said('packages.brokenList'), () => entries.next());
    if (next.done === true) return files;
    const entry = next.value;
    const name = entry.fileName;
    if (!wanted.includes(name)) continue;
    if (files.has(name)) throw damaged(said('packages.fileTwice', { file: name }));
    size += entry.uncompressedSize;
    if (size > mostBytes)
      throw new AppError('file-too-large', said('packages.zipTooLarge', { file: name, size, most: mostBytes }));
    files.set(name, await explaining(said('packages.cannotUnpack', { file: name }), () => readEntry(zip, entry)));
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
  if (sum !== entry.crc32) throw damaged(said('packages.otherThanPacked', { file: entry.fileName }));
  return Buffer.concat(chunks);
}

/** Says in the user's words what the library refuses. Errors of the system pass as they are. */
async function explaining<T>(what: Message, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof AppError || 'syscall' in error) throw error;
    if (error.message.startsWith('End of central directory record'))
      throw new AppError('file-unsupported', said('packages.noZip'));
    throw damaged(said('packages.withDetail', { what, detail: error.message }));
  }
}
