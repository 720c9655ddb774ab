/** Bytes in which a declaration is looked for; the standard says 1024, pages in the wild put it later. */
const headLength = 16_384;

/**
 * The encoding label an HTML file declares: XML declaration, `<meta charset>`, or `<meta http-equiv content>`.
 * A declared UTF-16 means UTF-8 (WHATWG HTML, "prescan a byte stream": a file in UTF-16 could not be read that way).
 */
export function declaredEncodingOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, headLength)).toString('latin1');
  const inDeclaration = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  const label = inDeclaration ?? declaredInMeta(head.replace(/<!--[\s\S]*?(?:-->|$)/g, ''));
  return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

function declaredInMeta(head: string): string | undefined {
  for (const tag of head.matchAll(/<meta\s[^<>]*>/gi)) {
    const label = /[\s"';/]charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(tag[0])?.[1];
    if (label !== undefined) return label;
  }
  return undefined;
}
