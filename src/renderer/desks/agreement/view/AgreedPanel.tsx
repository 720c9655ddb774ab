import { useEffect, useState } from 'react';
import { agreed as say } from '#words/window/agreed.ts';
import type { Result } from '../../../../shared/api/contract.ts';
import { orNotice } from '../../../actions/ask.ts';
import { runAction } from '../../../actions/registry.ts';
import { Button } from '../../../components/Button.tsx';
import { client } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import styles from './Results.module.css';

type Agreed = Result<'agreed.read'>;

/** Asks again after every act, undo and redo. */
function useAgreed(): Agreed | null {
  const history = useRecords((state) => state.history);
  const [agreed, setAgreed] = useState<Agreed | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void orNotice(() => client().call('agreed.read', {})).then((found) => {
      if (isCurrent && found) setAgreed(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [history]);
  return agreed;
}

/** How far the agreed version is, and the way to begin it. */
export function AgreedPanel() {
  const agreed = useAgreed();
  const readOnly = useRecords((state) => state.status?.project?.readOnly ?? true);
  if (!agreed) return null;
  const isThere = agreed.coder !== null;
  return (
    <section aria-label={say.title} className={styles.agreed}>
      <div className={styles.methodsHead}>
        <h2 className={styles.title}>{say.title}</h2>
        {!readOnly && (
          <Button variant="quiet" onPress={() => runAction('reliability.startAgreed')}>
            {isThere ? say.takeOver : say.start}
          </Button>
        )}
      </div>
      <p className={styles.basis}>{isThere ? say.holds(agreed.documents, agreed.codings, agreed.answers) : say.none}</p>
      {agreed.open + agreed.resolved > 0 && (
        <p className={styles.basis}>{say.standing(agreed.resolved, agreed.open)}</p>
      )}
    </section>
  );
}
