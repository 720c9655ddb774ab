import type { CoderMode, TableUnit } from '../../../../shared/model/dataTable.ts';
import { utf16 } from '../../../../shared/text/offsets.ts';
import type { Span } from '../../../../shared/text/offsets.ts';
import { paragraphAfter, paragraphAt } from '../../../../shared/text/segments.ts';
import { sentenceSpans } from '../../../../shared/text/sentences.ts';
import type { CodingRecord, DocumentWork, Stretch, UnitRow } from './documentWork.ts';

/** Which units a table has rows for, and how coders stand in them. `isStatement`: whether a coding is a statement. */
export type UnitChoice = { unit: TableUnit; coders: CoderMode; isStatement(coding: CodingRecord): boolean };

/** The rows of one document, in the order of its text and of the project's coders. */
export function* eachUnitRow({ unit, coders, isStatement }: UnitChoice, work: DocumentWork): Generator<UnitRow> {
  if (unit === 'coding' || unit === 'statement') {
    const codings = unit === 'coding' ? work.codings : work.codings.filter(isStatement);
    yield* coders === 'rows' || coders === 'agreed' ? single(work, codings) : together(work, codings);
    return;
  }
  if (coders === 'rows' && work.coders.length === 0) return; // before the text is read and cut
  const stretches = unit === 'document' ? [null] : stretchesOf(work, unit);
  yield* coders === 'rows' ? byCoder(work, stretches) : shared(work, stretches);
}

function* single(work: DocumentWork, codings: readonly CodingRecord[]): Generator<UnitRow> {
  for (const coding of codings) {
    yield { work, stretch: placeOf(coding), codings: [coding], coders: [coding.coder] };
  }
}

/** Codings of the same passage with the same code stand in one row. */
function* together(work: DocumentWork, codings: readonly CodingRecord[]): Generator<UnitRow> {
  let group: CodingRecord[] = [];
  for (const coding of codings) {
    const [first] = group;
    if (first && (first.start !== coding.start || first.end !== coding.end || first.code !== coding.code)) {
      yield { work, stretch: placeOf(first), codings: group, coders: work.coders };
      group = [];
    }
    group.push(coding);
  }
  const [last] = group;
  if (last) yield { work, stretch: placeOf(last), codings: group, coders: work.coders };
}

const placeOf = ({ start, end }: CodingRecord): Stretch => ({ start, end, number: 0 });

/** Paragraphs or sentences with text in them, each once, counted from 1. */
function* stretchesOf(work: DocumentWork, unit: 'paragraph' | 'sentence'): Generator<Stretch> {
  const { content } = work.text();
  let number = 0;
  for (let at: Span | null = firstParagraph(content); at; at = paragraphAfter(content, at.end)) {
    const spans = unit === 'paragraph' ? [at] : sentenceSpans(content, at, work.language);
    for (const { start, end } of spans) yield { start, end, number: (number += 1) };
  }
}

function firstParagraph(content: string): Span | null {
  const first = paragraphAt(content, utf16(0));
  return content.slice(first.start, first.end).trim() === '' ? paragraphAfter(content, first.end) : first;
}

/** The codings that touch each stretch. Both come in the order of the text, so none is looked at again when it is past. */
function* touching(
  codings: readonly CodingRecord[],
  stretches: Iterable<Stretch | null>,
): Generator<{ stretch: Stretch | null; codings: readonly CodingRecord[] }> {
  let open: CodingRecord[] = [];
  let next = 0;
  for (const stretch of stretches) {
    if (!stretch) {
      yield { stretch, codings };
      continue;
    }
    open = open.filter(({ end }) => end > stretch.start);
    for (let coding = codings[next]; coding && coding.start < stretch.end; coding = codings[++next]) {
      if (coding.end > stretch.start) open.push(coding);
    }
    yield { stretch, codings: open };
  }
}

function* shared(work: DocumentWork, stretches: Iterable<Stretch | null>): Generator<UnitRow> {
  for (const part of touching(work.codings, stretches)) yield { work, ...part, coders: work.coders };
}

function* byCoder(work: DocumentWork, stretches: Iterable<Stretch | null>): Generator<UnitRow> {
  for (const { stretch, codings } of touching(work.codings, stretches)) {
    for (const coder of work.coders) {
      yield { work, stretch, codings: codings.filter((coding) => coding.coder === coder), coders: [coder] };
    }
  }
}
