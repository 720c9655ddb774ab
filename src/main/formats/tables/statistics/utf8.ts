/** Texts up to this length are encoded by hand: the call of the platform's encoder costs more than their letters. */
const shortText = 40;

/**
 * Writes a short text as UTF-8 at a place; gives the bytes it takes. -1, with anything written in `limit` bytes from
 * there, when the text is not short, does not fit in `limit` bytes, or holds a NUL character or half of a surrogate
 * pair: then it needs the careful way.
 */
export function writeShort(bytes: Uint8Array, text: string, from: number, limit: number): number {
  const length = text.length;
  if (length > shortText) return -1;
  const end = from + limit;
  let index = 0;
  if (length <= limit) {
    for (; index < length; index++) {
      const code = text.charCodeAt(index);
      if (code === 0 || code > 0x7f) break;
      bytes[from + index] = code;
    }
  }
  let at = from + index;
  for (; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      if (code === 0 || at >= end) return -1;
      bytes[at++] = code;
    } else if (code < 0x800) {
      if (at + 2 > end) return -1;
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else if (code < 0xd800 || code > 0xdfff) {
      if (at + 3 > end) return -1;
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else {
      const next = index + 1 < length ? text.charCodeAt(++index) : 0;
      if (code > 0xdbff || next < 0xdc00 || next > 0xdfff || at + 4 > end) return -1;
      const point = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00);
      bytes[at++] = 0xf0 | (point >> 18);
      bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[at++] = 0x80 | (point & 0x3f);
    }
  }
  return at - from;
}

/** The bytes of UTF-8 of a short text; -1 under the same conditions as `writeShort`. */
export function countShort(text: string): number {
  const length = text.length;
  if (length > shortText) return -1;
  let bytes = length;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      if (code === 0) return -1;
    } else if (code < 0x800) bytes += 1;
    else if (code < 0xd800 || code > 0xdfff) bytes += 2;
    else {
      const next = index + 1 < length ? text.charCodeAt(++index) : 0;
      if (code > 0xdbff || next < 0xdc00 || next > 0xdfff) return -1;
      bytes += 2;
    }
  }
  return bytes;
}
