/** The extension of a file name, lower case without the dot; '' when there is none. Digits alone ("report.2024") are none. */
export function extensionOf(name: string): string {
  const match = /[^.]\.([\p{L}\p{N}_~-]{1,12})$/u.exec(name);
  const extension = match?.[1]?.toLowerCase() ?? '';
  return /^\d+$/.test(extension) ? '' : extension;
}

/** The file name without its extension, trimmed; never empty for a name that is not. */
export function baseNameOf(name: string): string {
  const extension = extensionOf(name);
  const base = extension === '' ? name : name.slice(0, -extension.length - 1);
  return base.trim() === '' ? name : base.trim();
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;
const shortestHash = 8;
const yearOrDay =
  /^(?:1[5-9]|20)\d\d(?:([-_.]?)(?:0[1-9]|1[0-2])(?:\1(?:0[1-9]|[12]\d|3[01]))?)?$|^\d{1,2}([-_.])\d{1,2}\2(?:1[5-9]|20)\d\d$/u;

/**
 * Whether a file's name, without its extension, tells nothing of what is in it: numbers, hashes and UUIDs alone, such as
 * `001_413cdf49805764b3`. A year or a day tells something.
 */
export function saysNothing(baseName: string): boolean {
  if (uuid.test(baseName)) return true;
  if (yearOrDay.test(baseName)) return false;
  const parts = baseName.split(/[\s_.()-]+/u).filter(Boolean);
  return parts.length > 0 && parts.every((part) => /^\d+$/u.test(part) || isHash(part));
}

/** Words such as “facade” have no figure. */
function isHash(part: string): boolean {
  return part.length >= shortestHash && /^[0-9a-f]+$/iu.test(part) && /\d/u.test(part);
}
