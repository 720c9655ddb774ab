import { useEffect, useState } from 'react';
import { correctStrings as say } from '#words/window/correct.ts';
import type { Result } from '../../../../shared/api/contract.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { orNotice } from '../../../actions/ask.ts';
import { isEnabled, runAction } from '../../../actions/registry.ts';
import { Button } from '../../../components/Button.tsx';
import { moment } from '../../../components/moment.ts';
import { client } from '../../../state/client.ts';
import styles from './ArticlePanel.module.css';

/** The texts that the article had before, newest first, and the way to another one. `text` is the present one. */
export function TextVersions({ document, text }: { document: Id; text: string }) {
  const [versions, setVersions] = useState<Result<'texts.versions'> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void orNotice(() => client().call('texts.versions', { document })).then((answer) => {
      if (isCurrent && answer) setVersions(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [document, text]);
  if (!versions) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{say.versions}</h3>
      {versions.length === 0 ? (
        <p className={styles.none}>{say.noVersions}</p>
      ) : (
        <ol aria-label={say.versions} className={styles.versions}>
          {versions.map(({ number, reason, coder, replaced, characters }) => (
            <li key={number}>
              <p>
                {say.version(number)} <span className={styles.none}>{say.characters(characters)}</span>
              </p>
              <p dir="auto">{reason === '' ? say.noReason : reason}</p>
              <p className={styles.none}>{say.replaced(moment(replaced), coder)}</p>
            </li>
          ))}
        </ol>
      )}
      {isEnabled('text.correct') && (
        <Button variant="quiet" className={styles.correct} onPress={() => runAction('text.correct')}>
          {say.button}
        </Button>
      )}
    </section>
  );
}
