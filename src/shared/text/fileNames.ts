/** What Windows keeps for devices, whatever the case and whatever follows the first dot (Naming Files, Paths, and Namespaces). */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/iu;

/** What Windows, macOS or Linux forbid in a name. */
const forbidden = /[\p{Cc}<>:"/\\|?*]/gu;

/** Longest name in UTF-8 bytes: leaves room for endings below the 255 bytes that file systems take. */
const longest = 150;

/** Whether Windows keeps this file name: `NUL`, `con.txt`, `Aux .tar.gz`; also one that ends in a dot or blank, which it drops. */
export function isReservedName(name: string): boolean {
  return devices.test((name.split('.')[0] ?? '').trimEnd()) || /[. ]$/u.test(name);
}

/** A name that is no device's, made by an underscore: `con.txt` becomes `con_.txt`. */
export function noDevice(name: string): string {
  const dot = name.indexOf('.');
  const base = dot < 0 ? name : name.slice(0, dot);
  return devices.test(base.trimEnd()) ? `${base.trimEnd()}_${name.slice(base.length)}` : name;
}

/** The beginning of a name, of whole characters, that every file system has room for. */
export function shortened(name: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    bytes += utf8Length(character.codePointAt(0) ?? 0);
    if (bytes > longest) break;
    kept += character;
  }
  return kept;
}

function utf8Length(point: number): number {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

/**
 * A file or folder name for people, made of any name, good on every system: what is forbidden becomes a blank, and neither
 * devices of Windows nor dots and blanks at the end stay. `fallback` where nothing is left.
 */
export function fileNameOf(name: string, fallback: string): string {
  const clean = shortened(
    name
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(forbidden, ' ')
      .replace(/\s+/gu, ' ')
      .trim(),
  );
  const ended = clean.replace(/[. ]+$/u, '');
  return ended === '' ? fallback : noDevice(ended);
}
