/** The longest text of a cell, in UTF-16 units: "Excel specifications and limits". */
export const longestText = 32_767;

/**
 * What XML cannot hold, and what SpreadsheetML writes as `_xHHHH_`; an underscore that looks like the start of one, too, be
 * it with the underscore of the escape behind it.
 */
const escaped =
  // eslint-disable-next-line no-control-regex -- the control characters are what it is about
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}[_\u0000-\u0008\u000b-\u001f\ufffe\uffff])/gu;
const special = /[&<>"]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A text as it stands between tags of a workbook. Characters that XML has no place for are written as `_xHHHH_` (ECMA-376
 * part 1, 22.9.2.19), which Excel, LibreOffice and R's readxl turn back; a carriage return is one of them, because XML
 * readers make it a line feed. Halves of surrogate pairs become U+FFFD.
 */
export function cellText(text: string): string {
  const plain = text.isWellFormed() ? text : text.toWellFormed();
  return plain
    .replace(escaped, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(special, (sign) => entities[sign] ?? sign);
}

/** Places after an underscore that looks like the start of an escape. */
// eslint-disable-next-line no-control-regex -- the control characters are what it is about
const afterUnderscore = /(?<=_)(?=x[0-9A-Fa-f]{4}[_\u0000-\u0008\u000b-\u001f\ufffe\uffff])/u;

/** Whether a program that undoes escapes would take a part of the text for one. */
export function readsLikeEscape(text: string): boolean {
  return afterUnderscore.test(text);
}

/**
 * The runs that a text is written in, one mostly. In a cell, a text such as `_x0041_` is parted after its underscores:
 * programs that undo escapes there do so run by run (but for SheetJS), and those that do not (openpyxl, exceljs) join the
 * runs to what was there. An underscore written as `_x005F_` would reach the second kind as it is.
 */
export function textRuns(text: string): string[] {
  return text.split(afterUnderscore);
}

/** The longest beginning of whole characters that a cell holds. */
export function cutText(text: string): string {
  if (text.length <= longestText) return text;
  const last = text.charCodeAt(longestText - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? longestText - 1 : longestText);
}
