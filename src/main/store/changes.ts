import type { Database } from 'better-sqlite3';
import type { ChangedEvent, ChangedTables, ListedTable, TableChange } from '../../shared/api/events.ts';
import { tableNames, tableOf } from '../../shared/model/recordTables.ts';
import type { Id } from '../../shared/model/records.ts';
import type { DocumentIndex } from './documentIndex.ts';
import { findRecord } from './findRecord.ts';
import { idFromBytes, idFromHex } from './ids.ts';
import { rowChanges, touchedTables } from './journal.ts';
import type { CommittedEntry } from './journal.ts';
import type { JournaledTable, RowChange } from './rowChange.ts';
import type { Tallies } from './tallies.ts';

/** More row changes than this are not listed one by one: clients are told to ask again. */
const mostListed = 2000;

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
    return { seq, tally: { reset: true, codes: {}, documents: {} }, tables: resetTables(touched) };
  }
  const changes = rowChanges(db, entry.firstChange, entry.lastChange, mostListed);
  documents.apply(changes);
  const tally = { reset: false, ...tallies.apply(changes, forward) };
  return { seq, tally, tables: listTables(db, changes) };
}

/** Every table that is announced, with how. */
const announcements = tableNames.flatMap((table) => {
  const { announced } = tableOf(table);
  return announced ? [{ table, ...announced }] : [];
});

const askAgain = { reset: true, changed: [], removed: [] };

/** Takes what was gathered by name for the tables of an event. */
function asTables(named: Readonly<Record<string, unknown>>): ChangedTables {
  return named; // names and contents are those of `announcements`, which the type is made of
}

function resetTables(touched: readonly JournaledTable[]): ChangedTables {
  const tables: Record<string, unknown> = {};
  for (const { table, as, how } of announcements)
    if (touched.some((name) => name === table)) tables[as] = how === 'records' ? askAgain : { reset: true };
  if (touched.includes('answer') || touched.includes('variable')) tables['fact'] = { reset: true, documents: [] };
  return asTables(tables);
}

/** The keys of the records that were touched, by table, in the order of the changes. */
function touchedIds(changes: readonly RowChange[]): Map<string, Set<Id>> {
  const ids = new Map<string, Set<Id>>();
  for (const { record, pk } of changes) {
    const known = ids.get(record);
    if (known) known.add(idFromBytes(pk));
    else ids.set(record, new Set([idFromBytes(pk)]));
  }
  return ids;
}

/** Reads each touched record as it is now: there, or gone. */
function currentRecords(db: Database, table: ListedTable, ids: Iterable<Id>): TableChange<unknown> {
  const changed: unknown[] = [];
  const removed: Id[] = [];
  for (const id of ids) {
    const record = findRecord(db, table, id);
    if (record === undefined) removed.push(id);
    else changed.push(record);
  }
  return { reset: false, changed, removed };
}

/** The documents whose facts changed, and the answers of coders that did. */
function splitAnswers(changes: readonly RowChange[]): { facts: Set<Id>; answers: Set<Id> } {
  const facts = new Set<Id>();
  const answers = new Set<Id>();
  for (const change of changes) {
    if (change.record !== 'answer') continue;
    // An image of `answer`:
    const image = JSON.parse(change.after ?? change.before ?? '{}') as { document: string; coder: string | null };
    if (image.coder === null) facts.add(idFromHex(image.document));
    else answers.add(idFromBytes(change.pk));
  }
  return { facts, answers };
}

/** Whether a change gave a document another text. */
function hasOtherText({ record, before, after }: RowChange): boolean {
  if (record !== 'document' || before === null || after === null) return false;
  const text = (image: string): number => (JSON.parse(image) as { text: number }).text; // an image of `document`
  return text(before) !== text(after);
}

function listTables(db: Database, changes: readonly RowChange[]): ChangedTables {
  const touched = touchedIds(changes);
  const { facts, answers } = splitAnswers(changes);
  touched.set('answer', answers);
  // Their list rows show facts, so the documents of these count as changed, too.
  if (facts.size > 0) touched.set('document', new Set([...(touched.get('document') ?? []), ...facts]));
  const tables: Record<string, unknown> = {};
  for (const { table, as, how } of announcements) {
    const ids = touched.get(table);
    if (!ids || ids.size === 0) continue;
    tables[as] = how === 'again' ? { reset: true } : currentRecords(db, table as ListedTable, ids);
  }
  if (facts.size > 0) tables['fact'] = { reset: false, documents: [...facts] };
  // A document with another text has to be opened anew: its records alone would not do.
  if (changes.some(hasOtherText)) tables['document'] = askAgain;
  return asTables(tables);
}
