import { reliabilityHelp as say } from '#words/window/reliabilityHelp.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import styles from './AgreementHelpDialog.module.css';

/** What the figures of agreement mean. */
export function AgreementHelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog isOpen onClose={onClose} title={say.title} lead={say.lead} size="medium">
      <div className={styles.sections}>
        {say.sections.map(({ title, text }) => (
          <section key={title}>
            <h3 className={styles.title}>{title}</h3>
            {text.map((paragraph) => (
              <p key={paragraph} className={styles.text}>
                {paragraph}
              </p>
            ))}
          </section>
        ))}
      </div>
    </Dialog>
  );
}
