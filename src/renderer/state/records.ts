import type { HistoryState } from '../../shared/api/events.ts';
import type { Project, Status } from '../../shared/api/project.ts';
import type { Annotation, AnnotationBatch, Code, Document, Fact, Id } from '../../shared/model/records.ts';
import type { Progress } from '../../shared/model/variables.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import { nothingHeld } from './held.ts';
import type { HeldLists, HeldRecords } from './held.ts';
import { sharedStore } from './store.ts';

/** A coder's part in a round, for the open document. */
export type Assignment = { round: Id; coder: Id };

/** A round with how many articles it has, and who codes in it. */
export type RoundSummary = HeldLists['rounds'][number];

/** The article in the reader: its frozen text, what is known of it, and all that coders said of it. */
export type OpenDocument = HeldRecords<'document'> & {
  document: Document;
  text: string;
  facts: readonly Fact[];
  assignments: readonly Assignment[];
};

/** The part of the project that the window holds a copy of. Written by `applyChanges.ts` and `load.ts`, and by nothing else. */
export type Mirror = HeldRecords<'project'> &
  HeldLists & {
    /** Number of the last change that is in the mirror; null before the first one is known. */
    seq: number | null;
    /** Annotations of each code; codes without any are left out. */
    tally: Readonly<Record<Id, number>>;
    history: HistoryState;
    open: OpenDocument | null;
    /** Grows with every change of annotations, codes or documents: lists that depend on them ask again. */
    revision: number;
  };

/** How far a coder is with the open document; undefined: it is to do. */
export function progressOf(
  { progress }: Pick<OpenDocument, 'progress'>,
  coder: Id | null | undefined,
): Progress | undefined {
  return [...progress.values()].find((row) => row.coder === coder);
}

export type Records = Mirror & {
  /** What the program says of itself; null until it has answered once. */
  status: Status | null;
  /** A document that was asked for and has not arrived. */
  opening: Id | null;
  /** Changes of the open document's annotations in the last step, for whoever draws them one by one. */
  lastAnnotationChange: AnnotationChange;
};

export type AnnotationChange = { upsert: readonly Annotation[]; remove: readonly Id[] };

export const noChange: AnnotationChange = { upsert: [], remove: [] };

export const emptyMirror: Mirror = {
  ...nothingHeld(),
  seq: null,
  tally: {},
  history: { undo: null, redo: null },
  open: null,
  revision: 0,
};

export const useRecords = sharedStore<Records>(
  { ...emptyMirror, status: null, opening: null, lastAnnotationChange: noChange },
  'after-frame',
);

/** The open project, or null. */
export function currentProject(): Project | null {
  return useRecords.getState().status?.project ?? null;
}

/** Unpacks the compact form in which a document's annotations travel. */
export function unpackAnnotations(document: Id, batch: AnnotationBatch): Map<Id, Annotation> {
  const annotations = new Map<Id, Annotation>();
  for (const [id, start, end, code, coder, memo] of batch.rows) {
    const codeId = batch.codes[code];
    const coderId = batch.coders[coder];
    if (codeId === undefined || coderId === undefined) throw new Error(`annotation ${id} names no code or coder`);
    annotations.set(id, { id, document, code: codeId, coder: coderId, start: utf16(start), end: utf16(end), memo });
  }
  return annotations;
}

/** A code's path, levels joined by ` / `. Ends quietly at a parent that is not known. */
export function codePath(codes: ReadonlyMap<Id, Code>, code: Id): string {
  const names: string[] = [];
  let at = codes.get(code);
  while (at !== undefined && names.length < 100) {
    names.unshift(at.name);
    at = at.parent === null ? undefined : codes.get(at.parent);
  }
  return names.join(' / ');
}
