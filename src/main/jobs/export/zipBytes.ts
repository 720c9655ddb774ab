import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of the archive: a text, or bytes that are read when its turn comes. */
export type Entry = { path: string; content: string | (() => Readable) };

/**
 * The start of 1980, the first moment that a zip file can name, in the local time by which it is written: the same bytes
 * on every machine.
 */
const moment = new Date(1980, 0, 1);

/** Packs the entries in their order, in constant memory. Equal entries give equal bytes. Errors of streams are thrown. */
export async function* zipBytes(entries: readonly Entry[]): AsyncGenerator<Uint8Array, void> {
  const zip = new ZipFile();
  const options = { mtime: moment, forceDosTimestamp: true, mode: 0o100644, compressionLevel: 5 };
  for (const { path, content } of entries) {
    zip.addReadStreamLazy(path, options, (give) => {
      const stream = typeof content === 'string' ? Readable.from([Buffer.from(content)]) : content();
      stream.on('error', (error) => zip.emit('error', error));
      give(null, stream);
    });
  }
  zip.end();
  const output = Readable.from(zip.outputStream);
  zip.on('error', (error: Error) => output.destroy(error));
  // Chunks of a stream of bytes.
  for await (const chunk of output) yield chunk as Uint8Array;
}
