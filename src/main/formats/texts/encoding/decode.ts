/// <reference lib="es2024.string" />
import { asEightBit } from './sevenBit.ts';
import { decodeUtf32 } from './unicode.ts';

/** Encodings whose tables in Node lack what WHATWG adds (Hong Kong characters, the extended Korean syllables). */
const incompleteInNode: readonly string[] = ['big5', 'euc-kr'];

/**
 * Decodes bytes under a name that `encodingNameOf` gave; a byte order mark is taken off and bytes without meaning
 * become U+FFFD, halves of surrogate pairs too.
 */
export async function decode(bytes: Uint8Array, encoding: string): Promise<string> {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return decodeUtf32(bytes, encoding === 'utf-32le');
  if (encoding === 'iso-2022-kr' || encoding === 'hz-gb-2312') {
    const eightBit = asEightBit(bytes, encoding);
    return decode(eightBit.bytes, eightBit.encoding);
  }
  if (!incompleteInNode.includes(encoding)) {
    const decoder = standardDecoder(encoding);
    if (decoder !== undefined) return decoder.decode(bytes);
  }
  const { default: iconv } = await import('iconv-lite');
  return iconv.decode(bytes, encoding).toWellFormed();
}

function standardDecoder(encoding: string): TextDecoder | undefined {
  try {
    return new TextDecoder(encoding);
  } catch (error) {
    // An encoding that this runtime was built without is a RangeError by the standard.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
