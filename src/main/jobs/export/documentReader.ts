import { AppError } from '../../../shared/errors.ts';
import { readFactValue } from '../../../shared/model/answers.ts';
import type { TableFilters } from '../../../shared/model/dataTable.ts';
import type { Coder, Id } from '../../../shared/model/records.ts';
import type { AnswerValue, Variable, WorkStatus } from '../../../shared/model/variables.ts';
import { offsetConverter } from '../../../shared/text/offsets.ts';
import { said } from '../../../shared/words/message.ts';
import type { DocumentFacts } from '../../formats/tables/plan/columnGroup.ts';
import type { CodingRecord, DocumentWork, TextOfDocument } from '../../formats/tables/plan/documentWork.ts';
import { factFilter } from '../../formats/tables/plan/factFilter.ts';
import type { Store } from '../../store/database.ts';
import * as queries from '../../store/exportQueries.ts';
import { answersOfDocument } from '../../store/rows/answer.ts';
import { textContent } from '../../store/rows/content.ts';
import { factTexts } from '../../store/rows/fact.ts';
import { progressOfDocument } from '../../store/rows/progress.ts';
import { assignmentsOfDocument } from '../../store/rows/round.ts';

/** What tables take from documents. */
export type ReaderChoice = {
  filters: TableFilters;
  /** The codes that the filters let through; null: all. */
  codes: ReadonlySet<Id> | null;
  /** Whose work is let through, in the project's order; `named`: they were asked for one by one. */
  coders: readonly Coder[];
  named: boolean;
  variables: readonly Variable[];
  /** Whether facts, and answers, are among the columns. */
  facts: boolean;
  answers: boolean;
};

/** Reads the documents that the filters let through, one at a time. Null: this one is left out. */
export type DocumentReader = (head: queries.DocumentHead) => DocumentWork | null;

/** Reads what is the same in all rows of a document. Null: the filters leave the document out for what it is. */
export function openHeadReader(
  db: Store['db'],
  { filters, ...choice }: ReaderChoice,
): (head: queries.DocumentHead) => DocumentFacts | null {
  const documents = filters.documents && new Set(filters.documents);
  const asksForFacts = choice.facts || choice.answers || filters.where.length > 0;
  const needsFacts = asksForFacts && choice.variables.some(({ scope }) => scope === 'fact');
  const levels = new Map(choice.variables.map(({ id, level }) => [id, level]));
  const fits = factFilter(filters.where, (variable) => levels.get(variable));
  return (head) => {
    if (documents && !documents.has(head.id)) return null;
    const facts = needsFacts ? factTexts(db, head.id) : new Map<Id, string>();
    return fits(facts) ? { label: queries.documentLabel(head), id: head.id, facts } : null;
  };
}

export function openDocumentReader(db: Store['db'], choice: ReaderChoice): DocumentReader {
  const kinds = queries.kindsOfWork(db);
  const readHead = openHeadReader(db, choice);
  return (head) => {
    const document = readHead(head);
    if (document === null) return null;
    const codings = queries.codingsOfDocument(db, head.id);
    const answers = kinds.answers ? answersOfDocument(db, head.id) : [];
    const progress = kinds.progress ? progressOfDocument(db, head.id) : [];
    const assigned = kinds.assignments ? assignmentsOfDocument(db, head.id) : [];
    const statuses = new Map<Id, WorkStatus>(progress.map(({ coder, status }) => [coder, status]));
    const begun = new Set([...codings, ...answers, ...progress].map(({ coder }) => coder));
    const coders = chooseCoders(choice, { begun, statuses, assigned });
    if (coders === null) return null;
    const shown = new Set(coders);
    const isAll = [...begun].every((coder) => shown.has(coder));
    return {
      ...document,
      characters: head.characters,
      language: head.language,
      codings: chooseAnnotations(codings, choice.codes, isAll ? null : shown),
      answers: isAll ? answers : answers.filter(({ coder }) => shown.has(coder)),
      coders,
      begun: new Set(coders.filter((coder) => begun.has(coder))),
      statuses,
      factValues: choice.answers ? readFacts(document.facts, choice.variables) : new Map(),
      text: textReader(db, head),
    };
  };
}

type Presence = {
  begun: ReadonlySet<Id>;
  statuses: ReadonlyMap<Id, WorkStatus>;
  assigned: readonly { round: Id; coder: Id }[];
};

/**
 * The coders whose work in a document the filters let through; null: the document itself is left out, because a status
 * or a round is asked for that nobody has there.
 */
function chooseCoders({ filters, coders, named }: ReaderChoice, { begun, statuses, assigned }: Presence): Id[] | null {
  const isRound = filters.rounds.length > 0;
  const inRound = new Set(assigned.filter(({ round }) => filters.rounds.includes(round)).map(({ coder }) => coder));
  const given = new Set(assigned.map(({ coder }) => coder));
  const asksToDo = filters.statuses.includes('to-do');
  const chosen = coders
    .map(({ id }) => id)
    .filter((id) => {
      if (isRound && !inRound.has(id)) return false;
      const isThere = begun.has(id) || given.has(id) || (named && asksToDo);
      return isThere && (filters.statuses.length === 0 || filters.statuses.includes(statuses.get(id) ?? 'to-do'));
    });
  const asksForWork = filters.statuses.length > 0 || isRound;
  if (chosen.length > 0 || !asksForWork) return chosen;
  const isUntouched = !isRound && !named && begun.size === 0 && given.size === 0;
  return asksToDo && isUntouched ? [] : null;
}

function chooseAnnotations(
  codings: readonly CodingRecord[],
  codes: ReadonlySet<Id> | null,
  coders: ReadonlySet<Id> | null,
): readonly CodingRecord[] {
  if (codes === null && coders === null) return codings;
  return codings.filter(({ code, coder }) => (coders?.has(coder) ?? true) && (codes?.has(code) ?? true));
}

function readFacts(facts: ReadonlyMap<Id, string>, variables: readonly Variable[]): Map<Id, AnswerValue> {
  const values = new Map<Id, AnswerValue>();
  for (const { id, level } of variables) {
    const text = facts.get(id);
    if (text !== undefined) values.set(id, readFactValue(level, text));
  }
  return values;
}

/** Reads the text at the first question. */
function textReader(db: Store['db'], head: queries.DocumentHead): () => TextOfDocument {
  let text: TextOfDocument | null = null;
  return () => {
    if (text) return text;
    const content = textContent(db, head.text);
    text = { content, converter: offsetConverter(content) };
    return text;
  };
}

/** Throws AppError `file-damaged` where a coding lies outside its text. */
export function assertInside(work: DocumentWork, name: string): void {
  if (work.codings.length === 0) return;
  const { length } = work.text().content;
  if (work.codings.some(({ end }) => end > length)) throw outsideText(name);
}

export function outsideText(name: string): AppError {
  return new AppError('file-damaged', said('exporting.outsideText', { document: name }));
}
