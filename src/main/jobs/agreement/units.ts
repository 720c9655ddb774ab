import type { Id } from '../../../shared/model/records.ts';
import type { Level, Variable } from '../../../shared/model/variables.ts';
import type { NamedDocument } from '../../../shared/stats/report/spanPairs.ts';
import type { ValueInput } from '../../../shared/stats/report/valueReport.ts';
import type { CodedDocument } from '../../../shared/stats/spans/continuum.ts';
import { countCodePoints, offsetConverter, utf16 } from '../../../shared/text/offsets.ts';
import type { Span } from '../../../shared/text/offsets.ts';
import { paragraphAfter, paragraphAt } from '../../../shared/text/segments.ts';
import { sentenceSpans } from '../../../shared/text/sentences.ts';
import type { Store } from '../../store/database.ts';
import { passagesOf, textOfDocument } from '../../store/agreementQueries.ts';
import type { Passage } from '../../store/agreementQueries.ts';
import { countedAnswers } from './countedAnswers.ts';
import type { Corpus } from './readCorpus.ts';

/** Every article as a continuum of characters (code points) with what each of its coders marked. */
export function readSpans(
  db: Store['db'],
  { documents, coders: everyone }: Corpus,
  paths: ReadonlyMap<Id, string>,
  onDocument: () => void,
): (NamedDocument & { document: Id })[] {
  const names = new Map(everyone.map(({ id, name }) => [id, name]));
  return [...documents].map(([document, coders]) => {
    onDocument();
    const { content } = textOfDocument(db, document);
    const { toCodePoint } = offsetConverter(content);
    const passages = passagesOf(db, document);
    const markedBy = (coder: Id): CodedDocument['coders'][number] =>
      passages.flatMap(({ coder: own, code, start, end }) => {
        const path = paths.get(code);
        if (own !== coder || path === undefined) return [];
        return [{ start: toCodePoint(utf16(start)), end: toCodePoint(utf16(end)), code: path }];
      });
    return {
      length: countCodePoints(content),
      coders: coders.map(markedBy),
      names: coders.map((id) => names.get(id) ?? ''),
      document,
    };
  });
}

/** What a text is cut into. */
export type TextUnit = 'document' | 'paragraph' | 'sentence';

/** The units that a text is cut into, in UTF-16 code units; blank paragraphs are none. */
export function unitsOf(content: string, language: string, unit: TextUnit): Span[] {
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
  unit: TextUnit,
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

/** What stands for an answer without a value; no text that a coder gives begins with this character. */
const noValue = { absent: '\u0000absent', 'not-applicable': '\u0000not applicable' } as const;

/**
 * One article variable: a value of each coder for each article. Missing codes and questions that are not asked are left
 * out. Absent and not applicable are values of their own where values have no order; of several choices, absent is the
 * empty set; on a scale they have no place and are left out (`leftOut` counts them).
 */
export function variableInput(db: Store['db'], corpus: Corpus, variable: Variable): ValueInput & { leftOut: number } {
  const missing = new Set(variable.choices.filter((choice) => choice.missing).map(({ value }) => value));
  const answerOf = countedAnswers(db, variable);
  const level = levelOf(variable.level);
  let leftOut = 0;
  const stated = new Set<string>();
  const valueOf = (document: Id, coder: Id): unknown => {
    const given = answerOf(document, coder);
    if (!given) return null;
    if (given.state !== 'given') {
      if (level === 'set' && given.state === 'absent') return [];
      if (level === 'nominal') {
        stated.add(noValue[given.state]);
        return noValue[given.state];
      }
      leftOut += 1;
      return null;
    }
    if (Array.isArray(given.value)) return given.value.filter((option) => !missing.has(option));
    return typeof given.value === 'number' && missing.has(given.value) ? null : given.value;
  };
  const documents = [...corpus.documents];
  const rows = corpus.coders.map(({ id }) =>
    documents.map(([document, coders]) => (coders.includes(id) ? valueOf(document, id) : null)),
  );
  const isScaled = variable.level === 'nominal' || variable.level === 'ordinal';
  const scale = variable.choices.map(({ value }) => value).filter((value) => !missing.has(value));
  return {
    name: variable.name,
    level,
    rows,
    coders: corpus.coders.map(({ name }) => name),
    scale: isScaled && scale.length > 0 ? [...scale, ...stated] : null,
    clusters: documents.map((_, place) => place),
    leftOut,
  };
}

function levelOf(level: Level): ValueInput['level'] {
  if (level === 'multiple') return 'set';
  return level === 'ordinal' || level === 'interval' || level === 'ratio' ? level : 'nominal';
}
