import type { Result } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CodebookChange } from '../../../shared/model/codebook.ts';
import { changesOfRules, codebookDifference } from '../../../shared/model/codebookContent.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Answer } from '../../../shared/model/variables.ts';
import { said } from '../../../shared/words/message.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import { findAnswer } from '../../store/rows/answer.ts';
import { currentVersion } from '../../store/rows/codebookVersion.ts';
import { findSegment } from '../../store/rows/segment.ts';
import {
  confirmWork,
  staleAnswers,
  staleAnswersOf,
  staleAnnotations,
  staleAnnotationsOf,
} from '../../store/rows/staleWork.ts';
import type { StaleGroup } from '../../store/rows/staleWork.ts';
import { toSegments } from '../coding/annotations.ts';
import { blindCoder } from '../coding/blindCoder.ts';
import { isAnyHidden, refuseOthers } from '../coding/others.ts';
import { presentCodebook, publishedCodebook } from './versions.ts';

type StaleRow = Result<'versions.stale'>['rows'][number];
type ChangesByRecord = ReadonlyMap<Id, CodebookChange[]>;

/**
 * For a version, what has changed of each code and variable from then to the version in force. Work from before the first
 * version counts as done under it: no earlier rules were ever fixed that it could be held against.
 */
function changesSince(store: Store): (version: number) => ChangesByRecord {
  const latest = publishedCodebook(store, currentVersion(store.db));
  const known = new Map<number, ChangesByRecord>();
  return (version) => {
    let changes = known.get(version);
    if (!changes) {
      const then = publishedCodebook(store, Math.max(1, version));
      changes = changesOfRules(codebookDifference(then, latest), [...then.variables, ...latest.variables]);
      known.set(version, changes);
    }
    return changes;
  };
}

/** Groups in the order in which they are worked off: oldest version first, then as the codebook has them. */
function inOrder(groups: readonly StaleGroup[], order: readonly Id[]): StaleGroup[] {
  const places = new Map(order.map((id, place) => [id, place]));
  const place = ({ id }: StaleGroup): number => places.get(id) ?? order.length;
  return groups.toSorted((a, b) => a.version - b.version || place(a) - place(b));
}

/** Reads a window of what the groups hold, one after the other. */
function readWindow<T>(
  groups: readonly StaleGroup[],
  window: { offset: number; limit: number },
  read: (group: StaleGroup, offset: number, limit: number) => T[],
): T[] {
  const found: T[] = [];
  let skip = window.offset;
  for (const group of groups) {
    if (found.length >= window.limit) break;
    if (skip < group.count) found.push(...read(group, skip, window.limit - found.length));
    skip = Math.max(0, skip - group.count);
  }
  return found;
}

const countOf = (groups: readonly StaleGroup[]): number => groups.reduce((sum, { count }) => sum + count, 0);

export const stalenessHandlers = {
  'versions.stale': (context, { before, changedOnly, coder: wanted, offset, limit }) => {
    const { store } = context;
    const { db } = store;
    // Who is blind somewhere works off a list of their own.
    const coder = blindCoder(context) ?? wanted;
    publishedCodebook(store, before);
    const changes = changesSince(store);
    const { codes, variables } = presentCodebook(store);
    const kept = (group: StaleGroup): boolean => !changedOnly || changes(group.version).has(group.id);
    const codingGroups = inOrder(
      staleAnnotations(db, before, coder).filter(kept),
      codes.map(({ id }) => id),
    );
    const answerGroups = inOrder(
      staleAnswers(db, before, coder).filter(kept),
      variables.map(({ id }) => id),
    );
    const codings = countOf(codingGroups);
    const rows = readWindow(codingGroups, { offset, limit }, (group, from, most): StaleRow[] =>
      toSegments(
        store,
        staleAnnotationsOf(db, group, from, most, coder).flatMap((id) => findSegment(db, id) ?? []),
      ).map((segment) => ({
        ...segment,
        version: group.version,
        changes: [...(changes(group.version).get(group.id) ?? [])],
      })),
    );
    const rest = { offset: Math.max(0, offset - codings), limit: limit - rows.length };
    const answers = readWindow(answerGroups, rest, (group, from, most): Answer[] =>
      staleAnswersOf(db, group, before, from, most, coder).flatMap((id) => findAnswer(db, id) ?? []),
    );
    return { total: codings + countOf(answerGroups), rows, answers };
  },
  'versions.confirm': (context, { annotations, answers, confirmed }) => {
    const { store } = context;
    const wanted = { annotations: [...new Set(annotations)], answers: [...new Set(answers)] };
    const isHidden = isAnyHidden(context, wanted);
    if (!isHidden) refuseOthers(context, wanted, confirmed);
    const found = confirmWork(store.db, wanted);
    if (isHidden || found.annotations < wanted.annotations.length || found.answers < wanted.answers.length) {
      throw new AppError('not-found', said('codebook.workGone'));
    }
    return {
      values: { codings: wanted.annotations.length, answers: wanted.answers.length },
      output: { version: currentVersion(store.db) },
    };
  },
} satisfies Partial<Handlers>;
