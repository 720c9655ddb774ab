export type UnicodeEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** The encoding that a byte order mark at the beginning names (Unicode Standard, table 23-6). */
export function markedEncodingOf(bytes: Uint8Array): UnicodeEncoding | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) {
    return third === 0 && fourth === 0 && bytes.length % 4 === 0 ? 'utf-32le' : 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32be';
  return undefined;
}

/** The text when all bytes are valid UTF-8, else undefined. A byte order mark is taken off. */
export function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // The decoder reports invalid bytes as TypeError; anything else is a fault of ours.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/**
 * Decodes UTF-32 (Unicode Standard, section 3.10), which TextDecoder does not know. Values that are no Unicode scalar
 * value, and bytes left over at the end, become U+FFFD.
 */
export function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let points: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const value = view.getUint32(at, littleEndian);
    if (at === 0 && value === 0xfeff) continue;
    points.push(value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff) ? 0xfffd : value);
    if (points.length === 8192) {
      parts.push(String.fromCodePoint(...points));
      points = [];
    }
  }
  if (bytes.length % 4 !== 0) points.push(0xfffd);
  parts.push(String.fromCodePoint(...points));
  return parts.join('');
}

const wideEncodings = ['utf-32le', 'utf-32be', 'utf-16le', 'utf-16be'] as const;
const sampleLength = 65_536;
const improbable = /[\p{Cn}\p{Co}\p{Cs}\ufffd]|(?![\t\n\f\r\v\u0085\ufeff])\p{Cc}/gu;
/** Characters that nearly every text has and that, with swapped bytes, become rare or unassigned ones. */
const everyday = /[\t\n\r \u00a0.,0-9A-Za-z\u3000-\u3002\uff0c]/g;

/**
 * The UTF-16 or UTF-32 encoding without a byte order mark that bytes with NULs among them are written in; undefined
 * when they make no text in any. A reading counts when less than 1 % of it is unassigned, private or control
 * characters and at least 1 % everyday ones (space, line feed, digits, full stop); of several, the one with the most of these
 * wins.
 */
export function unmarkedWideEncodingOf(bytes: Uint8Array): UnicodeEncoding | undefined {
  const sample = bytes.subarray(0, sampleLength);
  if (isMostlyAscii(sample)) return undefined;
  let best: { encoding: UnicodeEncoding; share: number } | undefined;
  for (const encoding of wideEncodings) {
    if (bytes.length % (encoding.startsWith('utf-32') ? 4 : 2) !== 0) continue;
    const text = encoding.startsWith('utf-32')
      ? decodeUtf32(sample, encoding === 'utf-32le')
      : new TextDecoder(encoding).decode(sample);
    const bad = text.match(improbable)?.length ?? 0;
    const share = (text.match(everyday)?.length ?? 0) / text.length;
    if (bad * 100 >= text.length || share < 0.01) continue;
    if (best === undefined || share > best.share) best = { encoding, share };
  }
  return best?.encoding;
}

/** True when over four fifths of the bytes are printable ASCII: half of those of UTF-16 at most are. */
function isMostlyAscii(bytes: Uint8Array): boolean {
  let printable = 0;
  for (const byte of bytes) if ((byte >= 0x20 && byte <= 0x7e) || (byte >= 0x09 && byte <= 0x0d)) printable += 1;
  return printable * 5 > bytes.length * 4;
}
