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
 * Read are scalars: plain and quoted ones, also over several lines, block scalars (`|`, `>`), and lists, which become
 * "a, b". Mappings are not. It reads line by line, because many titles hold a colon, which makes a file no YAML.
 * Gives the facts and the offset where the body begins (0 without front matter).
 */
export function frontMatterOf(text: string): { facts: Record<string, string>; bodyStart: number } {
  const block = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text.slice(0, 65_536));
  if (block === null) return { facts: {}, bodyStart: 0 };
  const values = new Map<string, string>();
  const lines = (block[1] ?? '').split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const pair = /^([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/.exec(lines[at] ?? '');
    const key = pair?.[1]?.toLowerCase();
    if (key === undefined) continue;
    const below = linesBelow(lines, at + 1);
    const value = valueOf((pair?.[2] ?? '').trim(), below);
    if (value !== '' && !values.has(key)) values.set(key, value);
    at += below.length;
  }
  const facts: Record<string, string> = {};
  for (const [fact, keys] of Object.entries(factKeys)) {
    const key = keys.find((candidate) => values.has(candidate));
    const value = key === undefined ? undefined : values.get(key);
    if (value !== undefined) facts[fact] = value;
  }
  return { facts, bodyStart: block[0].length };
}

/** The lines after a key that belong to its value: indented, blank, or items of a list. */
function linesBelow(lines: readonly string[], from: number): string[] {
  const end = lines.findIndex((line, at) => at >= from && !/^(?:[ \t]|-[ \t]|-?$)/.test(line));
  return lines.slice(from, end === -1 ? undefined : end);
}

function valueOf(written: string, below: readonly string[]): string {
  const block = /^([|>])(?:[+-]?([1-9])?|([1-9])[+-])[ \t]*(?:#.*)?$/.exec(written);
  if (block !== null) return blockScalarOf(block[1] === '>', Number(block[2] ?? block[3] ?? 0), below);
  const shown = below.map((line) => line.trim()).filter((line) => line !== '');
  if (written !== '' && !written.startsWith('#')) return scalarOf([written, ...shown].join(' '));
  const items = shown.filter((line) => /^-[ \t]/.test(line));
  if (items.length === 0 || items.length < shown.length) return '';
  return items.map((item) => scalarOf(item.slice(1).trim())).join(', ');
}

/**
 * A block scalar (YAML 1.2.2, 8.1), without the line feeds at its end, which facts do not have: `|` keeps its lines,
 * `>` makes one of those that follow each other, but for lines that are indented further.
 */
function blockScalarOf(isFolded: boolean, indent: number, below: readonly string[]): string {
  const first = below.find((line) => line.trim() !== '') ?? '';
  const width = indent > 0 ? indent : first.length - first.trimStart().length;
  const lines = below.map((line) => line.slice(width).trimEnd());
  if (!isFolded) return lines.join('\n').trim();
  let text = '';
  let feeds = 0;
  let isDeep = false;
  for (const line of lines) {
    if (line === '') {
      feeds += 1;
      continue;
    }
    const deeper = /^[ \t]/.test(line);
    if (text !== '') text += deeper || isDeep ? '\n'.repeat(feeds + 1) : feeds === 0 ? ' ' : '\n'.repeat(feeds);
    text += line;
    feeds = 0;
    isDeep = deeper;
  }
  return text.trim();
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
  // Anchors and mappings are no scalars, nor is a block's mark with something behind it.
  if (/^[|>&*!{]/.test(written)) return '';
  return written.replace(/\s#.*$/, '').trim();
}
