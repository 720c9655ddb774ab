import type { Task } from '../../shared/api/events.ts';
import { client } from '../state/client.ts';
import { isLocal } from '../state/tasks.ts';
import type { LocalTask } from '../state/tasks.ts';
import { inBackground } from './ask.ts';

/** Asks running work to stop; what it had not committed is not done. */
export function cancelTask(task: Task | LocalTask): void {
  if (isLocal(task)) task.cancel();
  else inBackground(() => client().call('tasks.cancel', { task: task.id }));
}
