import { create } from 'zustand';
import type { Task } from '../../shared/api/events.ts';
import { listingOf } from './watchers.ts';

/** Work that the window itself does (reading files in), shown among the tasks of the program. */
export type LocalTask = Task & { cancel: () => void };

export type Tasks = {
  /** Newest first. */
  tasks: readonly (Task | LocalTask)[];
};

const kept = 50;

export const useTasks = create<Tasks>()(() => ({ tasks: [] }));

/** Takes in a task's new state: the row changes in place, a new task goes on top. */
export function putTask(task: Task | LocalTask): void {
  const listing = listingOf(task.method);
  if (listing === 'unlisted') return;
  const isOver = listing === 'passing' && (task.state === 'done' || task.state === 'cancelled');
  useTasks.setState(({ tasks }) => {
    if (isOver) return { tasks: tasks.filter((candidate) => candidate.id !== task.id) };
    const known = tasks.some((candidate) => candidate.id === task.id);
    return {
      tasks: known
        ? tasks.map((candidate) => (candidate.id === task.id ? task : candidate))
        : [task, ...tasks].slice(0, kept),
    };
  });
}

export function isLocal(task: Task | LocalTask): task is LocalTask {
  return 'cancel' in task;
}

/** The running task that was started last, and how many more run. */
export function runningTasks(tasks: Tasks['tasks']): { newest: Task | LocalTask | undefined; more: number } {
  const running = tasks.filter((task) => task.state === 'running');
  return { newest: running[0], more: Math.max(0, running.length - 1) };
}
