import { EyeOff } from 'lucide-react';
import { disagreements as say } from '#words/window/disagreements.ts';
import { send } from '../../../actions/ask.ts';
import { runAction } from '../../../actions/registry.ts';
import { Button } from '../../../components/Button.tsx';
import { useBlindRound } from '../../../state/blindness.ts';
import { useRecords } from '../../../state/records.ts';
import styles from './Results.module.css';

/** Why somebody who codes blind is not shown how coders agree, and what ends that. */
export function BlindNote() {
  const round = useBlindRound();
  const readOnly = useRecords((state) => state.status?.project?.readOnly ?? true);
  if (!round) return null;
  return (
    <section aria-label={say.blindTitle(round.name)} className={styles.blind}>
      <h2 className={styles.blindTitle}>
        <EyeOff aria-hidden="true" />
        {say.blindTitle(round.name)}
      </h2>
      <p>{say.blindText}</p>
      <p>{say.blindLeave}</p>
      <div className={styles.acts}>
        <Button onPress={() => runAction('coder.identify')}>{say.blindOther}</Button>
        {!readOnly && (
          <Button onPress={() => void send('rounds.update', { round: round.id, mode: 'open' })}>{say.blindOpen}</Button>
        )}
      </div>
    </section>
  );
}
