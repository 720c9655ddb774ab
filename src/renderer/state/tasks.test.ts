import { beforeEach, describe, expect, it } from 'vitest';
import type { Task } from '../../shared/api/events.ts';
import { isLocal, putTask, runningTasks, useTasks } from './tasks.ts';
import { setWatchers } from './watchers.ts';

const task = (id: string, more: Partial<Task> = {}): Task => ({
  id,
  method: 'imports.start',
  label: id,
  state: 'running',
  done: 0,
  total: 10,
  left: null,
  started: 0,
  ...more,
});
const listed = (): string[] => useTasks.getState().tasks.map(({ id, state }) => `${id} ${state}`);

beforeEach(() => {
  useTasks.setState(useTasks.getInitialState(), true);
  setWatchers([{ tasks: { 'exports.preview': 'unlisted' } }, { tasks: { 'reliability.cell': 'passing' } }]);
});

describe('the list of work', () => {
  it('has new work on top and changes its rows in place', () => {
    for (const id of ['first', 'second']) putTask(task(id));
    putTask(task('first', { state: 'done' }));
    expect(listed()).toEqual(['second running', 'first done']);
  });

  it('holds the fifty newest', () => {
    for (let at = 1; at <= 51; at += 1) putTask(task(`${at}`, { state: 'done' }));
    expect(listed()).toHaveLength(50);
    expect([listed()[0], listed().at(-1)]).toEqual(['51 done', '2 done']);
  });

  it('leaves out what a dialog shows itself', () => {
    putTask(task('preview', { method: 'exports.preview' }));
    expect(listed()).toEqual([]);
  });

  it('holds what stands behind the figures while it runs, and when it failed', () => {
    putTask(task('a', { method: 'reliability.cell' }));
    expect(listed()).toEqual(['a running']);
    putTask(task('a', { method: 'reliability.cell', state: 'done' }));
    expect(listed()).toEqual([]);
    putTask(task('b', { method: 'reliability.cell', state: 'failed' }));
    expect(listed()).toEqual(['b failed']);
  });

  it('knows the work that the window does itself, which is cancelled here', () => {
    expect(isLocal(task('far'))).toBe(false);
    expect(isLocal({ ...task('near'), cancel: () => undefined })).toBe(true);
  });
});

describe('the work that runs', () => {
  it('is told by the newest, with how many more there are', () => {
    expect(runningTasks([])).toEqual({ newest: undefined, more: 0 });
    const [done, third, first] = [task('done', { state: 'done' }), task('third'), task('first')];
    expect(runningTasks([done, third, first])).toEqual({ newest: third, more: 1 });
    expect(runningTasks([done])).toEqual({ newest: undefined, more: 0 });
  });
});
