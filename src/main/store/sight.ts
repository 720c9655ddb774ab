import type { Database } from 'better-sqlite3';
import type { ChangedEvent, HistoryState } from '../../shared/api/events.ts';
import type { Coder, Id } from '../../shared/model/records.ts';
import { historyState } from './journal.ts';
import type { Reach } from './journal.ts';
import { countHidden, hasBlindDocuments, isBlindDocument } from './rows/blind.ts';

type Counts = { readonly codes: ReadonlyMap<Id, number>; readonly documents: ReadonlyMap<Id, number> };
type Viewer = Pick<Coder, 'id' | 'name'> | null;

const none: Counts = { codes: new Map(), documents: new Map() };

/**
 * What a coder may see: in a document that a blind round gives them, only their own work. The core asks here before it
 * answers or announces anything, so that no window has to hide what it should not know.
 */
export type Sight = {
  /** Whether a blind round gives the coder any document. */
  isBlind(viewer: Viewer): boolean;
  isBlindIn(viewer: Viewer, document: Id): boolean;
  /** Numbers of codings that are hidden from the coder. */
  hidden(viewer: Viewer): Counts;
  /** Which acts undo and redo reach: who is blind takes back only their own. */
  reach(viewer: Viewer): Reach;
  /** What undo and redo would do now. */
  history(viewer: Viewer): HistoryState;
  /** A change, without what it says of the work of others, and what undo and redo would do after it. */
  change(viewer: Viewer, event: Omit<ChangedEvent, 'history'>): ChangedEvent;
};

/** What stands in the log for an act of another coder. */
export const othersWork = 'Work of another coder';

const askAgain = { reset: true, changed: [], removed: [] };

/** The event of a change in rounds for someone who sees more or less since then: they ask again for all codings. */
function withNewSight(event: ChangedEvent): ChangedEvent {
  const tables = {
    ...event.tables,
    annotation: askAgain,
    answer: askAgain,
    progress: askAgain,
    link: askAgain,
    disagreement: askAgain,
  };
  return { ...event, tally: { reset: true, codes: {}, documents: {} }, tables };
}

function less(counts: Readonly<Record<Id, number>>, hidden: ReadonlyMap<Id, number>): Record<Id, number> {
  return Object.fromEntries(Object.entries(counts).map(([id, count]) => [id, count - (hidden.get(id) ?? 0)]));
}

export function createSight(db: Database): Sight {
  let known: { coder: Id; isBlind: boolean; hidden: Counts | null } | null = null;
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
      const hidden = sight.hidden(viewer);
      const isSeen = ({ coder, document }: { coder: Id; document: Id }): boolean =>
        coder === viewer.id || !isBlindDocument(db, viewer.id, document);
      const own = <R extends { coder: Id; document: Id }>(change: { changed: R[] } | undefined): R[] =>
        change?.changed.filter(isSeen) ?? [];
      const { answer, progress, link, disagreement } = tables;
      const said = disagreement?.changed.filter(({ document }) => !isBlindDocument(db, viewer.id, document)) ?? [];
      return {
        ...event,
        tally: {
          reset: event.tally.reset,
          codes: less(event.tally.codes, hidden.codes),
          documents: less(event.tally.documents, hidden.documents),
        },
        tables: {
          ...tables,
          ...(annotation && { annotation: { ...annotation, changed: own(annotation) } }),
          ...(answer && { answer: { ...answer, changed: own(answer) } }),
          ...(progress && { progress: { ...progress, changed: own(progress) } }),
          ...(link && { link: { ...link, changed: own(link) } }),
          ...(disagreement && { disagreement: { ...disagreement, changed: said } }),
        },
      };
    },
  };
  return sight;
}
