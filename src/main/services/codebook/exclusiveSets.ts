import { AppError } from '../../../shared/errors.ts';
import type { ExclusiveSet } from '../../../shared/model/codebook.ts';
import type { Annotation, Code, Id } from '../../../shared/model/records.ts';
import { said } from '../../../shared/words/message.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import { listCodes, updateCode } from '../../store/rows/code.ts';
import {
  countExcluded,
  deleteExclusiveSet,
  excludingAnnotation,
  findExclusiveSet,
  findExclusiveSetByName,
  insertExclusiveSet,
  listExclusiveSets,
  updateExclusiveSet,
} from '../../store/rows/exclusiveSet.ts';

export function requireExclusiveSet(store: Store, id: Id): ExclusiveSet {
  const set = findExclusiveSet(store.db, id);
  if (!set) throw new AppError('not-found', said('codebook.setGone'), { set: id });
  return set;
}

/**
 * Throws `conflict` when the coder has given another code of the same set to some of these words, and the set refuses
 * that. `code` is the one that is wanted.
 */
export function refuseExcluded(store: Store, wanted: Omit<Annotation, 'memo'>, code: Code): void {
  if (code.exclusiveSet === null) return;
  const other = excludingAnnotation(store.db, wanted);
  if (!other) return;
  const set = requireExclusiveSet(store, code.exclusiveSet);
  throw new AppError('conflict', said('codebook.excluded', { code: code.name, other: other.name, set: set.name }), {
    code: other.name,
    start: other.start,
    end: other.end,
  });
}

/** Runs an act that moves codings to `code`, and throws `conflict` when its set refuses overlaps that the act made. */
export function refuseNewOverlaps(store: Store, code: Code, act: () => void): void {
  const watched = code.exclusiveSet !== null && requireExclusiveSet(store, code.exclusiveSet).rule === 'refuse';
  const before = watched ? countExcluded(store.db, code.id) : 0;
  act();
  const more = watched ? countExcluded(store.db, code.id) - before : 0;
  if (more <= 0) return;
  throw new AppError('conflict', said('codebook.wouldOverlap', { code: code.name, codings: more }), {
    code: code.id,
    overlaps: more,
  });
}

function refuseDoubleName(store: Store, name: string, except: Id | null): void {
  const double = findExclusiveSetByName(store.db, name);
  if (double && double.id !== except) {
    throw new AppError('conflict', said('codebook.setTaken', { name: double.name }), { name });
  }
}

export const exclusiveSetHandlers = {
  'exclusiveSets.list': ({ store }) => listExclusiveSets(store.db),
  'exclusiveSets.create': ({ store, newId, now }, { name, rule }) => {
    refuseDoubleName(store, name, null);
    const set: ExclusiveSet = { id: newId(), name, rule };
    insertExclusiveSet(store.db, set, now);
    return { values: { name }, output: set };
  },
  'exclusiveSets.update': ({ store }, { set: id, name, rule }) => {
    const before = requireExclusiveSet(store, id);
    if (name !== undefined && name !== before.name) refuseDoubleName(store, name, id);
    const set: ExclusiveSet = { id, name: name ?? before.name, rule: rule ?? before.rule };
    if (JSON.stringify(set) !== JSON.stringify(before)) updateExclusiveSet(store.db, set);
    return { values: { name: before.name, to: set.name, rule: set.rule }, output: set };
  },
  'exclusiveSets.remove': ({ store, now }, { set: id }) => {
    const { name } = requireExclusiveSet(store, id);
    for (const code of listCodes(store.db)) {
      if (code.exclusiveSet === id) updateCode(store.db, { ...code, exclusiveSet: null }, now);
    }
    deleteExclusiveSet(store.db, id);
    return { values: { name }, output: {} };
  },
} satisfies Partial<Handlers>;
