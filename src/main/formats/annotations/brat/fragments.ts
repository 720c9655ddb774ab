/** A half-open passage in UTF-16 units. */
export type Fragment = { start: number; end: number };

/**
 * What a text-bound line cannot hold: tabs, and every character at which Python's `splitlines` (by which brat reads its
 * files) ends a line.
 */
// eslint-disable-next-line no-control-regex -- the separators are control characters
const breaks = /[\t\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]+/gu;

/** The passage without tabs and line breaks, as brat's discontinuous fragments; none when nothing else is in it. */
export function fragmentsOf(text: string, start: number, end: number): Fragment[] {
  const passage = text.slice(start, end);
  const fragments: Fragment[] = [];
  let from = 0;
  for (const match of passage.matchAll(breaks)) {
    if (match.index > from) fragments.push({ start: start + from, end: start + match.index });
    from = match.index + match[0].length;
  }
  if (from < passage.length) fragments.push({ start: start + from, end });
  return fragments;
}
