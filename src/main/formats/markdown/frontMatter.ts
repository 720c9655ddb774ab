/** Front matter keys that article facts are taken from, the first that is there wins. */
const factKeys: Readonly<Record<string, readonly string[]>> = {
  title: ['title', 'headline'],
  byline: ['byline', 'author', 'authors'],
  date: ['date', 'published', 'pubdate'],
  site: ['site', 'source', 'outlet', 'publication'],
  url: ['url', 'link', 'canonical'],
  language: ['language', 'lang'],
};

/**
 * Reads the `key: value` lines of YAML front matter (three hyphens, lines, three hyphens or dots, at the very top).
 * Only scalar values on one line are read; quotes around them are taken off, and a flow list becomes "a, b".
 * Gives the facts and the offset where the body begins (0 without front matter).
 */
export function frontMatterOf(text: string): { facts: Record<string, string>; bodyStart: number } {
  const block = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text.slice(0, 65_536));
  if (block === null) return { facts: {}, bodyStart: 0 };
  const values = new Map<string, string>();
  for (const line of (block[1] ?? '').split('\n')) {
    const pair = /^([A-Za-z][\w-]*)[ \t]*:[ \t]+(\S.*)$/.exec(line);
    const value = pair?.[2] === undefined ? '' : scalarOf(pair[2].trim());
    const key = pair?.[1]?.toLowerCase();
    if (key !== undefined && value !== '' && !values.has(key)) values.set(key, value);
  }
  const facts: Record<string, string> = {};
  for (const [fact, keys] of Object.entries(factKeys)) {
    const key = keys.find((candidate) => values.has(candidate));
    const value = key === undefined ? undefined : values.get(key);
    if (value !== undefined) facts[fact] = value;
  }
  return { facts, bodyStart: block[0].length };
}

function scalarOf(written: string): string {
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(written);
  if (double?.[1] !== undefined) return double[1].replace(/\\(["\\/])/g, '$1');
  const single = /^'((?:[^']|'')*)'/.exec(written);
  if (single?.[1] !== undefined) return single[1].replaceAll("''", "'");
  const list = /^\[([^\]]*)\]/.exec(written);
  if (list?.[1] !== undefined)
    return list[1]
      .split(',')
      .map((item) => scalarOf(item.trim()))
      .join(', ');
  // Block scalars (| and >), anchors and mappings are not values on one line.
  if (/^[|>&*!{]/.test(written)) return '';
  return written.replace(/\s#.*$/, '').trim();
}
