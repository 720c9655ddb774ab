import type { FileKind } from '#words/core/texts.ts';
import { AppError } from '../../../../shared/errors.ts';
import { said } from '../../../../shared/words/message.ts';

/** First bytes (hexadecimal) that no text file has, and what they are the mark of. */
const marks: readonly (readonly [string, FileKind])[] = [
  ['25504446', 'pdf'],
  ['504b0304', 'zip'],
  ['504b0506', 'emptyZip'],
  ['d0cf11e0a1b11ae1', 'oldOffice'],
  ['89504e470d0a1a0a', 'png'],
  ['ffd8ff', 'jpeg'],
  ['474946383761', 'gif'],
  ['474946383961', 'gif'],
  ['49492a00', 'tiff'],
  ['4d4d002a', 'tiff'],
  ['1f8b08', 'gzip'],
  ['377abcaf271c', 'sevenZip'],
  ['526172211a07', 'rar'],
  ['fd377a585a00', 'xz'],
  ['425a68393141592653', 'bzip2'],
  ['7f454c46', 'program'],
  ['53514c69746520666f726d6174203300', 'sqlite'],
  ['4f67675300', 'ogg'],
  ['49443302', 'mp3'],
  ['49443303', 'mp3'],
  ['49443304', 'mp3'],
  ['1a45dfa3', 'matroska'],
];

/** What the first bytes say the file is, or undefined when it may be text. */
export function binaryKindOf(bytes: Uint8Array): FileKind | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  return marks.find(([mark]) => head.startsWith(mark))?.[1];
}

/** The refusal for a file that holds no text. */
export function binaryError(name: string, kind: FileKind = 'unknown'): AppError {
  return new AppError('file-binary', said('texts.notText', { name, kind }), { name });
}

/** Characters looked at for controls. */
const sampleLength = 65_536;

/** A damaged text has a NUL or a few; files that are no texts have many. */
export function hasFewNuls(characters: Uint8Array | string): boolean {
  const length = characters.length;
  let count = 0;
  for (let at = 0; at < length; at += 1)
    if ((typeof characters === 'string' ? characters.charCodeAt(at) : characters[at]) === 0) count += 1;
  return count <= 1 || count * 1000 <= length;
}

/**
 * True when there are more than a few NULs, or when more than 2 % of the first 64 k characters are control characters that texts do not use
 * (all below U+0020 but tab to carriage return, the DOS end mark U+001A, and escape, which ISO-2022 encodings use).
 */
export function hasManyControls(text: string): boolean {
  if (text.includes('\0') && !hasFewNuls(text)) return true;
  const length = Math.min(text.length, sampleLength);
  let controls = 0;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a && code !== 0x1b) controls += 1;
  }
  return controls > 3 && controls > length * 0.02;
}
