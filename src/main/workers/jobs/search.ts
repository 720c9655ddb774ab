import type { Hit } from '../../../shared/api/exports.ts';
import { offsetConverter, utf16 } from '../../../shared/text/offsets.ts';
import type { OffsetConverter } from '../../../shared/text/offsets.ts';
import { atOneMoment, listDocumentHeads } from '../../store/exportQueries.ts';
import type { DocumentHead } from '../../store/exportQueries.ts';
import { openReader } from '../../store/database.ts';
import { textContent } from '../../store/rows/content.ts';
import type { JobContext } from '../job.ts';

export type SearchInput = { project: string; query: string; caseSensitive: boolean; limit: number };

export type SearchOutput = { total: number; hits: Hit[] };

/** Characters of context on either side of a hit, in UTF-16 code units. */
const contextLength = 60;

/** Hits between two looks at the cancel flag. */
const stride = 1000;

/** Finds a piece of text in every document, in their order, as of one moment. Hits do not overlap. */
export function searchJob(input: SearchInput, context: JobContext): SearchOutput {
  const pattern = searchPattern(input.query, input.caseSensitive);
  const output: SearchOutput = { total: 0, hits: [] };
  const db = openReader(input.project);
  try {
    atOneMoment(db, () => {
      const heads = listDocumentHeads(db);
      heads.forEach((head, index) => {
        context.checkpoint();
        searchText(head, textContent(db, head.text), pattern, input.limit, output, context);
        context.progress(index + 1, heads.length);
      });
    });
  } finally {
    db.close();
  }
  return output;
}

/**
 * The query as it stands, as a pattern. Letters match either case by Unicode's simple folding, which is one to one: the
 * text itself is never lower-cased, because that can change its length (İ becomes two characters) and shift every offset.
 */
export function searchPattern(query: string, caseSensitive: boolean): RegExp {
  const literal = query.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  return new RegExp(literal, caseSensitive ? 'gu' : 'giu');
}

function searchText(
  head: DocumentHead,
  text: string,
  pattern: RegExp,
  limit: number,
  output: SearchOutput,
  context: JobContext,
): void {
  let converter: OffsetConverter | null = null; // made for documents with hits only
  for (const match of text.matchAll(pattern)) {
    if (++output.total % stride === 0) context.checkpoint();
    if (output.hits.length >= limit) continue;
    converter ??= offsetConverter(text);
    output.hits.push(describeHit(head, text, match.index, match[0], converter));
  }
}

function describeHit(head: DocumentHead, text: string, start: number, quote: string, converter: OffsetConverter): Hit {
  const end = start + quote.length;
  return {
    document: head.id,
    name: head.name,
    start,
    end,
    codePoints: { start: converter.toCodePoint(utf16(start)), end: converter.toCodePoint(utf16(end)) },
    quote,
    before: text.slice(wholeStart(text, Math.max(0, start - contextLength)), start),
    after: text.slice(end, wholeStart(text, Math.min(text.length, end + contextLength))),
  };
}

/** Moves a place inside a surrogate pair behind the pair, so that no half character is shown. */
function wholeStart(text: string, place: number): number {
  const inside = place > 0 && (text.codePointAt(place - 1) ?? 0) > 0xffff;
  return inside ? place + 1 : place;
}
