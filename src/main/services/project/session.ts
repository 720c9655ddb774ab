import { ownLayout } from '../../../shared/api/settings.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Session } from '../../app/session.ts';
import { findNamed } from '../../../shared/text/folding.ts';
import { findCoderByName, insertCoder, listCoders } from '../../store/rows/coder.ts';

/** Settings as whoever acts may see them: where a colleague read last is the colleague’s. */
function ownSettings(session: Session, settings: Settings): Settings {
  return { ...settings, layout: ownLayout(settings.layout, session.coder()?.id ?? null) };
}

export const sessionHandlers = {
  'coders.list': ({ store, sight, session }) =>
    listCoders(store.db).filter(({ kind }) => kind === 'person' || sight.seesAgreed(session.coder())),
  'coders.add': ({ store, newId, now, acting, coder: actor }, { name }) => {
    const known = findCoderByName(store.db, name);
    if (known) return { values: { name }, output: known };
    // Who acts comes into the project with a first act, and must not come in twice.
    if (acting && findNamed([acting], name, (one) => one.name)) return { values: { name }, output: actor() };
    const coder = { id: newId(), name, kind: 'person' as const };
    insertCoder(store.db, coder, now);
    return { values: { name }, output: coder };
  },
  'coders.identify': ({ session }, { name }) => session.identify(name),
  'history.state': ({ sight, session }) => sight.history(session.coder()),
  'history.list': ({ sight, session }, { offset, limit }) => sight.log(session.coder(), offset, limit),
  'history.undo': ({ session }, { whose }) => session.replay('undo', whose),
  'history.redo': ({ session }, { whose }) => session.replay('redo', whose),
  'settings.read': ({ session }) => ownSettings(session, session.remembered.read().settings),
  'settings.write': ({ session }, change) => {
    const before = session.remembered.read().settings;
    const layout = { ...before.layout, ...change.layout };
    const { settings } = session.remembered.write({ settings: { ...before, ...change, layout } });
    if (change.keys) session.emit({ event: 'keys', data: settings.keys });
    return ownSettings(session, settings);
  },
  'tasks.list': ({ session }) => session.seenTasks(),
  'tasks.cancel': ({ session }, { task }) => {
    session.tasks.cancel(task);
    return {};
  },
} satisfies Partial<Handlers>;
