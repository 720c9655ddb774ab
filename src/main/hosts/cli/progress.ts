import { progressWords } from '#words/cli/progress.ts';
import type { Task } from '../../../shared/api/events.ts';
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

function progressLine({ label, done, total, left }: Task): string {
  if (total === 0) return done === 0 ? label : progressWords.done({ label, done });
  return progressWords.share({ label, done, total, left: done >= total ? null : left });
}
