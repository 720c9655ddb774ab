import { AppError } from '../../../../shared/errors.ts';

/** What Galley takes, in the words of every refusal. */
export const supportedLine = 'Galley reads .txt, .md and .html; save or export this file as one of these';

/** First bytes (hexadecimal) that no text file has, and what they are the mark of. */
const marks: readonly (readonly [string, string])[] = [
  ['25504446', 'a PDF file'],
  ['504b0304', 'a Word, Excel, EPUB or zip file'],
  ['504b0506', 'an empty zip file'],
  ['d0cf11e0a1b11ae1', 'an old Word, Excel or PowerPoint file'],
  ['89504e470d0a1a0a', 'a PNG picture'],
  ['ffd8ff', 'a JPEG picture'],
  ['474946383761', 'a GIF picture'],
  ['474946383961', 'a GIF picture'],
  ['49492a00', 'a TIFF picture'],
  ['4d4d002a', 'a TIFF picture'],
  ['1f8b08', 'a gzip archive'],
  ['377abcaf271c', 'a 7-Zip archive'],
  ['526172211a07', 'a RAR archive'],
  ['fd377a585a00', 'an xz archive'],
  ['425a68393141592653', 'a bzip2 archive'],
  ['7f454c46', 'a program'],
  ['53514c69746520666f726d6174203300', 'an SQLite database'],
  ['4f67675300', 'an Ogg recording'],
  ['49443302', 'an MP3 recording'],
  ['49443303', 'an MP3 recording'],
  ['49443304', 'an MP3 recording'],
  ['1a45dfa3', 'a Matroska or WebM recording'],
];

/** What the first bytes say the file is, or undefined when it may be text. */
export function binaryKindOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  return marks.find(([mark]) => head.startsWith(mark))?.[1];
}

/** The refusal for a file that holds no text; `kind` says what it is, when that is known. */
export function binaryError(name: string, kind?: string): AppError {
  const what = kind === undefined ? 'not a text file' : kind;
  return new AppError('file-binary', `${name} is ${what}. ${supportedLine}.`, { name });
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
