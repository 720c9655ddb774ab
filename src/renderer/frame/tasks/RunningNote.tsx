import { runningTasks, useTasks } from '../../state/tasks.ts';

/** How many tasks run, where any do. */
export function RunningNote() {
  return useTasks(({ tasks }) => {
    const { newest, more } = runningTasks(tasks);
    return newest ? String(more + 1) : null;
  });
}
