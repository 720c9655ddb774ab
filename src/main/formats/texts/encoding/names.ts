/** Names that a wider encoding reads as well, so that one name stands for the family. */
const wider: Readonly<Record<string, string>> = { gbk: 'gb18030', gb2312: 'gb18030', 'iso-8859-8-i': 'iso-8859-8' };

/**
 * The detector's names (lower case) whose WHATWG name cannot be found by label: vendor supersets that WHATWG decodes
 * under the older name.
 */
const detectorNames: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  shift_jis_2004: 'shift_jis',
  cp949: 'euc-kr',
  euc_jis_2004: 'euc-jp',
  big5hkscs: 'big5',
  cp874: 'windows-874',
  'tis-620': 'windows-874',
  maccyrillic: 'x-mac-cyrillic',
  macroman: 'macintosh',
  'utf-16-le': 'utf-16le',
  'utf-16-be': 'utf-16be',
  'utf-32-le': 'utf-32le',
  'utf-32-be': 'utf-32be',
  'utf-8-sig': 'utf-8',
  ascii: 'windows-1252',
  csiso2022kr: 'iso-2022-kr',
  hz: 'hz-gb-2312',
};

/** What `decode` reads by itself, beyond TextDecoder and iconv-lite. */
const own: readonly string[] = ['utf-32le', 'utf-32be', 'iso-2022-kr', 'hz-gb-2312'];

/**
 * The one name Galley uses for an encoding label: the WHATWG name in lower case where there is one
 * (https://encoding.spec.whatwg.org/#names-and-labels), 'utf-32le', 'utf-32be', 'iso-2022-kr' and 'hz-gb-2312', or the lower case label of an older
 * encoding that `decode` knows (DOS and Macintosh code pages). Undefined for labels that cannot be decoded.
 */
export async function encodingNameOf(label: string): Promise<string | undefined> {
  const plain = label.trim().toLowerCase();
  const known = detectorNames[plain] ?? plain.replace(/^iso8859-/, 'iso-8859-').replace(/^utf-?32(le|be)$/, 'utf-32$1');
  if (own.includes(known)) return known;
  const standard = standardNameOf(known);
  if (standard !== undefined) return wider[standard] ?? standard;
  const { default: iconv } = await import('iconv-lite');
  return /^[a-z]/.test(known) && iconv.encodingExists(known) && !notCharacterSets.includes(known) ? known : undefined;
}

/** Names that the library decodes but that are no encodings of text files. */
const notCharacterSets: readonly string[] = ['base64', 'hex', 'binary', 'ucs2', 'cesu8', 'utf7', 'utf-7', 'utf7imap'];

function standardNameOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    // An unknown label is a RangeError by the standard.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
