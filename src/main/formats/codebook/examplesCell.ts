/**
 * Several examples in one cell, separated by a blank line. A blank line inside an example is written as a line with one
 * backslash, and a line of backslashes alone gets one more, so that reading gives the same examples back.
 */
export function writeExamples(quotes: readonly string[]): string {
  return quotes
    .map((quote) =>
      quote
        .split('\n')
        .map((line) => (/^\\*$/u.test(line) ? `${line}\\` : line))
        .join('\n'),
    )
    .join('\n\n');
}

/** The examples of a cell, without blank lines at its ends. */
export function readExamples(cell: string): string[] {
  const text = cell.replace(/\r\n?/gu, '\n').replace(/^\n+|\n+$/gu, '');
  if (text === '') return [];
  return text.split(/\n{2,}/u).map((example) =>
    example
      .split('\n')
      .map((line) => (/^\\+$/u.test(line) ? line.slice(1) : line))
      .join('\n'),
  );
}
