import { expect } from 'vitest';
import { page } from '../testBlindInputs.ts';
import type { Inputs } from '../testBlindInputs.ts';
import { reads } from '../testTaskKinds.ts';
import type { TaskKinds } from '../testTaskKinds.ts';

/** What a blind coder may call the methods of the desk with. */
export const blindInputs = {
  'project.status': () => [{}],
  'project.recent': () => [{}],
  'project.forget': ({ file }) => [{ file: file('no.galley', 'no project') }],
  'project.stats': () => [{}],
  'project.verify': () => [{}],
  'project.rename': () => [{ name: 'Renamed' }],
  'project.create': ({ folder }) => [{ folder: folder(), name: 'Another' }],
  'project.open': ({ file }) => [{ file: file('no.galley', 'no project') }],
  'project.openSample': () => [{}],
  'project.close': () => [{}],
  'files.choose': () => [{ purpose: 'open-project' }],
  'files.show': ({ file }) => [{ folder: file('no-folder.txt', '') }],
  'files.browse': ({ folder }) => [{ folder: folder(), purpose: 'open-project' }],
  'backups.list': () => [{ project: null }, { project: null, check: true }],
  'backups.look': ({ file }) => [{ project: null, backup: file('old.galley', 'no project') }],
  'backups.restore': ({ file }) => [{ project: null, backup: file('old.galley', 'no project') }],
  'backups.restoreAs': ({ file }) => [{ project: null, backup: file('old.galley', 'no project'), out: null }],
  'coders.list': () => [{}],
  'coders.add': () => [{ name: 'Eva' }, { name: 'Agreed version' }],
  'coders.identify': () => [{ name: 'Ada' }],
  'history.state': () => [{}],
  'history.list': () => [page, { offset: 3, limit: 4 }],
  'history.undo': () => [{}, {}, {}, { whose: 'anybody' }],
  'history.redo': () => [{}, { whose: 'anybody' }],
  'settings.read': () => [{}],
  'settings.write': () => [{ layout: { drawerOpen: true } }],
  'tasks.list': () => [{}],
  'tasks.cancel': () => [{ task: 'task-1' }, { task: 'task-999' }],
  'program.notices': () => [{}],
} satisfies Partial<Inputs>;

/** Work for each kind of task of the desk. */
export const taskKinds = {
  'project.verify': {
    prepare: () => ({ ...reads, input: {}, check: (result) => expect(result).toEqual({ ok: true, problems: [] }) }),
  },
} satisfies Partial<TaskKinds>;
