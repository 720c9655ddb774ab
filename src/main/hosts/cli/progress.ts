import type { Task } from '../../../shared/api/events.ts';
import { figure } from './terminal.ts';
import type { Terminal } from './terminal.ts';

/** Shows how far a task is, where someone looks on. */
export function showProgress(terminal: Terminal): { show: (task: Task) => void; clear: () => void } {
  const { status } = terminal;
  if (!status) return { show: () => undefined, clear: () => undefined };
  let shown = false;
  return {
    show(task) {
      shown = task.state === 'running';
      status(shown ? progressLine(task) : '');
    },
    clear() {
      if (shown) status('');
      shown = false;
    },
  };
}

/** `Import 5,000 documents: 1,250 of 5,000 (25 %), 12 s left`. */
function progressLine(task: Task): string {
  if (task.total === 0) return task.done === 0 ? task.label : `${task.label}: ${figure(task.done)}`;
  const share = Math.floor((100 * task.done) / task.total);
  const left = task.left === null || task.done >= task.total ? '' : `, ${timeLeft(task.left)} left`;
  return `${task.label}: ${figure(task.done)} of ${figure(task.total)} (${share} %)${left}`;
}

function timeLeft(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
