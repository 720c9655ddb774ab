const controls: Readonly<Record<string, string>> = { '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r', '\b': 'b' };

/** A feature's value: what has a meaning in the format gets a backslash (“Reserved Characters”). */
export function escapeValue(value: string): string {
  return value.replace(/\r\n?/gu, '\n').replace(/->|[\\[\]|_;*\t\n]/gu, (found) => `\\${controls[found] ?? found}`);
}

/** A line of `#Text=`: control characters and the backslash get a backslash. */
export function escapeText(line: string): string {
  // eslint-disable-next-line no-control-regex -- the format escapes exactly these characters
  return line.replace(/[\\\u0000-\u0008\t\n\f\r\u000e-\u001f]/gu, (found) => `\\${controls[found] ?? found}`);
}
