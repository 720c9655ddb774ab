import { Copy } from 'lucide-react';
import { reliability as say } from '#words/window/reliability.ts';
import { runAction } from '../../../actions/registry.ts';
import { Button } from '../../../components/Button.tsx';
import styles from './Results.module.css';

/** The paragraph for a paper, made from the facts. */
export function Methods({ text }: { text: string }) {
  return (
    <section aria-label={say.methods} className={styles.methods}>
      <div className={styles.methodsHead}>
        <h2 className={styles.title}>{say.methods}</h2>
        <Button variant="quiet" icon={<Copy />} onPress={() => runAction('reliability.copyMethods')}>
          {say.copy}
        </Button>
      </div>
      <p className={styles.paragraph}>{text}</p>
    </section>
  );
}
