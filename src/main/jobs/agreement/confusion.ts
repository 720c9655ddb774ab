import { agreementWords } from '#words/core/agreement.ts';
import type { Comparison, Confusion, DisputedUnit, Side } from '../../../shared/api/reliability.ts';
import type { Disagreement } from '../../../shared/model/disagreement.ts';
import type { Coder, Id } from '../../../shared/model/records.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import type { Store } from '../../store/database.ts';
import { atOneMoment } from '../../store/oneMoment.ts';
import { openReader } from '../../store/openReader.ts';
import { annotationsTouching } from '../../store/agreementQueries.ts';
import { answerTo } from '../../store/rows/answer.ts';
import { agreedCoder } from '../../store/rows/coder.ts';
import { disagreementsOfDocument } from '../../store/rows/disagreement.ts';
import { documentText, findDocument } from '../../store/rows/document.ts';
import { progressOf } from '../../store/rows/progress.ts';
import type { JobContext } from '../../workers/job.ts';
import { answerKeys, categoriesOf, comparedPlaces } from './comparedPlaces.ts';
import type { ComparedPlace, Comparing } from './comparedPlaces.ts';

export type ConfusionInput = { project: string; comparison: Comparison };
export type CellInput = ConfusionInput & { row: string; column: string; offset: number; limit: number };

function fromOneMoment<T>(path: string, read: (db: Store['db']) => T): T {
  const db = openReader(path);
  try {
    return atOneMoment(db, () => read(db));
  } finally {
    db.close();
  }
}

/** Counts who said what where. O(places). */
export function confusionJob({ project, comparison }: ConfusionInput, context: JobContext): Confusion {
  return fromOneMoment(project, (db) => {
    const comparing = comparedPlaces(db, comparison, () => context.checkpoint());
    const categories = categoriesOf(db, comparing);
    const rows = categories.map(() => categories.map(() => 0));
    const characters = categories.map(() => categories.map(() => 0));
    const at = new Map(categories.map(({ key }, index) => [key, index]));
    const indexOf = (key: string): number => at.get(key) ?? at.get('other') ?? 0;
    let places = 0;
    let agreeing = 0;
    for (const { row, column, span } of comparing.places) {
      const [i, j] = [indexOf(row), indexOf(column)];
      for (const [a, b] of comparison.coders || i === j ? [[i, j] as const] : [[i, j] as const, [j, i] as const]) {
        add(rows, a, b, 1);
        add(characters, a, b, span ? span.end - span.start : 0);
      }
      if (isCompared(comparing, row, column)) {
        places += 1;
        if (row === column) agreeing += 1;
      }
    }
    return {
      coders: comparing.coders,
      documents: comparing.corpus.documents.size,
      categories,
      counts: rows,
      characters: comparing.variable ? null : characters,
      places,
      agreeing,
      basis: agreementWords.sentences({ sentences: [comparing.basis, ...sentencesOf(comparison)] }),
    };
  });
}

function add(matrix: number[][], row: number, column: number, amount: number): void {
  const cells = matrix[row];
  if (cells) cells[column] = (cells[column] ?? 0) + amount;
}

/** An answer needs another to be compared with; a code can be compared with none, but none with none says nothing. */
function isCompared({ variable }: Comparing, row: string, column: string): boolean {
  return variable ? row !== 'nothing' && column !== 'nothing' : row !== 'nothing' || column !== 'nothing';
}

/** What the table counts, and how it can be read. */
function sentencesOf({ variable, unit, coders }: Comparison): string[] {
  const places =
    variable !== undefined
      ? agreementWords.articlesArePlaces
      : unit === 'span' || unit === 'characters'
        ? agreementWords.passagesArePlaces
        : agreementWords.unitsArePlaces({ unit });
  return coders ? [places] : [places, agreementWords.everyPair];
}

/** The places behind a cell, with what each coder did there. */
export function cellJob(input: CellInput, context: JobContext): { total: number; units: DisputedUnit[] } {
  return fromOneMoment(input.project, (db) => {
    const comparing = comparedPlaces(db, input.comparison, () => context.checkpoint());
    const known = new Set(categoriesOf(db, comparing).map(({ key }) => key));
    const shown = (key: string): string => (known.has(key) ? key : 'other');
    const chosen = comparing.places.filter(({ row, column }) => {
      const [a, b] = [shown(row), shown(column)];
      if (a === input.row && b === input.column) return true;
      return !input.comparison.coders && a === input.column && b === input.row;
    });
    const agreed = agreedCoder(db) ?? null;
    const units = chosen
      .slice(input.offset, input.offset + input.limit)
      .map((place) => unitOf(db, comparing, place, agreed));
    return { total: chosen.length, units };
  });
}

const longestQuote = 400;
const longestContext = 120;

function unitOf(db: Store['db'], comparing: Comparing, place: ComparedPlace, agreed: Coder | null): DisputedUnit {
  const { document, span } = place;
  const present = new Set(comparing.corpus.documents.get(document));
  const touching = span ? annotationsTouching(db, document, span.start, span.end) : [];
  const relevant = touching.filter(({ code }) => comparing.codes.has(code));
  const sideOf = (coder: Coder): Side => ({
    coder,
    codings: relevant
      .filter((coding) => coding.coder === coder.id)
      .map(({ id, code, start, end, memo }) => ({ annotation: id, code, start, end, memo })),
    answer: answerOf(db, comparing, document, coder.id),
  });
  const said = disagreementsOfDocument(db, document);
  const hasAgreed = agreed !== null && progressOf(db, document, agreed.id) !== undefined;
  return {
    document,
    documentName: findDocument(db, document)?.name ?? '',
    span: span && { start: utf16(span.start), end: utf16(span.end) },
    variable: comparing.variable?.id ?? null,
    ...quoted(span ? (documentText(db, document) ?? '') : '', span),
    codes: [...new Set(relevant.map(({ code }) => code))],
    sides: comparing.coders.filter(({ id }) => present.has(id)).map(sideOf),
    agreed: agreed && hasAgreed ? sideOf(agreed) : null,
    mark: comparing.variable
      ? (said.find(({ variable }) => variable === comparing.variable?.id) ?? null)
      : nearest(said, span),
  };
}

function quoted(text: string, span: ComparedPlace['span']): { quote: string; before: string; after: string } {
  if (!span) return { quote: '', before: '', after: '' };
  const { start, end } = span;
  const quote =
    end - start > longestQuote ? `${text.slice(start, start + longestQuote).toWellFormed()}…` : text.slice(start, end);
  return {
    quote,
    before: text.slice(Math.max(0, start - longestContext), start).toWellFormed(),
    after: text.slice(end, end + longestContext).toWellFormed(),
  };
}

/** What is said of an answer without a value, by its key. */
const states: Readonly<Record<string, string>> = {
  absent: agreementWords.absent,
  'not-applicable': agreementWords.notApplicable,
};

function answerOf(db: Store['db'], { variable }: Comparing, document: Id, coder: Id): Side['answer'] {
  const answer = variable && answerTo(db, { document, annotation: null, variable: variable.id }, coder);
  if (!answer) return null;
  const labels = new Map(variable.choices.map(({ value, label }) => [`value:${value}`, label]));
  const answers = [...answerKeys(answer)].map((key) => labels.get(key) ?? states[key] ?? key.replace(/^value:/u, ''));
  return { ...answer, words: agreementWords.answers({ answers }) };
}

/** The record about this passage: of exactly it, or else the one of which both hold at least half, the nearest first. */
function nearest(said: readonly Disagreement[], span: ComparedPlace['span']): Disagreement | null {
  let best: Disagreement | null = null;
  let most = 0.5;
  for (const record of said) {
    if (!span || !record.span) continue;
    const shared = Math.min(span.end, record.span.end) - Math.max(span.start, record.span.start);
    const all = Math.max(span.end, record.span.end) - Math.min(span.start, record.span.start);
    if (shared / all < most || (best && shared / all === most)) continue;
    best = record;
    most = shared / all;
  }
  return best;
}
