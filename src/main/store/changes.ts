import type { Database } from 'better-sqlite3';
import type { ChangedEvent } from '../../shared/api/events.ts';
import type { Id } from '../../shared/model/records.ts';
import { idFromBytes, idFromHex } from './ids.ts';
import { historyState, rowChanges, touchedTables } from './journal.ts';
import type { CommittedEntry, JournaledTable, RowChange } from './journal.ts';
import { findAnnotation } from './rows/annotation.ts';
import { findCode } from './rows/code.ts';
import { findCoder } from './rows/coder.ts';
import { findDocument } from './rows/document.ts';
import { readProject } from './rows/project.ts';
import type { Tallies } from './tallies.ts';

/** More row changes than this are not listed one by one: clients are told to ask again. */
const mostListed = 2000;

type Tables = ChangedEvent['tables'];

/** Makes the event that tells clients what a committed act changed, and keeps the tallies in step. */
export function describeChange(
  db: Database,
  entry: CommittedEntry,
  forward: boolean,
  seq: number,
  tallies: Tallies,
): ChangedEvent {
  const history = historyState(db);
  if (entry.changes > mostListed) {
    tallies.reset();
    const touched = touchedTables(db, entry.firstChange, entry.lastChange);
    return { seq, history, tally: { reset: true, codes: {}, documents: {} }, tables: resetTables(db, touched) };
  }
  const changes = rowChanges(db, entry.firstChange, entry.lastChange, mostListed);
  const tally = { reset: false, ...tallies.apply(changes, forward) };
  return { seq, history, tally, tables: listTables(db, changes) };
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
    ...(has('project') && { project: projectChange(db) }),
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
function now<R>(ids: readonly Id[], find: (id: Id) => R | undefined): { reset: boolean; changed: R[]; removed: Id[] } {
  const changed: R[] = [];
  const removed: Id[] = [];
  for (const id of ids) {
    const record = find(id);
    if (record === undefined) removed.push(id);
    else changed.push(record);
  }
  return { reset: false, changed, removed };
}

/** Documents whose answers changed; their list rows show facts, so the documents themselves count as changed too. */
function documentsOfAnswers(changes: readonly RowChange[]): Id[] {
  const ids = new Set<Id>();
  for (const change of changes) {
    if (change.record !== 'answer') continue;
    const image = JSON.parse(change.after ?? change.before ?? '{}') as { document: string }; // an image of `answer`
    ids.add(idFromHex(image.document));
  }
  return [...ids];
}

function listTables(db: Database, changes: readonly RowChange[]): Tables {
  const facts = documentsOfAnswers(changes);
  const codes = idsOf(changes, 'code');
  const coders = idsOf(changes, 'coder');
  const documents = [...new Set([...idsOf(changes, 'document'), ...facts])];
  const annotations = idsOf(changes, 'annotation');
  return {
    ...(codes.length > 0 && { code: now(codes, (id) => findCode(db, id)) }),
    ...(coders.length > 0 && { coder: now(coders, (id) => findCoder(db, id)) }),
    ...(documents.length > 0 && { document: now(documents, (id) => findDocument(db, id)) }),
    ...(annotations.length > 0 && { annotation: now(annotations, (id) => findAnnotation(db, id)) }),
    ...(facts.length > 0 && { fact: { reset: false, documents: facts } }),
    ...(idsOf(changes, 'project').length > 0 && { project: projectChange(db) }),
  };
}
