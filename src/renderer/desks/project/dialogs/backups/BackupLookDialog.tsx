import { useEffect, useState } from 'react';
import { labelled, series, timeLeft } from '#words/format.ts';
import { backupStrings as say } from '#words/window/backups.ts';
import { strings } from '#words/window/frame.ts';
import type { Backup, BackupLook } from '../../../../../shared/api/backups.ts';
import type { FileRef } from '../../../../../shared/api/files.ts';
import { orNotice } from '../../../../actions/ask.ts';
import { cancelTask } from '../../../../actions/tasks.ts';
import { Button } from '../../../../components/Button.tsx';
import { Dialog } from '../../../../components/Dialog.tsx';
import { Progress } from '../../../../components/Progress.tsx';
import { moment } from '../../../../components/moment.ts';
import { client } from '../../../../state/client.ts';
import { useTasks } from '../../../../state/tasks.ts';
import { restoreAsNew, restoreInPlace } from '../../actions/backups.ts';
import { nameOf } from './nameOf.ts';
import styles from './backups.module.css';

export type BackupLookDialogProps = {
  project: FileRef | null;
  backup: Backup;
  onBack: () => void;
  onClose: () => void;
};

type Difference = NonNullable<BackupLook['difference']>;
type Act = BackupLook['acts'][number];

/** What stands in a backup, how it differs from the project as it is, and the ways of restoring it. */
export function BackupLookDialog({ project, backup, onBack, onClose }: BackupLookDialogProps) {
  const [look, setLook] = useState<BackupLook | null>(null);
  const [isRestoring, setRestoring] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void orNotice(() => client().call('backups.look', { project, backup: backup.file })).then((answer) => {
      if (!isCurrent) return;
      if (answer) setLook(answer);
      else onBack();
    });
    return () => {
      isCurrent = false;
    };
    // What is looked at does not change while the page is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const restore = (work: typeof restoreInPlace): void => {
    setRestoring(true);
    void work(project, backup.file).then((isDone) => {
      if (isDone) onClose();
      else setRestoring(false);
    });
  };
  if (isRestoring) return <RestoringDialog title={say.lookTitle(nameOf(backup))} onClose={onClose} />;
  const canRestore = look !== null && look.problem === '';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.lookTitle(nameOf(backup))}
      lead={look ? (look.problem === '' ? say.sound : say.unsound(look.problem)) : undefined}
      size="medium"
      footer={
        <>
          <Button onPress={onBack} autoFocus>
            {say.back}
          </Button>
          <Button isDisabled={!canRestore} onPress={() => restore(restoreInPlace)}>
            {say.inPlace}
          </Button>
          <Button variant="primary" isDisabled={!canRestore} onPress={() => restore(restoreAsNew)}>
            {say.asNew}
          </Button>
        </>
      }
    >
      {look === null ? <p role="status">{say.looking}</p> : <Inside look={look} />}
      <p role="status" className={styles.note}>
        {canRestore ? say.kept : ''}
      </p>
    </Dialog>
  );
}

/** How far the restoring is. It goes on when this is closed, and can be cancelled in the window's last line, too. */
function RestoringDialog({ title, onClose }: { title: string; onClose: () => void }) {
  const task = useTasks(({ tasks }) =>
    tasks.find(({ method, state }) => state === 'running' && /^backups\.restore/u.test(method)),
  );
  const { label = say.restoring, done = 0, total = 0, left = null } = task ?? {};
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      size="medium"
      footer={
        // A button that could not be pressed before has not got the focus.
        <Button key={task ? 'ready' : 'waiting'} isDisabled={!task} onPress={() => task && cancelTask(task)} autoFocus>
          {strings.common.cancel}
        </Button>
      }
    >
      <p role="status">{label}</p>
      <div className={styles.restoring}>
        <Progress label={say.restoring} done={done} total={total} />
      </div>
      <p className={styles.note}>
        {[total > 0 && strings.tasks.progress(done, total), left !== null && timeLeft(left)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </Dialog>
  );
}

function Inside({ look }: { look: BackupLook }) {
  return (
    <>
      {look.isHidden && <p className={styles.note}>{say.hidden}</p>}
      {look.difference ? <Differences difference={look.difference} isHidden={look.isHidden} /> : null}
      {!look.difference && look.counts && <p className={styles.note}>{say.notCompared}</p>}
      <Lines title={say.lastActs} lines={look.acts.map(lineOf)} />
      <Lines
        title={say.itsDocuments}
        lines={look.documents.first.map((name) => ({ head: name, text: '' }))}
        rest={look.documents.total - look.documents.first.length}
      />
    </>
  );
}

function Differences({ difference, isHidden }: { difference: Difference; isHidden: boolean }) {
  const { onlyProject, onlyCopy } = difference;
  const isSame = [onlyProject, onlyCopy].every(
    ({ acts, documents, codes, codings }) => acts.total + documents.total + codes.total + codings === 0,
  );
  if (isSame && !isHidden) return <p className={styles.note}>{say.same}</p>;
  return (
    <>
      <Side title={say.onlyProject} side={onlyProject} />
      <Side title={say.onlyBackup} side={onlyCopy} />
    </>
  );
}

/** What one of the two has: how much, the acts, and the names. */
function Side({ title, side }: { title: string; side: Difference['onlyCopy'] }) {
  const { acts, documents, codes, codings } = side;
  const counted = [
    acts.total > 0 ? say.acts(acts.total) : '',
    documents.total > 0 ? say.documents(documents.total) : '',
    codes.total > 0 ? say.codes(codes.total) : '',
    codings > 0 ? say.codings(codings) : '',
  ].filter((part) => part !== '');
  if (counted.length === 0) return null;
  const names = [...documents.first, ...codes.first].map((name) => ({ head: name, text: '' }));
  return (
    <Lines
      title={labelled(title, series(counted))}
      lines={[...acts.first.map(lineOf), ...names]}
      rest={
        acts.total - acts.first.length + documents.total - documents.first.length + codes.total - codes.first.length
      }
    />
  );
}

type Line = { head: string; text: string };

function lineOf({ label, coder, at, kind }: Act): Line {
  const act = kind === 'undo' ? strings.history.undo(label) : kind === 'redo' ? strings.history.redo(label) : label;
  return { head: act, text: series([...(coder === null ? [] : [coder]), moment(at)]) };
}

function Lines({ title, lines, rest = 0 }: { title: string; lines: readonly Line[]; rest?: number }) {
  if (lines.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.head}>{title}</h3>
      <ul aria-label={title} className={styles.lines} tabIndex={0}>
        {lines.map(({ head, text }, index) => (
          <li key={index}>
            <bdi>{head}</bdi>
            {text !== '' && <span>{text}</span>}
          </li>
        ))}
        {rest > 0 && <li>{say.more(rest)}</li>}
      </ul>
    </section>
  );
}
