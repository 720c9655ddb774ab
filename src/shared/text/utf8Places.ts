/**
 * Where the positions of a text lie in its UTF-8 form. Entries 0 to `units` hold; what is behind them is left over from
 * longer texts.
 */
export type Utf8Places = {
  /** Length of the text in UTF-16 code units. */
  readonly units: number;
  /**
   * By UTF-16 offset, the byte at which its character begins; at the end, the number of bytes. The second half of a
   * surrogate pair has the byte of the first.
   */
  readonly bytes: Uint32Array;
  /** By UTF-16 offset, the number of code points before its character. */
  readonly points: Uint32Array;
};

/**
 * Makes a function that goes through the UTF-8 form of a text, which must be valid, and tells where its positions are. It
 * is for many codings of one text, which are then cut as bytes without a string. The answer holds until the next call.
 */
export function createUtf8Places(): (text: Uint8Array) => Utf8Places {
  let bytes = new Uint32Array(4096);
  let points = new Uint32Array(4096);
  return (text) => {
    if (text.length >= bytes.length) {
      bytes = new Uint32Array(2 * text.length);
      points = new Uint32Array(2 * text.length);
    }
    let units = 0;
    let point = 0;
    for (let at = 0; at < text.length; point++) {
      const lead = text[at] ?? 0;
      bytes[units] = at;
      points[units] = point;
      units += 1;
      if (lead >= 0xf0) {
        bytes[units] = at; // a surrogate pair
        points[units] = point;
        units += 1;
      }
      at += lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    }
    bytes[units] = text.length;
    points[units] = point;
    return { units, bytes, points };
  };
}

/** Whether a position lies between the two halves of a surrogate pair. */
export function splitsPair({ bytes, units }: Utf8Places, offset: number): boolean {
  return offset > 0 && offset < units && bytes[offset] === bytes[offset - 1];
}
