import type { ChangedEvent } from '../../shared/api/events.ts';
import type { Id } from '../../shared/model/records.ts';
import { heldTables, isUnlisted, patchHeld, unlistedTables } from './held.ts';
import type { WholeTable } from './held.ts';
import { noChange } from './records.ts';
import type { AnnotationChange, Mirror, OpenDocument } from './records.ts';

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

/** The part of an annotation change that concerns the open document. */
function annotationsOf(open: OpenDocument, change: ChangedEvent['tables']['annotation']): AnnotationChange {
  if (!change || change.reset) return noChange;
  const upsert = change.changed.filter((annotation) => annotation.document === open.document.id);
  const remove = change.removed.filter((id) => open.annotations.has(id));
  return upsert.length === 0 && remove.length === 0 ? noChange : { upsert, remove };
}

function nextOpen(open: OpenDocument, event: ChangedEvent): OpenDocument | null {
  const documents = event.tables.document;
  if (documents?.removed.includes(open.document.id)) return null;
  const document = documents?.changed.find((candidate) => candidate.id === open.document.id);
  const next = { ...open, ...patchHeld('document', open, event.tables, open.document.id) };
  const isSame = Object.entries(next).every(([name, value]) => value === open[name as keyof OpenDocument]); // its own names
  if (isSame && !document) return open;
  return { ...next, document: document ?? open.document };
}

function nextTally(mirror: Mirror, event: ChangedEvent): Mirror['tally'] {
  if (event.tally.reset || Object.keys(event.tally.codes).length === 0) return mirror.tally;
  const tally = Object.fromEntries(
    Object.entries({ ...mirror.tally, ...event.tally.codes }).filter(([, count]) => count > 0),
  );
  return tally;
}

const nothing: Refetch = { everything: false, codes: false, coders: false, document: false, facts: false, tables: [] };

function whatIsMissing(event: ChangedEvent, open: OpenDocument | null): Refetch {
  const { tables, tally } = event;
  const isOpen = open !== null;
  return {
    everything: false,
    codes: (tables.code?.reset ?? false) || tally.reset,
    coders: tables.coder?.reset ?? false,
    document:
      isOpen &&
      (isUnlisted(tables.document) ||
        heldTables.some(({ held, change }) => held.of === 'document' && isUnlisted(change(tables)))),
    facts: isOpen && (tables.fact?.reset === true || (tables.fact?.documents.includes(open.document.id) ?? false)),
    tables: unlistedTables(event),
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
  const open = mirror.open && nextOpen(mirror.open, event);
  const documents = event.tables.document;
  return {
    mirror: {
      seq: event.seq,
      ...patchHeld('project', mirror, event.tables),
      tally: nextTally(mirror, event),
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
