import { agreementWords } from '#words/core/agreement.ts';
import type { Category, Comparison } from '../../../shared/api/reliability.ts';
import { writeValue } from '../../../shared/model/answers.ts';
import type { Given } from '../../../shared/model/answers.ts';
import type { Coder, Id } from '../../../shared/model/records.ts';
import type { Variable } from '../../../shared/model/variables.ts';
import { pairPassages, pairSets } from '../../../shared/stats/report/pairing.ts';
import type { Store } from '../../store/database.ts';
import { passagesOf, textOfDocument } from '../../store/agreementQueries.ts';
import type { Passage } from '../../store/agreementQueries.ts';
import { listEntities } from '../../store/rows/entity.ts';
import { findVariable } from '../../store/rows/variable.ts';
import { countedAnswers } from './countedAnswers.ts';
import { chosenCodes, readCorpus } from './readCorpus.ts';
import type { Corpus } from './readCorpus.ts';
import { unitsOf } from './units.ts';

/** A place where coders are compared. `row` and `column` are keys of categories; `span` null: an article variable. */
export type ComparedPlace = { document: Id; span: { start: number; end: number } | null; row: string; column: string };

/** What is compared and all places of it, in the order of articles and texts. */
export type Comparing = {
  corpus: Corpus;
  basis: string;
  coders: Coder[];
  variable: Variable | null;
  codes: ReadonlyMap<Id, string>;
  places: ComparedPlace[];
};

/** Pairs of coders of an article; with two coders asked for, that pair in that order. */
function pairsIn(coders: readonly Id[], asked: Comparison['coders']): [Id, Id][] {
  if (asked) return coders.includes(asked[0]) && coders.includes(asked[1]) ? [asked] : [];
  return coders.flatMap((first, place) => coders.slice(place + 1).map((second): [Id, Id] => [first, second]));
}

/** Finds every place. Equal places of several pairs of coders with equal codes count once. `onDocument` may throw. */
export function comparedPlaces(db: Store['db'], asked: Comparison, onDocument: () => void): Comparing {
  const { corpus, basis } = readCorpus(db, asked);
  const variable = asked.variable === undefined ? undefined : findVariable(db, asked.variable);
  const codes = chosenCodes(db, asked.codes);
  const read = variable
    ? ofAnswers(db, variable)
    : asked.unit === 'span' || asked.unit === 'characters'
      ? ofPassages(db, codes)
      : ofUnits(db, codes, asked.unit);
  const known = new Map(corpus.coders.map((coder) => [coder.id, coder]));
  const coders = asked.coders ? asked.coders.flatMap((id) => known.get(id) ?? []) : [...corpus.coders];
  const places: ComparedPlace[] = [];
  for (const [document, present] of corpus.documents) {
    onDocument();
    const found = new Map<string, ComparedPlace>();
    for (const pair of pairsIn(present, asked.coders)) {
      for (const { start, end, first, second } of read(document, pair)) {
        const span = variable ? null : { start, end };
        const [row, column] = asked.coders || (first ?? '') <= (second ?? '') ? [first, second] : [second, first];
        const place = { document, span, row: row ?? 'nothing', column: column ?? 'nothing' };
        found.set(`${start} ${end} ${place.row} ${place.column}`, place);
      }
    }
    places.push(...[...found.values()].sort(byPlace));
  }
  return { corpus, basis, coders, variable: variable ?? null, codes, places };
}

function byPlace({ span: a }: ComparedPlace, { span: b }: ComparedPlace): number {
  return a && b ? a.start - b.start || a.end - b.end : 0;
}

type Pairing = { start: number; end: number; first: string | null; second: string | null };
type Reader = (document: Id, pair: readonly [Id, Id]) => Pairing[];

/** Keeps what was read last: pairs of coders of one document follow each other. */
function remembering<T>(read: (document: Id) => T): (document: Id) => T {
  let last: { document: Id; value: T } | undefined;
  return (document) => {
    if (last?.document !== document) last = { document, value: read(document) };
    return last.value;
  };
}

function passagesBy(db: Store['db'], codes: ReadonlyMap<Id, string>): (document: Id) => Map<Id, Passage[]> {
  return remembering((document) => {
    const chosen = passagesOf(db, document).filter(({ code }) => codes.has(code));
    const byCoder = new Map<Id, Passage[]>();
    for (const passage of chosen) {
      const own = byCoder.get(passage.coder);
      if (own) own.push(passage);
      else byCoder.set(passage.coder, [passage]);
    }
    return byCoder;
  });
}

function ofPassages(db: Store['db'], codes: ReadonlyMap<Id, string>): Reader {
  const read = passagesBy(db, codes);
  return (document, [first, second]) => {
    const passages = read(document);
    return pairPassages(passages.get(first) ?? [], passages.get(second) ?? []);
  };
}

function ofUnits(db: Store['db'], codes: ReadonlyMap<Id, string>, unit: 'document' | 'paragraph' | 'sentence'): Reader {
  const read = passagesBy(db, codes);
  const cut = remembering((document) => {
    const { content, language } = textOfDocument(db, document);
    return unitsOf(content, language, unit);
  });
  return (document, [first, second]) => {
    const passages = read(document);
    const within = (coder: Id, start: number, end: number): Set<Id> =>
      new Set((passages.get(coder) ?? []).flatMap((one) => (one.start < end && one.end > start ? [one.code] : [])));
    return cut(document).flatMap(({ start, end }) =>
      pairSets(within(first, start, end), within(second, start, end)).map((pair) => ({ start, end, ...pair })),
    );
  };
}

/** The keys of an answer: its state, its value, or each of several values. */
export function answerKeys(given: Given | undefined): ReadonlySet<string> {
  if (!given) return new Set();
  if (given.state !== 'given' || given.value === null) return new Set([given.state]);
  return new Set(
    Array.isArray(given.value) ? given.value.map((one) => `value:${one}`) : [`value:${writeValue(given.value)}`],
  );
}

function ofAnswers(db: Store['db'], variable: Variable): Reader {
  const answerOf = countedAnswers(db, variable);
  return (document, [first, second]) =>
    pairSets(answerKeys(answerOf(document, first)), answerKeys(answerOf(document, second))).map((pair) => ({
      start: 0,
      end: 0,
      ...pair,
    }));
}

/** More categories than this are shown as one: the rarest ones are “other”. */
const mostCategories = 200;

/** The rows and columns: codes or values in their order, then what stands for no value, `nothing` last. */
export function categoriesOf(db: Store['db'], { variable, codes, places }: Comparing): Category[] {
  const counts = new Map<string, number>();
  for (const { row, column } of places) {
    counts.set(row, (counts.get(row) ?? 0) + 1);
    if (column !== row) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const own = variable ? valueCategories(db, variable, counts) : codeCategories(codes, counts);
  const kept = new Set(
    [...own].sort((a, b) => (counts.get(b.key) ?? 0) - (counts.get(a.key) ?? 0)).slice(0, mostCategories),
  );
  const shown = own.filter((category) => kept.has(category));
  const states: Category[] = [
    { key: 'absent', label: agreementWords.absent, kind: 'absent' },
    { key: 'not-applicable', label: agreementWords.notApplicable, kind: 'not-applicable' },
  ];
  return [
    ...shown,
    ...(shown.length < own.length ? [{ key: 'other', label: agreementWords.otherValues, kind: 'other' } as const] : []),
    ...(variable ? states.filter(({ key }) => counts.has(key)) : []),
    { key: 'nothing', label: variable ? agreementWords.noAnswer : agreementWords.noCode, kind: 'nothing' },
  ];
}

function codeCategories(codes: ReadonlyMap<Id, string>, counts: ReadonlyMap<string, number>): Category[] {
  return [...codes].flatMap(([key, label]) => (counts.has(key) ? [{ key, label, kind: 'code' as const }] : []));
}

/** Declared values all have their row; of other levels, the values that occur, numbers by size and text by its letters. */
function valueCategories(db: Store['db'], variable: Variable, counts: ReadonlyMap<string, number>): Category[] {
  const declared = variable.choices.map(({ value, label }) => ({ key: `value:${value}`, label: `${value} ${label}` }));
  const known = new Set(declared.map(({ key }) => key));
  const names = new Map(variable.level === 'entity' ? listEntities(db).map(({ id, name }) => [id, name]) : []);
  const others = [...counts.keys()]
    .filter((key) => key.startsWith('value:') && !known.has(key))
    .map((key) => ({ key, value: key.slice('value:'.length) }))
    .sort((a, b) => Number(a.value) - Number(b.value) || (a.value < b.value ? -1 : 1))
    .map(({ key, value }) => ({ key, label: names.get(value) ?? value }));
  return [...declared, ...others].map((category) => ({ ...category, kind: 'value' }));
}
