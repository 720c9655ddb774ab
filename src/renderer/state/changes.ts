import type { ChangedEvent } from '../../shared/api/events.ts';
import type { Id } from '../../shared/model/records.ts';
import { noChange } from './records.ts';
import type { AnnotationChange, Mirror, OpenDocument } from './records.ts';

/** Tables of the codebook and of the work on it, held whole. */
export const wholeTables = ['variables', 'entities', 'examples', 'exclusiveSets', 'versions', 'rounds'] as const;
export type WholeTable = (typeof wholeTables)[number];

/** What must be asked for again because an event does not carry it. */
export type Refetch = {
  everything: boolean;
  codes: boolean;
  coders: boolean;
  document: boolean;
  facts: boolean;
  tables: readonly WholeTable[];
};

/** What a document list has to do about an event. */
export type ListChange = { invalid: boolean; counts: Readonly<Record<Id, number>> };

export type Outcome = {
  mirror: Mirror;
  annotations: AnnotationChange;
  refetch: Refetch;
  documents: ListChange;
  /** The open document is no more. */
  closed: boolean;
};

type RecordChange<R> = { reset: boolean; changed: readonly R[]; removed: readonly Id[] };

/** `map` with the changed records in and the removed ones out; the same object when nothing changed. */
function patched<R extends { id: Id }>(
  map: ReadonlyMap<Id, R>,
  change: RecordChange<R> | undefined,
): ReadonlyMap<Id, R> {
  if (!change || change.reset || (change.changed.length === 0 && change.removed.length === 0)) return map;
  const next = new Map(map);
  for (const id of change.removed) next.delete(id);
  for (const record of change.changed) next.set(record.id, record);
  return next;
}

/** As `patched`, for records of documents: those of other documents than the open one stay out. */
function patchedOf<R extends { id: Id; document: Id }>(
  document: Id,
  map: ReadonlyMap<Id, R>,
  change: RecordChange<R> | undefined,
): ReadonlyMap<Id, R> {
  if (!change) return map;
  return patched(map, {
    ...change,
    changed: change.changed.filter((record) => record.document === document),
    removed: change.removed.filter((id) => map.has(id)),
  });
}

function nextProgress(open: OpenDocument, change: ChangedEvent['tables']['progress']): OpenDocument['progress'] {
  const before = new Map(open.progress.map((row) => [row.id, row]));
  const after = patchedOf(open.document.id, before, change);
  return after === before ? open.progress : [...after.values()];
}

/** The part of an annotation change that concerns the open document. */
function annotationsOf(open: OpenDocument, change: ChangedEvent['tables']['annotation']): AnnotationChange {
  if (!change || change.reset) return noChange;
  const upsert = change.changed.filter((annotation) => annotation.document === open.document.id);
  const remove = change.removed.filter((id) => open.annotations.has(id));
  return upsert.length === 0 && remove.length === 0 ? noChange : { upsert, remove };
}

function nextOpen(open: OpenDocument, event: ChangedEvent, annotations: AnnotationChange): OpenDocument | null {
  const documents = event.tables.document;
  if (documents?.removed.includes(open.document.id)) return null;
  const document = documents?.changed.find((candidate) => candidate.id === open.document.id);
  const answers = patchedOf(open.document.id, open.answers, event.tables.answer);
  const progress = nextProgress(open, event.tables.progress);
  const links = patchedOf(open.document.id, open.links, event.tables.link);
  const isSame = answers === open.answers && progress === open.progress && links === open.links;
  if (!document && annotations === noChange && isSame) return open;
  return {
    ...open,
    document: document ?? open.document,
    answers,
    progress,
    links,
    annotations: patched(open.annotations, {
      reset: false,
      changed: annotations.upsert,
      removed: annotations.remove,
    }),
  };
}

function nextTally(mirror: Mirror, event: ChangedEvent): Mirror['tally'] {
  if (event.tally.reset || Object.keys(event.tally.codes).length === 0) return mirror.tally;
  const tally = Object.fromEntries(
    Object.entries({ ...mirror.tally, ...event.tally.codes }).filter(([, count]) => count > 0),
  );
  return tally;
}

const nothing: Refetch = { everything: false, codes: false, coders: false, document: false, facts: false, tables: [] };

/** Whether an event says of a table that it changed, and not how. */
function isUnlisted(change: { reset: boolean; changed?: readonly unknown[] } | undefined): boolean {
  return change !== undefined && (change.reset || change.changed === undefined);
}

function deskRefetch({ tables }: ChangedEvent): WholeTable[] {
  const unlisted: Record<WholeTable, boolean> = {
    variables: isUnlisted(tables.variable),
    entities: isUnlisted(tables.entity),
    examples: isUnlisted(tables.example),
    exclusiveSets: isUnlisted(tables.exclusiveSet),
    versions: isUnlisted(tables.version),
    rounds: isUnlisted(tables.round) || isUnlisted(tables.assignment),
  };
  return wholeTables.filter((table) => unlisted[table]);
}

function whatIsMissing(event: ChangedEvent, open: OpenDocument | null): Refetch {
  const { tables, tally } = event;
  const isOpen = open !== null;
  return {
    everything: false,
    codes: (tables.code?.reset ?? false) || tally.reset,
    coders: tables.coder?.reset ?? false,
    document:
      isOpen &&
      [tables.annotation, tables.document, tables.answer, tables.progress, tables.link, tables.assignment].some(
        isUnlisted,
      ),
    facts: isOpen && (tables.fact?.reset === true || (tables.fact?.documents.includes(open.document.id) ?? false)),
    tables: deskRefetch(event),
  };
}

/**
 * What a committed change makes of the mirror. Pure. An event that was seen already changes nothing; a gap in the
 * numbers means that events were lost, and everything has to be asked for again.
 */
export function planChange(mirror: Mirror, event: ChangedEvent): Outcome {
  const unchanged = { mirror, annotations: noChange, documents: { invalid: false, counts: {} }, closed: false };
  if (mirror.seq !== null && event.seq <= mirror.seq) return { ...unchanged, refetch: nothing };
  if (mirror.seq !== null && event.seq > mirror.seq + 1)
    return { ...unchanged, documents: { invalid: true, counts: {} }, refetch: { ...nothing, everything: true } };

  const annotations = mirror.open ? annotationsOf(mirror.open, event.tables.annotation) : noChange;
  const open = mirror.open && nextOpen(mirror.open, event, annotations);
  const documents = event.tables.document;
  return {
    mirror: {
      seq: event.seq,
      codes: patched(mirror.codes, event.tables.code),
      tally: nextTally(mirror, event),
      coders: patched(mirror.coders, event.tables.coder),
      variables: patched(mirror.variables, event.tables.variable),
      entities: patched(mirror.entities, event.tables.entity),
      examples: patched(mirror.examples, event.tables.example),
      exclusiveSets: patched(mirror.exclusiveSets, event.tables.exclusiveSet),
      versions: mirror.versions,
      rounds: mirror.rounds,
      history: event.history,
      open,
      revision: mirror.revision + 1,
    },
    annotations: open ? annotations : noChange,
    refetch: whatIsMissing(event, open),
    documents: {
      invalid:
        documents !== undefined ||
        event.tables.fact !== undefined ||
        event.tally.reset ||
        isUnlisted(event.tables.progress),
      counts: event.tally.documents,
    },
    closed: mirror.open !== null && open === null,
  };
}
