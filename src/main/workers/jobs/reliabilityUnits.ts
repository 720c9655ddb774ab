import type { AgreementUnit } from '../../../shared/api/reliability.ts';
import type { Coder, Id } from '../../../shared/model/records.ts';
import type { CodedDocument } from '../../../shared/stats/continuum.ts';
import type { ValueInput } from '../../../shared/stats/report/valueReport.ts';
import { countCodePoints, offsetConverter, utf16 } from '../../../shared/text/offsets.ts';
import { paragraphAfter, paragraphAt } from '../../../shared/text/segments.ts';
import { sentenceSpans } from '../../../shared/text/sentences.ts';
import type { Span } from '../../../shared/text/offsets.ts';
import type { Store } from '../../store/database.ts';
import { answersTo, passagesOf, textOfDocument } from '../../store/reliabilityQueries.ts';
import type { MeasuredVariable, Passage } from '../../store/reliabilityQueries.ts';

/** The articles that two or more coders took part in, with those coders. */
export type Corpus = { documents: ReadonlyMap<Id, readonly Id[]>; coders: readonly Coder[] };

/** Every article as a continuum of characters (code points) with what each of its coders marked. */
export function readSpans(
  db: Store['db'],
  { documents }: Corpus,
  paths: ReadonlyMap<Id, string>,
  onDocument: () => void,
): CodedDocument[] {
  return [...documents].map(([document, coders]) => {
    onDocument();
    const { content } = textOfDocument(db, document);
    const { toCodePoint } = offsetConverter(content);
    const passages = passagesOf(db, document);
    const unitsOf = (coder: Id): CodedDocument['coders'][number] =>
      passages.flatMap(({ coder: own, code, start, end }) => {
        const path = paths.get(code);
        if (own !== coder || path === undefined) return [];
        return [{ start: toCodePoint(utf16(start)), end: toCodePoint(utf16(end)), code: path }];
      });
    return { length: countCodePoints(content), coders: coders.map(unitsOf) };
  });
}

/** The units that a text is cut into, in UTF-16 code units; blank paragraphs are none. */
function unitsOf(content: string, language: string, unit: Exclude<AgreementUnit, 'span'>): Span[] {
  const whole = { start: utf16(0), end: utf16(content.length) };
  if (unit === 'document' || content.length === 0) return [whole];
  const paragraphs: Span[] = [];
  for (let at: Span | null = paragraphAt(content, utf16(0)); at !== null; at = paragraphAfter(content, at.end)) {
    if (content.slice(at.start, at.end).trim() !== '') paragraphs.push(at);
  }
  return unit === 'paragraph' ? paragraphs : paragraphs.flatMap((span) => sentenceSpans(content, span, language));
}

/** For each code whether it occurs in each unit, coder by coder: one matrix a code. A touch of one character counts. */
export function presenceInput(
  db: Store['db'],
  corpus: Corpus,
  paths: ReadonlyMap<Id, string>,
  unit: Exclude<AgreementUnit, 'span'>,
  onDocument: () => void,
): ValueInput[] {
  const places = new Map(corpus.coders.map(({ id }, place) => [id, place]));
  const rows = new Map([...paths.keys()].map((code) => [code, corpus.coders.map(() => [] as (boolean | null)[])]));
  const used = new Set<Id>();
  const clusters: number[] = [];
  let cluster = 0;
  for (const [document, coders] of corpus.documents) {
    onDocument();
    const { content, language } = textOfDocument(db, document);
    const units = unitsOf(content, language, unit);
    const first = clusters.length;
    units.forEach(() => clusters.push(cluster));
    cluster += 1;
    for (const own of rows.values()) {
      own.forEach((row, place) => {
        const isThere = coders.some((coder) => places.get(coder) === place);
        for (let index = 0; index < units.length; index += 1) row.push(isThere ? false : null);
      });
    }
    for (const passage of passagesOf(db, document)) mark(passage, units, first, rows, places, used);
  }
  return [...paths].flatMap(([code, name]) => {
    if (!used.has(code)) return [];
    const coders = corpus.coders.map((coder) => coder.name);
    return [{ name, level: 'nominal', rows: rows.get(code) ?? [], coders, scale: [false, true], clusters }];
  });
}

function mark(
  { coder, code, start, end }: Passage,
  units: readonly Span[],
  first: number,
  rows: ReadonlyMap<Id, (boolean | null)[][]>,
  places: ReadonlyMap<Id, number>,
  used: Set<Id>,
): void {
  const row = rows.get(code)?.[places.get(coder) ?? -1];
  if (!row) return;
  units.forEach((unit, index) => {
    if (unit.start >= end || unit.end <= start || row[first + index] === null) return;
    row[first + index] = true;
    used.add(code);
  });
}

type Choices = { value: number; label: string; missing?: boolean }[];

/** One article variable: a value of each coder for each article, missing codes left out. */
export function variableInput(db: Store['db'], corpus: Corpus, variable: MeasuredVariable): ValueInput {
  const choices = JSON.parse(variable.choices) as Choices; // written by the store's own row functions
  const left = new Set(choices.filter(({ missing }) => missing === true).map(({ value }) => value));
  const scale = choices.filter(({ value }) => !left.has(value)).map(({ value }) => value);
  const documents = new Map([...corpus.documents.keys()].map((id, place) => [id, place]));
  const rows = corpus.coders.map(() => Array.from({ length: documents.size }, (): unknown => null));
  const places = new Map(corpus.coders.map(({ id }, place) => [id, place]));
  for (const { document, coder, value } of answersTo(db, variable.id)) {
    const row = rows[places.get(coder) ?? -1];
    const at = documents.get(document);
    if (!row || at === undefined || !corpus.documents.get(document)?.includes(coder)) continue;
    row[at] = valueOf(variable.level, value, left);
  }
  const isScaled = variable.level === 'nominal' || variable.level === 'ordinal';
  return {
    name: variable.name,
    level: levelOf(variable.level),
    rows,
    coders: corpus.coders.map(({ name }) => name),
    scale: isScaled && scale.length > 0 ? scale : null,
    clusters: [...documents.values()],
  };
}

function levelOf(level: string): ValueInput['level'] {
  if (level === 'multiple') return 'set';
  return level === 'ordinal' || level === 'interval' || level === 'ratio' ? level : 'nominal';
}

function valueOf(level: string, value: string, left: ReadonlySet<number>): unknown {
  if (level === 'text' || level === 'date' || level === 'entity') return value;
  const parsed: unknown = JSON.parse(value);
  if (Array.isArray(parsed)) return parsed.filter((option) => !left.has(Number(option)));
  return typeof parsed === 'number' && left.has(parsed) ? null : parsed;
}
