/** Characters that neither XML 1.0 nor HTML may hold: control characters other than tab and LF, and non-characters. */
// eslint-disable-next-line no-control-regex -- these are the characters meant
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu;

/** The text with U+FFFD, of the same length, for each character that a marked-up document cannot hold. */
export function printable(text: string): string {
  return text.replace(unprintable, '\ufffd');
}

/** How many characters of the text `printable` replaces. */
export function countUnprintable(text: string): number {
  return text.match(unprintable)?.length ?? 0;
}
