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
