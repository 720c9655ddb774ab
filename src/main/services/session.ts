import type { Handlers } from '../app/handlers.ts';
import { findCoderByName, insertCoder, listCoders } from '../store/rows/coder.ts';
import { countEntries, listEntries, listEntriesFor } from '../store/rows/entry.ts';
import { othersWork } from '../store/sight.ts';

export const sessionHandlers = {
  'coders.list': ({ store }) => listCoders(store.db),
  'coders.add': ({ store, newId, now }, { name }) => {
    const label = `Add coder “${name}”`;
    const known = findCoderByName(store.db, name);
    if (known) return { label, output: known };
    const coder = { id: newId(), name, kind: 'person' as const };
    insertCoder(store.db, coder, now);
    return { label, output: coder };
  },
  'coders.identify': ({ session }, { name }) => session.identify(name),
  'history.state': ({ sight, session }) => sight.history(session.status().coder),
  'history.list': ({ store: { db }, sight, session }, { offset, limit }) => {
    const { coder } = session.status();
    const entries =
      coder && sight.isBlind(coder)
        ? listEntriesFor(db, { coder: coder.name, label: othersWork }, offset, limit)
        : listEntries(db, offset, limit);
    return { total: countEntries(db), entries };
  },
  'history.undo': ({ session }, { whose }) => session.replay('undo', whose),
  'history.redo': ({ session }, { whose }) => session.replay('redo', whose),
  'settings.read': ({ session }) => session.remembered.read().settings,
  'settings.write': ({ session }, change) => {
    const before = session.remembered.read().settings;
    const layout = { ...before.layout, ...change.layout };
    const { settings } = session.remembered.write({ settings: { ...before, ...change, layout } });
    if (change.keys) session.emit({ event: 'keys', data: settings.keys });
    return settings;
  },
  'tasks.list': ({ session }) => session.tasks.list(),
  'tasks.cancel': ({ session }, { task }) => {
    session.tasks.cancel(task);
    return {};
  },
} satisfies Partial<Handlers>;
