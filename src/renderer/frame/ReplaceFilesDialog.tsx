import { exportTable as say } from '#words/window/exportTable.ts';
import { strings } from '#words/window/frame.ts';
import { inBackground } from '../actions/ask.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import styles from './ReplaceFilesDialog.module.css';

export type ReplaceFilesDialogProps = {
  /** Writes once more, replacing the files. */
  onReplace: () => Promise<void>;
  /** The files stay: what follows once this dialog is shut. */
  onKeep?: (() => void) | undefined;
  /** The full path of the folder, and the files in it that are not this project's. */
  folder: string;
  files: readonly string[];
  onClose: () => void;
};

/** So many names are listed. */
const mostListed = 12;

/** Asks before an export replaces files that no earlier export of this project wrote. */
export function ReplaceFilesDialog({ onReplace, onKeep, folder, files, onClose }: ReplaceFilesDialogProps) {
  const keep = (): void => {
    onClose();
    onKeep?.();
  };
  const more = files.length - mostListed;
  return (
    <Dialog
      isOpen
      onClose={keep}
      role="alertdialog"
      title={say.replaceTitle(files.length)}
      footer={
        <>
          <Button onPress={keep} autoFocus>
            {strings.common.cancel}
          </Button>
          <Button variant="danger" onPress={() => inBackground(onReplace)}>
            {say.replace}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{say.replaceText}</p>
      <p className={styles.place}>
        <bdi>{folder}</bdi>
      </p>
      <ul aria-label={say.replaceList} className={styles.list}>
        {files.slice(0, mostListed).map((name) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
        {more > 0 && <li>{say.replaceMore(more)}</li>}
      </ul>
    </Dialog>
  );
}
