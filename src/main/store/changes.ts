import type { Database } from 'better-sqlite3';
import type { ChangedEvent } from '../../shared/api/events.ts';
import type { Id } from '../../shared/model/records.ts';
import type { DocumentIndex } from './documentIndex.ts';
import { idFromBytes, idFromHex } from './ids.ts';
import { rowChanges, touchedTables } from './journal.ts';
import type { CommittedEntry } from './journal.ts';
import type { JournaledTable, RowChange } from './rowChange.ts';
import { findAnnotation } from './rows/annotation.ts';
import { findAnswer } from './rows/answer.ts';
import { findCode } from './rows/code.ts';
import { findCoder } from './rows/coder.ts';
import { findDisagreement } from './rows/disagreement.ts';
import { findDocument } from './rows/document.ts';
import { findEntity } from './rows/entity.ts';
import { findExample } from './rows/example.ts';
import { findExclusiveSet } from './rows/exclusiveSet.ts';
import { findLink } from './rows/link.ts';
import { findProgress } from './rows/progress.ts';
import { readProject } from './rows/project.ts';
import { findVariable } from './rows/variable.ts';
import type { Tallies } from './tallies.ts';

/** More row changes than this are not listed one by one: clients are told to ask again. */
const mostListed = 2000;

type Tables = ChangedEvent['tables'];

/** What is kept of a project besides its file, and follows its changes. */
export type DerivedState = { readonly tallies: Tallies; readonly documents: DocumentIndex };

/** Makes the event that tells clients what a committed act changed, and keeps tallies and document index in step. */
export function describeChange(
  db: Database,
  entry: CommittedEntry,
  forward: boolean,
  seq: number,
  { tallies, documents }: DerivedState,
): Omit<ChangedEvent, 'history'> {
  if (entry.changes > mostListed) {
    tallies.reset();
    const touched = touchedTables(db, entry.firstChange, entry.lastChange);
    documents.reset(touched);
    return { seq, tally: { reset: true, codes: {}, documents: {} }, tables: resetTables(db, touched) };
  }
  const changes = rowChanges(db, entry.firstChange, entry.lastChange, mostListed);
  documents.apply(changes);
  const tally = { reset: false, ...tallies.apply(changes, forward) };
  return { seq, tally, tables: listTables(db, changes) };
}

function resetTables(db: Database, touched: readonly JournaledTable[]): Tables {
  const reset = { reset: true, changed: [], removed: [] };
  const has = (table: JournaledTable): boolean => touched.includes(table);
  return {
    ...(has('code') && { code: reset }),
    ...(has('coder') && { coder: reset }),
    ...(has('document') && { document: reset }),
    ...(has('annotation') && { annotation: reset }),
    ...((has('answer') || has('variable')) && { fact: { reset: true, documents: [] } }),
    ...(has('variable') && { variable: reset }),
    ...(has('answer') && { answer: reset }),
    ...(has('entity') && { entity: reset }),
    ...(has('progress') && { progress: reset }),
    ...(has('project') && { project: projectChange(db) }),
    ...(has('example') && { example: reset }),
    ...(has('exclusive_set') && { exclusiveSet: reset }),
    ...(has('codebook_version') && { version: { reset: true } }),
    ...(has('link') && { link: reset }),
    ...(has('round') && { round: { reset: true } }),
    ...(has('assignment') && { assignment: { reset: true } }),
    ...(has('recipe') && { recipe: { reset: true } }),
    ...(has('disagreement') && { disagreement: reset }),
  };
}

function projectChange(db: Database): { name: string } {
  return { name: readProject(db)?.name ?? '' };
}

function idsOf(changes: readonly RowChange[], table: JournaledTable): Id[] {
  const ids = new Set<Id>();
  for (const change of changes) if (change.record === table) ids.add(idFromBytes(change.pk));
  return [...ids];
}

/** Reads each touched record as it is now: there, or gone. */
function currentRecords<R>(
  ids: readonly Id[],
  find: (id: Id) => R | undefined,
): { reset: boolean; changed: R[]; removed: Id[] } {
  const changed: R[] = [];
  const removed: Id[] = [];
  for (const id of ids) {
    const record = find(id);
    if (record === undefined) removed.push(id);
    else changed.push(record);
  }
  return { reset: false, changed, removed };
}

/**
 * The answers of coders that changed, and the documents whose facts changed; their list rows show facts, so these documents
 * themselves count as changed too.
 */
function splitAnswers(changes: readonly RowChange[]): { facts: Id[]; answers: Id[] } {
  const facts = new Set<Id>();
  const answers = new Set<Id>();
  for (const change of changes) {
    if (change.record !== 'answer') continue;
    // An image of `answer`:
    const image = JSON.parse(change.after ?? change.before ?? '{}') as { document: string; coder: string | null };
    if (image.coder === null) facts.add(idFromHex(image.document));
    else answers.add(idFromBytes(change.pk));
  }
  return { facts: [...facts], answers: [...answers] };
}

/** Whether a change gave a document another text. */
function hasOtherText({ record, before, after }: RowChange): boolean {
  if (record !== 'document' || before === null || after === null) return false;
  const text = (image: string): number => (JSON.parse(image) as { text: number }).text; // an image of `document`
  return text(before) !== text(after);
}

function listTables(db: Database, changes: readonly RowChange[]): Tables {
  const { facts, answers } = splitAnswers(changes);
  const codes = idsOf(changes, 'code');
  const coders = idsOf(changes, 'coder');
  const documents = [...new Set([...idsOf(changes, 'document'), ...facts])];
  const annotations = idsOf(changes, 'annotation');
  const examples = idsOf(changes, 'example');
  const sets = idsOf(changes, 'exclusive_set');
  const variables = idsOf(changes, 'variable');
  const entities = idsOf(changes, 'entity');
  const progress = idsOf(changes, 'progress');
  const links = idsOf(changes, 'link');
  const disagreements = idsOf(changes, 'disagreement');
  return {
    ...(codes.length > 0 && { code: currentRecords(codes, (id) => findCode(db, id)) }),
    ...(coders.length > 0 && { coder: currentRecords(coders, (id) => findCoder(db, id)) }),
    ...(documents.length > 0 && { document: currentRecords(documents, (id) => findDocument(db, id)) }),
    ...(annotations.length > 0 && { annotation: currentRecords(annotations, (id) => findAnnotation(db, id)) }),
    ...(variables.length > 0 && { variable: currentRecords(variables, (id) => findVariable(db, id)) }),
    ...(answers.length > 0 && { answer: currentRecords(answers, (id) => findAnswer(db, id)) }),
    ...(entities.length > 0 && { entity: currentRecords(entities, (id) => findEntity(db, id)) }),
    ...(progress.length > 0 && { progress: currentRecords(progress, (id) => findProgress(db, id)) }),
    ...(facts.length > 0 && { fact: { reset: false, documents: facts } }),
    ...(idsOf(changes, 'project').length > 0 && { project: projectChange(db) }),
    ...(examples.length > 0 && { example: currentRecords(examples, (id) => findExample(db, id)) }),
    ...(sets.length > 0 && { exclusiveSet: currentRecords(sets, (id) => findExclusiveSet(db, id)) }),
    ...(idsOf(changes, 'codebook_version').length > 0 && { version: { reset: true } }),
    ...(links.length > 0 && { link: currentRecords(links, (id) => findLink(db, id)) }),
    ...(idsOf(changes, 'round').length > 0 && { round: { reset: true } }),
    ...(idsOf(changes, 'assignment').length > 0 && { assignment: { reset: true } }),
    ...(idsOf(changes, 'recipe').length > 0 && { recipe: { reset: true } }),
    ...(disagreements.length > 0 && { disagreement: currentRecords(disagreements, (id) => findDisagreement(db, id)) }),
    // A document with another text has to be opened anew: its records alone would not do.
    ...(changes.some(hasOtherText) && { document: { reset: true, changed: [], removed: [] } }),
  };
}
