import { said } from '../../../shared/words/message.ts';
import type { ExampleAnchor } from './entry.ts';
import { EntryFault } from './faults.ts';

const none = 'none';

/**
 * Where the examples of a code stand, a line for each of them in their order: `12-45 DOCUMENT`, half-open, in code points of
 * the document of that name; `none` for words that are taken from no document. '' where no example has a place.
 */
export function writeAnchors(anchors: readonly (ExampleAnchor | null)[]): string {
  if (anchors.every((anchor) => anchor === null)) return '';
  return anchors
    .map((anchor) => (anchor === null ? none : `${anchor.start}-${anchor.end} ${anchor.document}`))
    .join('\n');
}

/** The places of `count` examples. Throws EntryFault for a line that is none, and for lines that do not fit the examples. */
export function readAnchors(cell: string, count: number): (ExampleAnchor | null)[] {
  const text = cell.replace(/\r\n?/gu, '\n').trim();
  if (text === '') return Array.from({ length: count }, () => null);
  const lines = text.split('\n').map((line) => line.trim());
  if (lines.length !== count) {
    throw new EntryFault(said('codebookFiles.anchorsAndExamples', { lines: lines.length, examples: count }));
  }
  return lines.map((line) => {
    if (line.toLowerCase() === none) return null;
    const [, start = '', end = '', document = ''] = /^(\d{1,9})-(\d{1,9}) +(\S.*)$/u.exec(line) ?? [];
    if (document === '') throw new EntryFault(said('codebookFiles.notAnAnchor', { line }));
    return { document, start: Number(start), end: Number(end) };
  });
}
