import { AppError } from '../../../../shared/errors.ts';
import { said } from '../../../../shared/words/message.ts';
import { joinPath } from '../entry.ts';
import type { CodebookEntry, CodebookFile } from '../entry.ts';
import { hueColor } from '../hues.ts';
import { writeDescription } from './description.ts';

/** A code of the tree that is written: listed, or only named by the paths of others (then not for coding). */
type Branch = { path: string[]; entry: CodebookEntry | null; below: Map<string, Branch> };

// XML 1.0, production 2 (Char); lone surrogates are not characters.
// eslint-disable-next-line no-control-regex -- these are the characters meant
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** How many characters of a text XML cannot hold; they are written as U+FFFD. */
export function countUnwritable(text: string): number {
  return text.match(unwritable)?.length ?? 0;
}

/** What says in a set's description that Galley wrote it, followed by the rule. */
export const exclusiveMark = 'Mutually exclusive codes, rule: ';

/**
 * Writes a REFI-QDA codebook (Codebook.xsd 1.0, namespace `urn:QDA-XML:codebook:1.0`). A code's GUID is its id, or made
 * from its path, so that the same codebook gives the same file. Throws AppError `bad-input` for a codebook without codes,
 * which the format cannot say.
 */
export function writeQdc({ codes, sets }: CodebookFile): string {
  if (codes.length === 0) throw new AppError('bad-input', said('codebookFiles.qdcNeedsCode'));
  const top = treeOf(codes);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Galley">',
  ];
  lines.push('<Codes>', ...[...top.values()].flatMap((branch) => codeLines(branch)), '</Codes>');
  if (sets.length > 0) {
    lines.push('<Sets>');
    for (const { name, rule } of sets) {
      const members = codes.filter(({ exclusiveSet }) => exclusiveSet === name);
      lines.push(
        `<Set guid="${guidFrom(`set ${name}`)}" name="${attribute(name)}">`,
        `<Description>${exclusiveMark}${rule}</Description>`,
        ...members.map((code) => `<MemberCode guid="${guidOf(code.path, code)}"/>`),
        '</Set>',
      );
    }
    lines.push('</Sets>');
  }
  return `${lines.join('\n')}\n</CodeBook>\n`;
}

function treeOf(codes: readonly CodebookEntry[]): Map<string, Branch> {
  const top = new Map<string, Branch>();
  for (const entry of codes) {
    let level = top;
    entry.path.forEach((name, index) => {
      const isLast = index === entry.path.length - 1;
      const path = entry.path.slice(0, index + 1);
      const branch = level.get(name) ?? { path, entry: null, below: new Map<string, Branch>() };
      if (isLast) branch.entry = entry;
      level.set(name, branch);
      level = branch.below;
    });
  }
  return top;
}

function codeLines({ path, entry, below }: Branch): string[] {
  const description = writeDescription({
    definition: entry?.definition ?? '',
    include: entry?.include ?? '',
    exclude: entry?.exclude ?? '',
    examples: (entry?.examples ?? []).map(({ quote }) => quote),
  });
  const color = entry?.hue === undefined ? '' : ` color="${hueColor(entry.hue)}"`;
  const name = attribute(path.at(-1) ?? '');
  const start = `<Code guid="${guidOf(path, entry)}" name="${name}" isCodable="${entry !== null}"${color}`;
  const inside = [
    ...(description === '' ? [] : [`<Description>${escape(description)}</Description>`]),
    ...[...below.values()].flatMap((branch) => codeLines(branch)),
  ];
  return inside.length === 0 ? [`${start}/>`] : [`${start}>`, ...inside, '</Code>'];
}

function guidOf(path: readonly string[], entry: CodebookEntry | null): string {
  return entry?.id ?? guidFrom(`code ${joinPath(path)}`);
}

/** A UUID of version 8 (RFC 9562) made from the words. */
function guidFrom(words: string): string {
  const hex = hash128(`galley ${words}`).toString(16).padStart(32, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** FNV-1a with 128 bits (Fowler, Noll and Vo) of the text in UTF-8: spreads well, and keeps nothing secret. */
function hash128(text: string): bigint {
  let hash = 0x6c62272e07bb014262b821756295c58dn;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * 0x0000000001000000000000000000013bn);
  }
  return hash;
}

function escape(text: string): string {
  return text
    .replace(unwritable, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

function attribute(text: string): string {
  return escape(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}
