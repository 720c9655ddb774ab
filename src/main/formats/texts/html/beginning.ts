/**
 * Whether bytes begin as a web page does, in any encoding that writes ASCII as it is or with NULs between: with its doctype
 * or its first element, after what may stand before them (marks, white space, an XML declaration, comments).
 */
export function beginsAsPage(bytes: Uint8Array): boolean {
  const written = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replaceAll('\0', '');
  let head = written.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '');
  for (let before = ''; before !== head;) {
    before = head;
    head = head.trimStart().replace(/^(?:<\?xml[^>]*>|<!--[\s\S]*?-->)/i, '');
  }
  return /^<(?:!doctype\s+html|html|head)\b/i.test(head);
}
