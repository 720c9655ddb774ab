import { strings } from '#words/window/frame.ts';
import { othersStrings as say } from '#words/window/others.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import type { OthersWork } from '../state/ui.ts';
import styles from '../parts/dialogs.module.css';

/** Asks before work of another coder is changed or removed, and names whose it is. Escape, and at first Enter, give up. */
export function OthersWorkDialog({ question, onClose }: { question: OthersWork; onClose: () => void }) {
  const { coder, records } = question;
  const answer = (isMeant: boolean): void => {
    onClose();
    question.answer(isMeant);
  };
  return (
    <Dialog
      isOpen
      onClose={() => answer(false)}
      role="alertdialog"
      title={say.title(coder)}
      footer={
        <>
          <Button onPress={() => answer(false)} autoFocus>
            {strings.common.cancel}
          </Button>
          <Button variant="danger" onPress={() => answer(true)}>
            {say.change}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{say.text(coder, records)}</p>
      <p className={styles.text}>{say.undo}</p>
    </Dialog>
  );
}
