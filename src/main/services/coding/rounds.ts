import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Round } from '../../../shared/model/variables.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import {
  countKnown,
  deleteAssignments,
  deleteRound,
  findRound,
  insertAssignments,
  insertRound,
  listRounds,
  nextRoundPosition,
  roundExtent,
  roundNamed,
  updateRound,
} from '../../store/rows/round.ts';

/** More assignments than this are not made in one act: each is a row, and a line of the journal. */
const mostAssignments = 1_000_000;

function requireRound(store: Store, id: Id): Round {
  const round = findRound(store.db, id);
  if (!round) throw new AppError('not-found', said('coding.roundGone'), { round: id });
  return round;
}

function refuseDouble(store: Store, name: string, except: Id | null): void {
  const double = roundNamed(store.db, name);
  if (double === undefined || double.id === except) return;
  throw new AppError('conflict', said('coding.roundTaken', { name: double.name }), { name });
}

/** Gives every coder every document. Throws `not-found` for one that is gone, and `bad-input` for too many at once. */
function assign(
  { store, now }: CommandContext,
  round: Id,
  wanted: { documents: readonly Id[]; coders: readonly Id[] },
): number {
  const documents = [...new Set(wanted.documents)];
  const coders = [...new Set(wanted.coders)];
  const known = countKnown(store.db, documents, coders);
  if (known.documents < documents.length) {
    throw new AppError('not-found', said('coding.assignedDocumentGone'), { round });
  }
  if (known.coders < coders.length) {
    throw new AppError('not-found', said('coding.assignedCoderGone'), { round });
  }
  if (documents.length * coders.length > mostAssignments) {
    throw new AppError(
      'bad-input',
      said('coding.tooManyAssigned', { documents: documents.length, coders: coders.length }),
    );
  }
  return insertAssignments(store.db, round, documents, coders, now);
}

/** Rounds of coding: who has which documents to code, and whether coders see each other's work. */
export const roundHandlers = {
  'rounds.list': ({ store }) => listRounds(store.db).map((round) => ({ ...round, ...roundExtent(store.db, round.id) })),
  'rounds.create': (context, { name, kind, mode, note, documents, coders }) => {
    const { store, now } = context;
    refuseDouble(store, name, null);
    const round: Round = { id: context.newId(), name, kind, mode, note, position: nextRoundPosition(store.db) };
    insertRound(store.db, round, now);
    assign(context, round.id, { documents, coders });
    return { values: { name }, output: round };
  },
  'rounds.update': ({ store }, { round: id, ...change }) => {
    const before = requireRound(store, id);
    const after: Round = {
      ...before,
      name: change.name ?? before.name,
      kind: change.kind ?? before.kind,
      mode: change.mode ?? before.mode,
      note: change.note ?? before.note,
    };
    if (after.name !== before.name) refuseDouble(store, after.name, id);
    if (JSON.stringify(after) !== JSON.stringify(before)) updateRound(store.db, after);
    return { values: { name: after.name }, output: after };
  },
  'rounds.assign': (context, { round: id, documents, coders }) => {
    const { name } = requireRound(context.store, id);
    const assignments = assign(context, id, { documents, coders });
    return { values: { assignments, name }, output: { assignments } };
  },
  'rounds.unassign': ({ store }, { round: id, documents, coders }) => {
    const { name } = requireRound(store, id);
    const assignments = deleteAssignments(store.db, id, documents ?? null, coders ?? null);
    return { values: { assignments, name }, output: { assignments } };
  },
  'rounds.remove': ({ store }, { round: id }) => {
    const { name } = requireRound(store, id);
    deleteRound(store.db, id);
    return { values: { name }, output: {} };
  },
} satisfies Partial<Handlers>;
