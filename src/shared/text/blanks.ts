const blank = /\s/u;

/** The span (UTF-16 code units, half-open) without blanks and line ends at its ends; null when it holds nothing else. */
export function withoutBlanks(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): { start: number; end: number } | null {
  let [from, to] = [start, end];
  while (from < to && blank.test(text.charAt(from))) from++;
  while (to > from && blank.test(text.charAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : null;
}
