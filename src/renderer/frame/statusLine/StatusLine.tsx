import { EyeOff } from 'lucide-react';
import { Dialog as AriaDialog, Button, DialogTrigger, Popover } from 'react-aria-components';
import { labelled, timeLeft } from '#words/format.ts';
import { backupStrings } from '#words/window/backups.ts';
import { strings } from '#words/window/frame.ts';
import { readingStrings } from '#words/window/reading.ts';
import { runAction } from '../../actions/registry.ts';
import { useKeysOf } from '../../actions/shownKeys.ts';
import { cancelTask } from '../../actions/tasks.ts';
import { Progress } from '../../components/Progress.tsx';
import { Tooltip } from '../../components/Tooltip.tsx';
import { classes } from '../../components/classes.ts';
import { moment } from '../../components/moment.ts';
import { blindRounds } from '../../state/readerFilter.ts';
import { useRecords } from '../../state/records.ts';
import { runningTasks, useTasks } from '../../state/tasks.ts';
import { useUi } from '../../state/ui.ts';
import popover from '../../components/popover.module.css';
import styles from './StatusLine.module.css';

/** The window's last line: whether all is saved, what undo would undo, what is running. */
export function StatusLine() {
  const project = useRecords((state) => state.status?.project ?? null);
  const pending = useUi((state) => state.pending);
  const verifiedAt = useUi((state) => state.verifiedAt);
  return (
    <footer aria-label={strings.status.label} className={styles.line}>
      {project?.readOnly === true ? (
        <>
          <ReadOnly reason={project.readOnlyReason} />
          <Button className={styles.act} onPress={() => runAction('project.backups')}>
            {backupStrings.title}
          </Button>
        </>
      ) : (
        <>
          <span className={styles.saved} role="status">
            {pending > 0 ? strings.status.saving : strings.status.saved}
          </span>
          <UndoButton />
        </>
      )}
      {project && project.backupProblem !== '' && (
        <span role="alert" className={styles.blind} title={project.backupProblem}>
          {backupStrings.problem(project.backupProblem)}
        </span>
      )}
      <Blind />
      <span className={styles.space} />
      <Running />
      {verifiedAt !== null && <span className={styles.text}>{strings.status.verified(moment(verifiedAt))}</span>}
    </footer>
  );
}

/** Why nothing can be changed: as much as there is room for, and the whole of it when it is pressed. */
function ReadOnly({ reason }: { reason: string }) {
  const words = labelled(strings.common.readOnly, reason);
  return (
    <DialogTrigger>
      <Button className={classes(styles.act, styles.reason)}>
        <span title={words}>{words}</span>
      </Button>
      <Popover placement="top start" className={classes(popover.popover, styles.whole)}>
        <AriaDialog aria-label={strings.common.readOnly} className={styles.wholeText}>
          <p>{reason}</p>
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Says that counts and lists leave out the work of others. */
function Blind() {
  const rounds = useRecords((state) => state.rounds);
  const coder = useRecords((state) => state.status?.coder?.id);
  const blind = blindRounds(rounds, coder);
  if (blind.length === 0) return null;
  return (
    <span role="note" className={styles.blind} title={readingStrings.blindEverywhere}>
      <EyeOff aria-hidden="true" />
      {readingStrings.blind(blind.map(({ name }) => name))}
    </span>
  );
}

function UndoButton() {
  const undo = useRecords((state) => state.history.undo);
  const keys = useKeysOf('edit.undo');
  if (!undo) return <span className={styles.nothing}>{strings.status.nothingToUndo}</span>;
  return (
    <Tooltip text={strings.common.undo} keys={keys} placement="top">
      <Button className={styles.act} onPress={() => runAction('edit.undo')}>
        {strings.history.by(strings.status.undo(undo.label), undo.coder)}
      </Button>
    </Tooltip>
  );
}

function Running() {
  const tasks = useTasks((state) => state.tasks);
  const { newest, more } = runningTasks(tasks);
  if (!newest) return null;
  return (
    <span className={styles.running}>
      <span className={styles.text}>
        {newest.label}
        {newest.total > 0 && ` · ${strings.tasks.progress(newest.done, newest.total)}`}
      </span>
      <Progress label={newest.label} done={newest.done} total={newest.total} />
      {newest.left !== null && <span>{timeLeft(newest.left)}</span>}
      <Button className={styles.act} aria-label={strings.tasks.cancel(newest.label)} onPress={() => cancelTask(newest)}>
        {strings.common.cancel}
      </Button>
      {more > 0 && (
        <Button className={styles.act} onPress={() => runAction('view.tasks')}>
          {strings.status.more(more)}
        </Button>
      )}
    </span>
  );
}
