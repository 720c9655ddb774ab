import { notices as say } from '#words/window/notices.ts';
import { Dialog } from '../components/Dialog.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { client } from '../state/client.ts';
import styles from './NoticesDialog.module.css';

/** Packages and fonts that are part of the program, with the wording of their licences. */
export function NoticesDialog({ onClose }: { onClose: () => void }) {
  const notices = useAnswer(() => client().call('program.notices', {}));
  return (
    <Dialog isOpen onClose={onClose} title={say.title} lead={say.lead} size="medium">
      {notices === undefined ? (
        <p className={styles.loading}>{say.loading}</p>
      ) : (
        <ul aria-label={say.list} className={styles.list}>
          {notices.map(({ name, version, licence, text }) => (
            <li key={`${name} ${version}`}>
              <details>
                <summary className={styles.summary}>
                  <span className={styles.name}>
                    {name} <span className={styles.version}>{version}</span>
                  </span>
                  <span className={styles.licence}>{licence}</span>
                </summary>
                <p className={styles.text}>{text === '' ? say.noWording : text}</p>
              </details>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
