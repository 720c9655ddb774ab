import type { Annotation, Id } from '../../shared/model/records.ts';
import type { OpenDocument, Records, RoundSummary } from './records.ts';
import { sharedStore } from './store.ts';

/** Whose codings the reader shows, and of which codes; null: all. */
export type ReaderFilter = {
  coder: Id | null;
  /** Only coders who have the open document in this round. */
  round: Id | null;
  codes: ReadonlySet<Id> | null;
  /** Two coders side by side: only their codings, whatever `coder` and `round` say. */
  compared: { first: Id; second: Id } | null;
};

export const everything: ReaderFilter = { coder: null, round: null, codes: null, compared: null };

export const useReaderFilter = sharedStore<ReaderFilter>(everything, 'at-once');

/** The blind round in which a coder has the document, or null: then the work of others is to be seen. */
export function blindRound(
  { assignments }: Pick<OpenDocument, 'assignments'>,
  rounds: readonly RoundSummary[],
  coder: Id | undefined,
): RoundSummary | null {
  const own = new Set(assignments.filter((assignment) => assignment.coder === coder).map(({ round }) => round));
  return rounds.find(({ id, mode }) => mode === 'blind' && own.has(id)) ?? null;
}

/** The blind rounds in which a coder has any articles: as long as there is one, lists and counts leave out others' work there. */
export function blindRounds(rounds: readonly RoundSummary[], coder: Id | undefined): readonly RoundSummary[] {
  return rounds.filter(({ mode, coders }) => mode === 'blind' && coder !== undefined && coders.includes(coder));
}

type Shown = Pick<Annotation, 'coder' | 'code'>;

type Seen = {
  open: Pick<OpenDocument, 'assignments'> | null;
  rounds: readonly RoundSummary[];
  status: { coder: { id: Id } | null } | null;
};

/**
 * The test that a coding must pass to be shown to the acting coder, or null where everything is shown. Blindness comes
 * before the filter: no choice of it brings back the work of others.
 */
export function visibility({ open, rounds, status }: Seen, filter: ReaderFilter): ((coding: Shown) => boolean) | null {
  if (!open) return null;
  const actor = status?.coder?.id;
  const own = blindRound(open, rounds, actor) === null ? null : actor;
  const { codes } = filter;
  if (own === null && filter.compared) {
    const { first, second } = filter.compared;
    return (coding) =>
      (coding.coder === first || coding.coder === second) && (codes === null || codes.has(coding.code));
  }
  const { coder, round } = filter;
  if (own === null && coder === null && round === null && codes === null) return null;
  const inRound = new Set(open.assignments.filter((row) => row.round === round).map((row) => row.coder));
  return (coding) =>
    (own === null || coding.coder === own) &&
    (coder === null || coding.coder === coder) &&
    (round === null || inRound.has(coding.coder)) &&
    (codes === null || codes.has(coding.code));
}

/** The codings of the open document that the acting coder may see, whatever the filter hides. */
export function knownAnnotations(records: Records): ReadonlyMap<Id, Annotation> {
  return shownAnnotations(records, everything);
}

/** The codings of the open document that are shown. The very same map where nothing is hidden. */
export function shownAnnotations(records: Records, filter: ReaderFilter): ReadonlyMap<Id, Annotation> {
  const { open } = records;
  if (!open) return new Map();
  const test = visibility(records, filter);
  return test ? new Map([...open.annotations].filter(([, coding]) => test(coding))) : open.annotations;
}
