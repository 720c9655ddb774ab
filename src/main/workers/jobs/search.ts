import type { Hit } from '../../../shared/api/exports.ts';
import { offsetConverter, utf16 } from '../../../shared/text/offsets.ts';
import type { OffsetConverter } from '../../../shared/text/offsets.ts';
import { foldedPattern, foldedText } from '../../../shared/text/folding.ts';
import type { FoldedText } from '../../../shared/text/folding.ts';
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

/**
 * Finds a piece of text in every document, in their order, as of one moment. Hits do not overlap. A query of signs that
 * are not seen, such as soft hyphens, is looked for as it stands.
 */
export function searchJob(input: SearchInput, context: JobContext): SearchOutput {
  const folded = foldedPattern(input.query, input.caseSensitive);
  const pattern = folded ?? new RegExp(input.query, 'gu');
  const output: SearchOutput = { total: 0, hits: [] };
  const db = openReader(input.project);
  try {
    atOneMoment(db, () => {
      const heads = listDocumentHeads(db);
      heads.forEach((head, index) => {
        context.checkpoint();
        const text = textContent(db, head.text);
        searchText(
          head,
          { text, folded: folded ? foldedText(text) : asItIs(text), pattern },
          input.limit,
          output,
          context,
        );
        context.progress(index + 1, heads.length);
      });
    });
  } finally {
    db.close();
  }
  return output;
}

function asItIs(text: string): FoldedText {
  return { text, place: (start, end) => ({ start, end }) };
}

type Searched = { text: string; folded: FoldedText; pattern: RegExp };

function searchText(
  head: DocumentHead,
  { text, folded, pattern }: Searched,
  limit: number,
  output: SearchOutput,
  context: JobContext,
): void {
  let converter: OffsetConverter | null = null; // made for documents with hits only
  for (const match of folded.text.matchAll(pattern)) {
    if (++output.total % stride === 0) context.checkpoint();
    if (output.hits.length >= limit) continue;
    converter ??= offsetConverter(text);
    const { start, end } = folded.place(match.index, match.index + match[0].length);
    output.hits.push(describeHit(head, text, start, end, converter));
  }
}

function describeHit(head: DocumentHead, text: string, start: number, end: number, converter: OffsetConverter): Hit {
  return {
    document: head.id,
    name: head.name,
    start,
    end,
    codePoints: { start: converter.toCodePoint(utf16(start)), end: converter.toCodePoint(utf16(end)) },
    quote: text.slice(start, end),
    before: text.slice(wholeStart(text, Math.max(0, start - contextLength)), start),
    after: text.slice(end, wholeStart(text, Math.min(text.length, end + contextLength))),
  };
}

/** Moves a place inside a surrogate pair behind the pair, so that no half character is shown. */
function wholeStart(text: string, place: number): number {
  const inside = place > 0 && (text.codePointAt(place - 1) ?? 0) > 0xffff;
  return inside ? place + 1 : place;
}
