import { dateWarningsOf, isoDateOf } from '../dates.ts';
import { directionOf } from '../direction.ts';
import { emptyError, readText } from '../encoding/readText.ts';
import { baseNameOf } from '../fileName.ts';
import type { ImportedDocument, Importer, ImportOptions, ImportSource } from '../importer.ts';
import { frontMatterOf } from './frontMatter.ts';

async function read(source: ImportSource, options: ImportOptions): Promise<ImportedDocument[]> {
  const decoded = await readText(source, { chosen: options.encoding });
  if (decoded.text.trim() === '') throw emptyError(source.name);
  const { facts, bodyStart } = frontMatterOf(decoded.text);
  if (facts['date'] !== undefined) facts['date'] = isoDateOf(facts['date'], facts['language']);
  return [
    {
      ...decoded,
      name: facts['title'] ?? firstHeadingOf(decoded.text.slice(bodyStart)) ?? baseNameOf(source.name),
      facts,
      language: facts['language'],
      warnings: [...decoded.warnings, ...dateWarningsOf(facts['date'])],
      direction: directionOf(decoded.text.slice(bodyStart)),
    },
  ];
}

/** A document name taken from a heading is cut here, in UTF-16 code units. */
const longestHeading = 300;

/** The first `# heading` outside fenced code, without closing hashes; undefined when there is none. */
export function firstHeadingOf(body: string): string | undefined {
  let fence: string | undefined;
  for (const line of body.slice(0, 65_536).split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (mark.startsWith(fence)) fence = undefined;
      continue;
    }
    if (fence !== undefined) continue;
    const heading = /^ {0,3}#[ \t](.*)$/
      .exec(line.slice(0, longestHeading))?.[1]
      ?.trim()
      .replace(/[ \t]+#+$/, '')
      .trim();
    if (heading !== undefined && heading !== '') return heading;
  }
  return undefined;
}

/** Markdown: its source is the text, so that offsets stay true to the file; front matter is read, not removed. */
export const markdownImporter: Importer = {
  id: 'markdown',
  version: 2,
  recognises: () => 'by name', // no mark of it has to be there
  read,
};
