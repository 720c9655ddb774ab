import { X } from 'lucide-react';
import { strings } from '#words/window/frame.ts';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { dismissNotice, useUi } from '../../state/ui.ts';
import { NoticePlace } from './NoticePlace.tsx';
import styles from './Notices.module.css';

/** Lines at the head of the window that say what could not be done and what was done elsewhere. */
export function Notices() {
  const notices = useUi((state) => state.notices);
  return (
    // A dialog hides what lies behind it from screen readers; what is said while it is open is not behind it.
    <div data-react-aria-top-layer role="region" aria-label={strings.notices.label} className={styles.notices}>
      {notices.map(({ id, kind, text, act, place }) => (
        <div key={id} role={kind === 'error' ? 'alert' : 'status'} data-kind={kind} className={styles.notice}>
          <div className={styles.words}>
            <p>{text}</p>
            {place && <NoticePlace place={place} />}
          </div>
          {act && (
            <Button
              variant="quiet"
              onPress={() => {
                dismissNotice(id);
                act.run();
              }}
            >
              {act.label}
            </Button>
          )}
          <IconButton label={strings.common.dismiss} icon={<X />} placement="top" onPress={() => dismissNotice(id)} />
        </div>
      ))}
    </div>
  );
}
