import { strings } from '#words/window/frame.ts';
import { othersStrings } from '#words/window/others.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import styles from './dialogs.module.css';

export type RemoveDialogProps = {
  title: string;
  /** What goes with it; undefined while that is being counted. */
  text: string | undefined;
  /** Whose work goes with it, where it is not only one's own. */
  note?: string | undefined;
  onClose: () => void;
  onRemove: () => void;
};

/** Whose work goes with it, where it is not only one's own. */
export function shareNote(
  removal: { shares: readonly { coder: string; records: number }[] } | undefined,
): string | undefined {
  return removal && removal.shares.length > 0 ? othersStrings.shares(removal.shares) : undefined;
}

/** Asks before something is taken away, and says what goes with it. */
export function RemoveDialog({ title, text, note, onClose, onRemove }: RemoveDialogProps) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      title={title}
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {strings.common.cancel}
          </Button>
          <Button
            variant="danger"
            isDisabled={text === undefined}
            onPress={() => {
              onClose();
              onRemove();
            }}
          >
            {strings.common.remove}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{text ?? '…'}</p>
      {note !== undefined && <p className={styles.text}>{note}</p>}
      <p className={styles.text}>{strings.documents.undoNote}</p>
    </Dialog>
  );
}
