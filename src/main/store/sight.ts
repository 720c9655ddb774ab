import type { Database } from 'better-sqlite3';
import type { ChangedEvent, HistoryState } from '../../shared/api/events.ts';
import type { HistoryEntry } from '../../shared/api/history.ts';
import { tableOf, tablesWhere } from '../../shared/model/recordTables.ts';
import type { TablesWith, recordTables } from '../../shared/model/recordTables.ts';
import type { Coder, Id } from '../../shared/model/records.ts';
import { historyState } from './journal.ts';
import type { Reach } from './journal.ts';
import { agreedCoder, hasSeenAgreedWork } from './rows/coder.ts';
import { countEntries, countEntriesFor, lastEntry, listEntries, listEntriesFor } from './rows/entry.ts';
import { countHidden, hasBlindDocuments, isBlindDocument } from './rows/blind.ts';

type Counts = { readonly codes: ReadonlyMap<Id, number>; readonly documents: ReadonlyMap<Id, number> };
type HiddenCounts = Counts & { readonly agreed: Counts };
type Viewer = Pick<Coder, 'id' | 'name'> | null;

const nothing: Counts = { codes: new Map(), documents: new Map() };
const none: HiddenCounts = { ...nothing, agreed: nothing };

/**
 * What a coder may see: in a document that a blind round gives them, only their own work. The core asks here before it
 * answers or announces anything, so that no window has to hide what it should not know.
 */
export type Sight = {
  /** Whether a blind round gives the coder any document. */
  isBlind(viewer: Viewer): boolean;
  isBlindIn(viewer: Viewer, document: Id): boolean;
  /** Numbers of codings that are hidden from the coder: of people, and of the agreed version. */
  hidden(viewer: Viewer): HiddenCounts;
  /** Whether there is anything of the agreed version that the coder may see. */
  seesAgreed(viewer: Viewer): boolean;
  /** A window of the log, newest first. For who is blind, acts that are the work of others are not in it. */
  log(viewer: Viewer, offset: number, limit: number): { total: number; entries: HistoryEntry[] };
  /** Which acts undo and redo reach: who is blind takes back only their own. */
  reach(viewer: Viewer): Reach;
  /** What undo and redo would do now. */
  history(viewer: Viewer): HistoryState;
  /** A change, without what it says of the work of others, and what undo and redo would do after it. */
  change(viewer: Viewer, event: Omit<ChangedEvent, 'history'>): ChangedEvent;
};

/** Kinds that not everybody sees in every document, by the names under which they are announced. */
const guarded = tablesWhere(({ sight }) => sight !== 'all').flatMap((table) => {
  const { announced, sight } = tableOf(table);
  return announced?.how === 'records' ? [{ as: announced.as as GuardedName, isOwn: sight === 'own' }] : []; // just those
});

type GuardedName = (typeof recordTables)[TablesWith<{ sight: 'own' | 'none' }>]['announced']['as'];

/** What is asked of a record to know who sees it; those that no coder sees for having made them may lack the coder. */
type GuardedRecord = { document: Id; coder?: Id };

const askAgain = { reset: true, changed: [], removed: [] };

/** The event of a change in rounds for someone who sees more or less since then: they ask again for all codings. */
function withNewSight(event: ChangedEvent): ChangedEvent {
  const again = Object.fromEntries(guarded.map(({ as }) => [as, askAgain]));
  return { ...event, tally: { reset: true, codes: {}, documents: {} }, tables: { ...event.tables, ...again } };
}

/**
 * The coders of an event. That the agreed version was begun in documents that are hidden is not told: it is announced with
 * each of its records that is seen.
 */
function withSeenCoders(
  db: Database,
  { coder, ...tables }: ChangedEvent['tables'],
  seen: readonly { coder?: Id }[],
): ChangedEvent['tables'] {
  const agreed = agreedCoder(db);
  const isSeen = agreed !== undefined && seen.some((record) => record.coder === agreed.id);
  const people = coder?.changed.filter(({ kind }) => kind === 'person') ?? [];
  const changed = isSeen ? [...people, agreed] : people;
  if (changed.length === 0 && !coder) return tables;
  return { ...tables, coder: { reset: false, removed: [], ...coder, changed } };
}

function less(counts: Readonly<Record<Id, number>>, hidden: ReadonlyMap<Id, number>): Record<Id, number> {
  return Object.fromEntries(Object.entries(counts).map(([id, count]) => [id, count - (hidden.get(id) ?? 0)]));
}

/** An event without what it says of the work of others in documents that the viewer has blind. */
function narrowed(db: Database, viewer: NonNullable<Viewer>, event: ChangedEvent, hidden: Counts): ChangedEvent {
  const { tables } = event;
  const seen: GuardedRecord[] = [];
  const left: Record<string, object> = {};
  for (const { as, isOwn } of guarded) {
    const change = tables[as];
    if (!change) continue;
    const records: readonly GuardedRecord[] = change.changed;
    const changed = records.filter(
      ({ coder, document }) => (isOwn && coder === viewer.id) || !isBlindDocument(db, viewer.id, document),
    );
    seen.push(...changed);
    left[as] = { ...change, changed };
  }
  return {
    ...event,
    tally: {
      reset: event.tally.reset,
      codes: less(event.tally.codes, hidden.codes),
      documents: less(event.tally.documents, hidden.documents),
    },
    tables: {
      ...withSeenCoders(db, tables, seen),
      ...left,
    },
  };
}

export function createSight(db: Database): Sight {
  let known: { coder: Id; isBlind: boolean; hidden: HiddenCounts | null } | null = null;
  let counted: { coder: string; last: number; total: number } | null = null;
  const about = (coder: Id): NonNullable<typeof known> => {
    if (known?.coder !== coder) known = { coder, isBlind: hasBlindDocuments(db, coder), hidden: null };
    return known;
  };
  const sight: Sight = {
    isBlind: (viewer) => viewer !== null && about(viewer.id).isBlind,
    isBlindIn: (viewer, document) =>
      viewer !== null && sight.isBlind(viewer) && isBlindDocument(db, viewer.id, document),
    hidden(viewer) {
      if (!viewer || !sight.isBlind(viewer)) return none;
      const held = about(viewer.id);
      return (held.hidden ??= countHidden(db, viewer.id));
    },
    seesAgreed: (viewer) => viewer === null || !sight.isBlind(viewer) || hasSeenAgreedWork(db, viewer.id),
    log(viewer, offset, limit) {
      if (!viewer || !sight.isBlind(viewer))
        return { total: countEntries(db), entries: listEntries(db, offset, limit) };
      if (counted?.coder !== viewer.name) counted = { coder: viewer.name, last: 0, total: 0 };
      // Entries stay for good: only the new ones have to be counted.
      const last = lastEntry(db);
      counted.total += countEntriesFor(db, viewer.name, counted.last, last);
      counted.last = last;
      return { total: counted.total, entries: listEntriesFor(db, viewer.name, counted.total, offset, limit) };
    },
    reach: (viewer) => (sight.isBlind(viewer) ? 'alone' : 'own'),
    history: (viewer) => historyState(db, viewer?.name ?? null, sight.reach(viewer)),
    change(viewer, change) {
      const { tables } = change;
      // The change is in force already: who was not asked about before may have been blind.
      const wasBlind = known !== null && known.coder === viewer?.id ? known.isBlind : true;
      const hasOtherRounds = tables.round !== undefined || tables.assignment !== undefined;
      if (hasOtherRounds || change.tally.reset) known = null;
      const isBlind = sight.isBlind(viewer);
      const event = { ...change, history: sight.history(viewer) };
      if (!viewer || (!isBlind && !(wasBlind && hasOtherRounds))) return event;
      const { annotation } = tables;
      // Who had made a coding that is gone is not known any more.
      if (annotation?.changed.some(({ coder }) => coder !== viewer.id) || (annotation?.removed.length ?? 0) > 0)
        about(viewer.id).hidden = null;
      if (hasOtherRounds) return withNewSight(event);
      return narrowed(db, viewer, event, sight.hidden(viewer));
    },
  };
  return sight;
}
