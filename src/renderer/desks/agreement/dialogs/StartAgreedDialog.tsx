import { agreed as say } from '#words/window/agreed.ts';
import { strings } from '#words/window/frame.ts';
import { reliability } from '#words/window/reliability.ts';
import { inBackground } from '../../../actions/ask.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { useRecords } from '../../../state/records.ts';
import { startAgreed } from '../actions/measuring.ts';
import { useAgreement } from '../state/measuring.ts';
import styles from '../../../parts/dialogs.module.css';

/** Says what the agreed version takes over before it does. */
export function StartAgreedDialog({ onClose }: { onClose: () => void }) {
  const { round, documents } = useAgreement((state) => state.choice);
  const name = useRecords((state) => state.rounds.find(({ id }) => id === round)?.name);
  const articles =
    documents !== null
      ? reliability.selectedArticles(documents.length)
      : name === undefined
        ? reliability.allArticles.toLowerCase()
        : reliability.inRound(name);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.dialog}
      lead={say.lead(articles)}
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" autoFocus onPress={() => inBackground(startAgreed)}>
            {say.run}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{say.takes}</p>
      <p className={styles.text}>{say.leaves}</p>
      <p className={styles.text}>{say.keeps}</p>
    </Dialog>
  );
}
