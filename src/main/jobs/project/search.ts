import type { Hit, HitCursor } from '../../../shared/api/search.ts';
import { AppError } from '../../../shared/errors.ts';
import { foldedPattern, foldedText } from '../../../shared/text/folding.ts';
import type { FoldedText } from '../../../shared/text/folding.ts';
import { offsetConverter, utf16 } from '../../../shared/text/offsets.ts';
import type { OffsetConverter } from '../../../shared/text/offsets.ts';
import { wordEndsOfRun } from '../../../shared/text/words/dictionary.ts';
import { isOfWholeWords, wordCutter } from '../../../shared/text/words/wholeWords.ts';
import { said } from '../../../shared/words/message.ts';
import type { Store } from '../../store/database.ts';
import { countDocumentsBefore, documentsFrom } from '../../store/exportQueries.ts';
import { atOneMoment } from '../../store/oneMoment.ts';
import type { SearchedDocument } from '../../store/exportQueries.ts';
import { openReader } from '../../store/openReader.ts';
import { textContent } from '../../store/rows/content.ts';
import { countDocuments, documentTextRow } from '../../store/rows/document.ts';
import type { JobContext } from '../../workers/job.ts';

export type SearchInput = {
  project: string;
  query: string;
  caseSensitive: boolean;
  wholeWords: boolean;
  limit: number;
  after: HitCursor | null;
  count: boolean;
};

export type SearchOutput = { total: number; hits: Hit[]; next: HitCursor | null };

/** Characters of context on either side of a hit, in UTF-16 code units. */
const contextLength = 60;

/** Hits between two looks at the cancel flag. */
const stride = 1000;

/**
 * Finds a piece of text in the documents from `after` on, in their order, as of one moment. Hits do not overlap. A query of
 * signs that are not seen, such as soft hyphens, is looked for as it stands. Throws `conflict` where `after` is of a text
 * that its document no longer has.
 */
export function searchJob(input: SearchInput, context: JobContext): SearchOutput {
  const db = openReader(input.project);
  try {
    return atOneMoment(db, () => readPage(db, input, context));
  } finally {
    db.close();
  }
}

function readPage(db: Store['db'], input: SearchInput, context: JobContext): SearchOutput {
  const { after, count } = input;
  refuseOtherText(db, after);
  const look = textSearch(input);
  const page: Page = { hits: [], last: null, more: 0 };
  const documents = countDocuments(db);
  let read = after ? countDocumentsBefore(db, after.document) : 0;
  for (const document of documentsFrom(db, after?.document)) {
    context.checkpoint();
    searchDocument(db, document, look, input, page, context);
    if (page.more > 0 && !count) break;
    context.progress(++read, documents);
  }
  const { hits, last, more } = page;
  return { total: hits.length + (count ? more : 0), hits, next: more > 0 ? last : null };
}

/** A page goes on in the very text in which the last one ended, or not at all. */
function refuseOtherText(db: Store['db'], after: HitCursor | null): void {
  if (!after || documentTextRow(db, after.document) === after.text) return;
  throw new AppError('conflict', said('corpus.hitsOutdated'), { document: after.document });
}

/** A hit: its place in the text, and where the search goes on in the folded text. */
type Found = { start: number; end: number; at: number };

/** Hits in a text in `language` from a place of the folded text on, in order. */
type Look = (text: string, language: string, from: number) => Generator<Found>;

/** A query of signs that are not seen has no folded pattern, and texts are not folded for it. */
function textSearch({ query, caseSensitive, wholeWords }: SearchInput): Look {
  const folded = foldedPattern(query, caseSensitive);
  const pattern = folded ?? new RegExp(query, 'gu');
  return function* (text, language, from) {
    const { place, ...looked } = folded ? foldedOnce(text, caseSensitive) : asItIs(text);
    const isMeant = wholeWords ? wholeWordTest(text, language) : () => true;
    for (let at = from; ;) {
      pattern.lastIndex = at;
      const match = pattern.exec(looked.text);
      if (!match) return;
      at = match.index + match[0].length;
      const found = place(match.index, at);
      if (!isMeant(found)) {
        at = match.index + ((looked.text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1); // another may begin within it
        continue;
      }
      while (at < looked.text.length && place(at, at + 1).start < found.end) at++; // the rest of joined letters
      yield { ...found, at };
    }
  };
}

/** Whether a hit is of whole words. Words of a dictionary are looked up where hits are alone, and run by run. */
function wholeWordTest(text: string, language: string): (hit: Pick<Found, 'start' | 'end'>) => boolean {
  const cutsWord = wordCutter(text, (start, end) => wordEndsOfRun(text, start, end, language));
  return ({ start, end }) => isOfWholeWords(text, start, end, cutsWord);
}

function asItIs(text: string): FoldedText {
  return { text, place: (start, end) => ({ start, end }) };
}

let lastFolded: { text: string; caseSensitive: boolean; folded: FoldedText } | null = null;

/** The folded text. The last one is kept, for the next page may go on in it. */
function foldedOnce(text: string, caseSensitive: boolean): FoldedText {
  if (lastFolded?.text !== text || lastFolded.caseSensitive !== caseSensitive)
    lastFolded = { text, caseSensitive, folded: foldedText(text, caseSensitive) };
  return lastFolded.folded;
}

/** What is found so far: `last` is the place of the last hit that is listed, `more` counts those behind it. */
type Page = { hits: Hit[]; last: HitCursor | null; more: number };

/** Takes in a document's hits: lists them while there is room, then counts them, or the first alone. */
function searchDocument(
  db: Store['db'],
  document: SearchedDocument,
  look: Look,
  { limit, after, count }: SearchInput,
  page: Page,
  context: JobContext,
): void {
  const text = textContent(db, document.text);
  const from = after?.document === document.id ? after.at : 0;
  let converter: OffsetConverter | null = null; // made for documents with hits only
  let seen = 0;
  for (const { start, end, at } of look(text, document.language, from)) {
    if (++seen % stride === 0) context.checkpoint();
    if (page.hits.length < limit) {
      converter ??= offsetConverter(text);
      page.hits.push(describeHit(document, text, start, end, converter));
      page.last = { document: document.id, text: document.text, at };
    } else {
      page.more++;
      if (!count) return;
    }
  }
}

function describeHit(
  document: SearchedDocument,
  text: string,
  start: number,
  end: number,
  converter: OffsetConverter,
): Hit {
  return {
    document: document.id,
    name: document.name,
    start,
    end,
    codePoints: { start: converter.toCodePoint(utf16(start)), end: converter.toCodePoint(utf16(end)) },
    quote: text.slice(start, end),
    before: text.slice(wholeStart(text, Math.max(0, start - contextLength)), start),
    after: text.slice(end, wholeStart(text, Math.min(text.length, end + contextLength))),
    text: document.text,
  };
}

/** Moves a place inside a surrogate pair behind the pair, so that no half character is shown. */
function wholeStart(text: string, place: number): number {
  const inside = place > 0 && (text.codePointAt(place - 1) ?? 0) > 0xffff;
  return inside ? place + 1 : place;
}
