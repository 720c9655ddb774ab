import { strings } from '#words/window/frame.ts';
import { send, inBackground } from '../../actions/ask.ts';
import { copyText } from '../../actions/copy.ts';
import { Button } from '../../components/Button.tsx';
import { useRecords } from '../../state/records.ts';
import { notify } from '../../state/ui.ts';
import type { NoticePlace as Place } from '../../state/ui.ts';
import styles from './Notices.module.css';

/** The full path of a folder that something was written to, and the way there: the file manager, else the clipboard. */
export function NoticePlace({ place }: { place: Place }) {
  const reveals = useRecords((state) => state.status?.reveals ?? false);
  const words = strings.notices;
  const copy = async (): Promise<void> => {
    if (await copyText(place.label)) notify('info', words.copied);
    else notify('error', words.notCopied);
  };
  return (
    <div className={styles.place}>
      <bdi className={styles.path}>{place.label}</bdi>
      {reveals ? (
        <Button onPress={() => inBackground(() => send('files.show', { folder: place.folder }))}>{words.show}</Button>
      ) : (
        <Button onPress={() => inBackground(copy)}>{words.copy}</Button>
      )}
    </div>
  );
}
