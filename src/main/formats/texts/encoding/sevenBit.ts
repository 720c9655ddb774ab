/**
 * Encodings of mail and news that write Korean or Chinese in ASCII bytes. TextDecoder and iconv-lite know none of them;
 * but each is another one with the high bits taken off, between marks (RFC 1557, RFC 1843).
 */
export type SevenBitEncoding = 'iso-2022-kr' | 'hz-gb-2312';

/** The encoding of this kind that marks in the bytes name, or undefined. */
export function sevenBitEncodingOf(bytes: Uint8Array): SevenBitEncoding | undefined {
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const named = plain.includes('\u001b$)C') && plain.includes(0x0e) ? 'iso-2022-kr' : hasHanzi(plain);
  // Asked last, because it looks at every byte.
  return named === undefined || plain.some((byte) => byte > 0x7f) ? undefined : named;
}

function hasHanzi(plain: Buffer): 'hz-gb-2312' | undefined {
  if (!plain.includes('~{')) return undefined;
  return /~\{(?:[!-w][!-~])+~\}/.test(plain.toString('latin1')) ? 'hz-gb-2312' : undefined;
}

/** The same text in the eight-bit encoding that `decode` knows: the bytes, and that encoding's name. */
export function asEightBit(bytes: Uint8Array, encoding: SevenBitEncoding): { bytes: Uint8Array; encoding: string } {
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const raised = encoding === 'iso-2022-kr' ? raisedKorean(plain) : raisedChinese(plain);
  return {
    bytes: new Uint8Array(Buffer.from(raised, 'latin1')),
    encoding: encoding === 'iso-2022-kr' ? 'euc-kr' : 'gb18030',
  };
}

/** Shift out (SO) begins Korean, shift in (SI) or the line's end ends it. */
function raisedKorean(plain: string): string {
  const lines = plain.replaceAll('\u001b$)C', '').split('\n');
  const raisedLine = (line: string): string => {
    const [before = '', ...shifted] = line.split('\u000e');
    return [before, ...shifted.map(raisedPart)].join('');
  };
  return lines.map(raisedLine).join('\n');
}

function raisedPart(part: string): string {
  const [korean = '', ...plain] = part.split('\u000f');
  return withHighBits(korean) + plain.join('');
}

function raisedChinese(plain: string): string {
  return plain.replace(/~\{((?:[!-w][!-~])+)~\}|~~|~\r?\n/g, (found, shifted?: string) => {
    if (shifted !== undefined) return withHighBits(shifted);
    return found === '~~' ? '~' : '';
  });
}

function withHighBits(shifted: string): string {
  return shifted.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) | 0x80));
}
