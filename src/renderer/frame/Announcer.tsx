import { useAnnounced } from '../state/announced.ts';
import spoken from '../components/spoken.module.css';

/** Says to screen readers what acts did. The same words are said again, because they stand in an element of their own each time. */
export function Announcer() {
  const { words, turn } = useAnnounced((state) => state);
  return (
    <p data-react-aria-top-layer data-announced aria-live="polite" className={spoken.spoken}>
      {words !== '' && <span key={turn}>{words}</span>}
    </p>
  );
}
