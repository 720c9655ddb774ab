import { AppError } from '../../../shared/api/errors.ts';

/** What reading needs of its host: zlib's raw inflate, ended at a length, and its checksum. */
export type Inflate = {
  inflate(bytes: Uint8Array, mostBytes: number): Uint8Array;
  crc32(bytes: Uint8Array): number;
};

/** More than a package with a million codings has. */
const mostBytes = 1 << 30;

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endRecord = 0x06054b50;
const endLength = 22;

function damaged(what: string): AppError {
  return new AppError('file-damaged', `The package is damaged: ${what}. Ask for it again.`);
}

/**
 * Reads files of a zip archive by exact name (PKWARE APPNOTE 4.3; stored or deflated, below 4 GB, not encrypted); all others
 * are passed over, so no name leads anywhere. Sizes are held to what the directory says and to 1 GB in all.
 *
 * @throws AppError `file-unsupported` for what is no such archive, `file-damaged`, `file-too-large`.
 */
export function readZip(archive: Uint8Array, wanted: readonly string[], host: Inflate): Map<string, Uint8Array> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    return readEntries(archive, view, wanted, host);
  } catch (error) {
    if (error instanceof RangeError) throw damaged('it ends too early');
    throw error;
  }
}

function findEnd(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === endRecord) return at;
  }
  throw new AppError(
    'file-unsupported',
    'This is no package: it is not a zip file. Choose a file that Galley has packed.',
  );
}

function readEntries(
  archive: Uint8Array,
  view: DataView,
  wanted: readonly string[],
  host: Inflate,
): Map<string, Uint8Array> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let room = mostBytes;
  const files = new Map<string, Uint8Array>();
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== centralHeader) throw damaged('its list of files is broken');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength));
    if (wanted.includes(name)) {
      if (files.has(name)) throw damaged(`it has ${name} twice`);
      const content = readEntry(archive, view, { at, name, room }, host);
      room -= content.byteLength;
      files.set(name, content);
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}

function readEntry(
  archive: Uint8Array,
  view: DataView,
  { at, name, room }: { at: number; name: string; room: number },
  host: Inflate,
): Uint8Array {
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [crc, packed, size] = [16, 20, 24].map((field) => view.getUint32(at + field, true));
  const local = view.getUint32(at + 42, true);
  if (packed === undefined || size === undefined) throw damaged(`${name} has no size`);
  if ((flags & 1) === 1 || (method !== 0 && method !== 8))
    throw damaged(`${name} is packed in a way that Galley never uses`);
  if (size > room) {
    throw new AppError(
      'file-too-large',
      `The package says that it holds more than 1 GB (at ${name}); Galley reads no such package.`,
    );
  }
  if (view.getUint32(local, true) !== localHeader) throw damaged(`${name} is not where it should be`);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > archive.byteLength) throw damaged(`${name} ends too early`);
  const bytes = archive.subarray(start, start + packed);
  const content = method === 0 ? bytes : inflated(bytes, size, name, host);
  if (content.byteLength !== size || host.crc32(content) !== crc) throw damaged(`${name} is not what was packed`);
  return content;
}

function inflated(bytes: Uint8Array, size: number, name: string, host: Inflate): Uint8Array {
  try {
    return host.inflate(bytes, Math.max(1, size));
  } catch (error) {
    if (error instanceof Error) throw damaged(`${name} cannot be unpacked`);
    throw error;
  }
}
