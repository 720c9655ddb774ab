import { useEffect, useState } from 'react';
import { size } from '#words/format.ts';
import { backupStrings as say } from '#words/window/backups.ts';
import { strings } from '#words/window/frame.ts';
import type { Backup } from '../../../../../shared/api/backups.ts';
import type { Result } from '../../../../../shared/api/contract.ts';
import type { FileRef } from '../../../../../shared/api/files.ts';
import { orNotice } from '../../../../actions/ask.ts';
import { Button } from '../../../../components/Button.tsx';
import { ChoiceList } from '../../../../components/ChoiceList.tsx';
import { Dialog } from '../../../../components/Dialog.tsx';
import { client } from '../../../../state/client.ts';
import { BackupLookDialog } from './BackupLookDialog.tsx';
import { nameOf } from './nameOf.ts';
import styles from './backups.module.css';

export type BackupsDialogProps = {
  /** The project whose backups are shown; null: the one that is open. */
  project: FileRef | null;
  onClose: () => void;
};

type Listing = Result<'backups.list'>;

/** The backups of a project; a second page looks inside one and restores it. */
export function BackupsDialog({ project, onClose }: BackupsDialogProps) {
  const [listing, setListing] = useState<Listing | null>(null);
  const [marked, setMarked] = useState<FileRef | null>(null);
  const [looking, setLooking] = useState<Backup | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void orNotice(() => client().call('backups.list', { project })).then((answer) => {
      if (!isCurrent) return;
      if (answer) setListing(answer);
      else onClose();
      setMarked(answer?.backups[0]?.file ?? null);
    });
    return () => {
      isCurrent = false;
    };
    // What the dialog was opened for does not change while it is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const look = (file: FileRef | null): void =>
    setLooking(listing?.backups.find((backup) => backup.file === file) ?? null);
  if (looking) {
    return <BackupLookDialog project={project} backup={looking} onBack={() => setLooking(null)} onClose={onClose} />;
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.dialog}
      lead={listing ? say.lead(listing.fileName, listing.folder) : undefined}
      size="medium"
      footer={
        <>
          <Button onPress={onClose}>{strings.common.close}</Button>
          <Button variant="primary" isDisabled={marked === null} onPress={() => look(marked)}>
            {say.look}
          </Button>
        </>
      }
    >
      {listing === null && <p role="status">{say.loading}</p>}
      {listing?.backups.length === 0 && <p className={styles.none}>{say.none}</p>}
      {listing && listing.backups.length > 0 && (
        <ChoiceList
          label={say.list}
          items={listing.backups.map((backup) => ({ ...backup, id: backup.file }))}
          textOf={nameOf}
          selected={marked}
          onChange={({ file }) => setMarked(file)}
          onChosen={({ file }) => look(file)}
          autoFocus
          className={styles.list}
          rowClassName={styles.item}
        >
          {(backup) => <BackupItem backup={backup} />}
        </ChoiceList>
      )}
    </Dialog>
  );
}

function BackupItem({ backup }: { backup: Backup }) {
  return (
    <>
      <span className={styles.when}>{nameOf(backup)}</span>
      <span className={styles.size}>{size(backup.size)}</span>
      <span className={styles.about}>
        {aboutOf(backup).map((line) => (
          <bdi key={line}>{line}</bdi>
        ))}
      </span>
    </>
  );
}

function aboutOf({ counts, isHidden, last, problem, kind, of, isOfHere }: Backup): string[] {
  const { documents = 0, codes = 0, codings = 0 } = counts ?? {};
  const held = isHidden ? say.hiddenCounts(documents, codes) : say.counts(documents, codes, codings);
  const place = of === '' ? say.unknownPlace : isOfHere ? '' : say.otherPlace(of);
  return [
    counts ? held : say.unreadable,
    last && !isHidden ? say.act(last.label, last.coder) : '',
    problem,
    say.kinds[kind],
    place,
  ].filter((line) => line !== '');
}
