import type { Extent, Passages, PlaceState } from '../../../shared/api/codings.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Id } from '../../../shared/model/records.ts';
import { snapOutward } from '../../../shared/text/graphemes.ts';
import { offsetConverter, utf16 } from '../../../shared/text/offsets.ts';
import type { OffsetConverter, Span, Utf16Offset } from '../../../shared/text/offsets.ts';
import { paragraphAt, sentenceAt } from '../../../shared/text/segments.ts';
import { said } from '../../../shared/words/message.ts';
import type { Store } from '../../store/database.ts';
import { atOneMoment } from '../../store/oneMoment.ts';
import { openReader } from '../../store/openReader.ts';
import { quoteHash, sameAnnotation } from '../../store/rows/annotation.ts';
import { textContent } from '../../store/rows/content.ts';
import { documentTextRow, findDocument } from '../../store/rows/document.ts';
import { excludingAnnotation } from '../../store/rows/exclusiveSet.ts';
import type { JobContext } from '../../workers/job.ts';

export type PlacePassagesInput = {
  project: string;
  passages: readonly Passages[];
  extent: Extent;
  /** Whose codings with which code places are held against; null: none. */
  code: Id | null;
  coder: Id | null;
};

/** The place of a passage. `proof` is the hash of its words (`quoteHash`) in hexadecimal digits, empty where there are none. */
export type Place = { start: number; end: number; codePoints: [number, number]; state: PlaceState; proof: string };

/** The places of all passages, in their order. */
export function placePassagesJob(input: PlacePassagesInput, context: JobContext): Place[] {
  const db = openReader(input.project);
  try {
    return atOneMoment(db, () => placeAll(db, input, context));
  } finally {
    db.close();
  }
}

/** Passages between two looks at the cancel flag. */
const stride = 100;

function placeAll(db: Store['db'], input: PlacePassagesInput, context: JobContext): Place[] {
  const places: Place[] = [];
  const all = input.passages.reduce((sum, { spans }) => sum + spans.length, 0);
  for (const { document, text: row, spans } of input.passages) {
    const reach = reachOf(db, document, row, input.extent);
    for (const [start, end] of spans) {
      if (places.length % stride === 0) context.checkpoint();
      if (typeof reach === 'string') places.push({ start, end, codePoints: [0, 0], state: reach, proof: '' });
      else places.push(onePlace(db, document, reach({ start, end }), input));
      context.progress(places.length, all);
    }
  }
  return places;
}

type Reached = Span & Pick<Place, 'codePoints' | 'proof'>;

function onePlace(db: Store['db'], document: Id, reached: Reached, { code, coder }: PlacePassagesInput): Place {
  return {
    ...reached,
    state: code === null || coder === null ? 'open' : stateOf(db, { ...reached, document, code, coder }),
  };
}

function stateOf(db: Store['db'], place: Span & { document: Id; code: Id; coder: Id }): PlaceState {
  if (sameAnnotation(db, place) !== undefined) return 'coded';
  return excludingAnnotation(db, { ...place, id: place.code }) ? 'excluded' : 'open'; // no coding has the id of a code
}

/** What is coded of a passage of this text; or why none of it is. Throws `bad-input` for a passage that is not in the text. */
function reachOf(
  db: Store['db'],
  document: Id,
  row: number,
  extent: Extent,
): ((span: Span) => Reached) | 'corrected' | 'gone' {
  const current = documentTextRow(db, document);
  if (current === undefined) return 'gone';
  if (current !== row) return 'corrected';
  const text = textContent(db, row);
  const language = findDocument(db, document)?.language ?? '';
  const converter = offsetConverter(text);
  const widen = extents[extent](text, language);
  return (span) => {
    refuseOutside(text, span);
    const { start, end } = snapOutward(text, widen(span));
    const proof = quoteHash(text.slice(start, end)).toString('hex');
    return { start, end, codePoints: codePointsOf(converter, start, end), proof };
  };
}

function codePointsOf(converter: OffsetConverter, start: Utf16Offset, end: Utf16Offset): [number, number] {
  return [converter.toCodePoint(start), converter.toCodePoint(end)];
}

function refuseOutside(text: string, { start, end }: Span): void {
  if (end <= start) throw new AppError('bad-input', said('coding.emptyPassage'));
  if (end <= text.length) return;
  throw new AppError('bad-input', said('coding.passageOutside', { end, length: text.length }));
}

const extents: Record<Extent, (text: string, language: string) => (span: Span) => Span> = {
  passage: () => (span) => span,
  paragraph:
    (text) =>
    ({ start, end }) => ({ start: paragraphAt(text, start).start, end: endOf(end, paragraphAt(text, utf16(end - 1))) }),
  sentence: (text, language) => {
    const sentence = sentenceFinder(text, language);
    return ({ start, end }) => ({
      start: utf16(Math.min(start, sentence(start).start)),
      end: endOf(end, sentence(utf16(end - 1))),
    });
  },
};

/** The end of the last unit, or that of the passage where it stands behind: at the blanks between two. */
function endOf(end: Utf16Offset, unit: Span): Utf16Offset {
  return utf16(Math.max(end, unit.end));
}

/** Sentences by a place in them. The last one is kept, for the next passage may stand in it, too. */
function sentenceFinder(text: string, language: string): (offset: Utf16Offset) => Span {
  let last: Span = { start: utf16(0), end: utf16(0) };
  return (offset) => {
    if (offset >= last.start && offset < last.end) return last;
    last = sentenceAt(text, offset, language) ?? { start: offset, end: utf16(offset + 1) };
    return last;
  };
}
