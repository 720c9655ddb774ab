import { ListChecks } from 'lucide-react';
import { labelled, timeLeft } from '#words/format.ts';
import { strings } from '#words/window/frame.ts';
import type { Task } from '../../../shared/api/events.ts';
import { importReportSchema } from '../../../shared/api/imports.ts';
import { showReport } from '../../actions/importing.ts';
import { cancelTask } from '../../actions/tasks.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Progress } from '../../components/Progress.tsx';
import { moment } from '../../components/moment.ts';
import { useTasks } from '../../state/tasks.ts';
import styles from './TasksPanel.module.css';

/** Work that is running, and what became of the work before. */
export function TasksPanel() {
  const tasks = useTasks((state) => state.tasks);
  if (tasks.length === 0)
    return (
      <EmptyState isSmall icon={<ListChecks />} title={strings.tasks.none}>
        {strings.tasks.noneText}
      </EmptyState>
    );
  return (
    <ul aria-label={strings.tasks.label} className={styles.list}>
      {tasks.map((task) => (
        <li key={task.id} className={styles.task} data-state={task.state}>
          <TaskRow task={task} />
        </li>
      ))}
    </ul>
  );
}

function TaskRow({ task }: { task: Task }) {
  const isRunning = task.state === 'running';
  return (
    <>
      <span className={styles.label} title={task.label}>
        {task.label}
      </span>
      <span className={styles.state}>
        {isRunning ? <Progress label={task.label} done={task.done} total={task.total} /> : outcomeOf(task)}
      </span>
      <span className={styles.amount}>
        {isRunning
          ? [task.total > 0 && strings.tasks.progress(task.done, task.total), task.left !== null && timeLeft(task.left)]
              .filter(Boolean)
              .join(' · ')
          : moment(task.started)}
      </span>
      <span className={styles.act}>
        {isRunning ? (
          <Button variant="quiet" aria-label={strings.tasks.cancel(task.label)} onPress={() => cancelTask(task)}>
            {strings.common.cancel}
          </Button>
        ) : (
          <ReportButton task={task} />
        )}
      </span>
    </>
  );
}

/** How it ended, and why it failed. */
function outcomeOf({ state, error }: Task): string {
  const outcome = strings.tasks.states[state] ?? '';
  return error && state === 'failed' ? labelled(outcome, error.message) : outcome;
}

function ReportButton({ task }: { task: Task }) {
  if (task.method !== 'imports.start' || task.state !== 'done') return null;
  const report = importReportSchema.safeParse(task.result);
  if (!report.success) return null;
  return (
    <Button variant="quiet" onPress={() => showReport(report.data)}>
      {strings.tasks.report}
    </Button>
  );
}
