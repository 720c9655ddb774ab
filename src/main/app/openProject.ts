import type { AnyEvent, HistoryState } from '../../shared/api/events.ts';
import type { Incident } from '../../shared/api/project.ts';
import { AppError } from '../../shared/errors.ts';
import type { Coder } from '../../shared/model/records.ts';
import { actLabel, labelWords } from '../../shared/words/act.ts';
import type { Acted, ActName } from '../../shared/words/act.ts';
import { said } from '../../shared/words/message.ts';
import { describeChange } from '../store/changes.ts';
import type { Store } from '../store/database.ts';
import { createDocumentIndex } from '../store/documentIndex.ts';
import type { DocumentIndex } from '../store/documentIndex.ts';
import { newId } from '../store/ids.ts';
import { record, replay, sealHistory } from '../store/journal.ts';
import type { CommittedEntry } from '../store/journal.ts';
import type { ReplayedAct } from '../store/netChanges.ts';
import { isOnOwnGround } from '../store/ownGround.ts';
import { findCoder, insertCoder } from '../store/rows/coder.ts';
import { insertProject } from '../store/rows/project.ts';
import { createSight } from '../store/sight.ts';
import type { Sight } from '../store/sight.ts';
import { createTallies } from '../store/tallies.ts';
import type { Tallies } from '../store/tallies.ts';
import type { CommandContext } from './commandContext.ts';

/** The project that is open; `seq` counts the changes that were announced. */
export type OpenProject = {
  readonly store: Store;
  readonly tallies: Tallies;
  readonly documents: DocumentIndex;
  readonly sight: Sight;
  seq: number;
  /** What became of its file while it was open. */
  readonly incident: Incident | null;
};

/** Who acts, and when (milliseconds since 1970). */
export type Act = { coder: Coder | null; now: number };

type Emit = (event: AnyEvent) => void;
type Step = NonNullable<HistoryState['undo']>;

export function openProject(store: Store): OpenProject {
  const { db } = store;
  return {
    store,
    tallies: createTallies(db),
    documents: createDocumentIndex(db),
    sight: createSight(db),
    seq: 0,
    incident: null,
  };
}

/** Writes the first record of a new project. Making a project is not a step that undo takes back. */
export function beginProject(store: Store, name: string, now: number): void {
  record(store.db, { kind: 'command', method: 'project.create', coder: null, at: now }, () => {
    insertProject(store.db, { id: newId(), name }, now);
    return { label: actLabel('project.create', { name }), output: null };
  });
  sealHistory(store.db);
}

function refuseReadOnly({ store }: OpenProject): void {
  if (store.readOnly) {
    throw new AppError('read-only', said('history.readOnly', { reason: store.readOnlyReason }));
  }
}

function announce(project: OpenProject, entry: CommittedEntry, forward: boolean, act: Act, emit: Emit): void {
  project.seq += 1;
  const change = describeChange(project.store.db, entry, forward, project.seq, project);
  emit({ event: 'changed', data: project.sight.change(act.coder, change) });
}

function ensureCoder(store: Store, { coder, now }: Act): Coder {
  if (!coder) throw new AppError('no-coder', said('history.noCoder'));
  if (!findCoder(store.db, coder.id)) insertCoder(store.db, coder, now);
  return coder;
}

/** Runs a command: one transaction, one undo step, called as `name` and kept under `as`, one announcement. Throws `read-only` and what `write` throws. */
export function runCommand<A extends ActName, T>(
  project: OpenProject,
  { name, as = name }: { name: A; as?: ActName },
  act: Act,
  emit: Emit,
  write: (context: CommandContext) => Acted<A, T>,
): T {
  refuseReadOnly(project);
  const { store, tallies, sight } = project;
  let coder: Coder | null = null; // looked for once, however often a long command asks
  const context: CommandContext = {
    store,
    tallies,
    now: act.now,
    newId,
    coder: () => (coder ??= ensureCoder(store, act)),
    acting: act.coder,
    blind: sight.isBlind(act.coder) ? act.coder?.id : undefined,
    isBlindIn: (document) => sight.isBlindIn(act.coder, document),
  };
  const head = { kind: 'command' as const, method: as, coder: act.coder, at: act.now };
  const { output, entry } = record(store.db, head, () => {
    const { values, output: answer } = write(context);
    return { label: actLabel(name, values), output: answer };
  });
  if (entry) announce(project, entry, true, act, emit);
  return output;
}

/**
 * Undo or redo of whoever codes anything blind: what the work of others may rest on stays by rule, and of what really rests
 * on the act nothing is said.
 */
function replayBlind({ db }: Store, direction: 'undo' | 'redo', coder: Coder, now: number): CommittedEntry {
  const refuse = (act: ReplayedAct): void => {
    if (isOnOwnGround(db, act, coder.id)) return;
    throw new AppError('conflict', said('history.mayRestOn', { label: labelWords(act.label), direction }));
  };
  try {
    return replay(db, direction, coder, now, { reach: 'alone', refuse });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'conflict' && 'coder' in error.details)) throw error;
    throw new AppError('conflict', said('history.anotherRestsOn', { direction }));
  }
}

/**
 * Undo or redo: of one's own acts and those of nobody in particular, or (`anybody`, where nobody has said who acts) of
 * whoever's. Throws `read-only`, `nothing-to-undo`, `nothing-to-redo`, `conflict`.
 */
export function replayStep(
  project: OpenProject,
  direction: 'undo' | 'redo',
  whose: 'own' | 'anybody',
  act: Act,
  emit: Emit,
): Step {
  refuseReadOnly(project);
  if (whose === 'anybody' && act.coder) {
    throw new AppError('bad-input', said('history.ownAlone', { name: act.coder.name }));
  }
  const { db } = project.store;
  const reach = whose === 'anybody' ? whose : project.sight.reach(act.coder);
  const entry =
    act.coder && reach === 'alone'
      ? replayBlind(project.store, direction, act.coder, act.now)
      : replay(db, direction, act.coder, act.now, { reach });
  announce(project, entry, direction === 'redo', act, emit);
  return { label: labelWords(entry.label), coder: act.coder?.name ?? null, at: act.now };
}
