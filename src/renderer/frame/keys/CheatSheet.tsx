import { strings } from '#words/window/frame.ts';
import { keysInForce } from '../../../shared/keyTable.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { codeActs } from '../../parts/codes/codeActs.ts';
import { useSettings } from '../../state/settings.ts';
import { actionsOf, keyPlaces, plainLabel } from './actionsByMenu.ts';
import titleStyles from '../../components/sectionTitle.module.css';
import styles from './KeysDialog.module.css';

/** Every action that has a key, by menu, to look at. */
export function CheatSheet() {
  const words = strings.keys;
  const changed = useSettings(({ keys }) => keys);
  return (
    // Focusable, so that arrows scroll it: it has nothing else to stand on.
    <div className={styles.columns} role="group" aria-label={words.title} tabIndex={0}>
      {keyPlaces.map((place) => (
        <section key={place} className={styles.section}>
          <h3 className={titleStyles.title}>{words.places[place]}</h3>
          <dl>
            {place === 'code' && (
              <>
                <Row keys={[words.letters]} label={words.lettersText} />
                <Row keys={[words.digits]} label={words.digitsText} />
              </>
            )}
            {actionsOf(place)
              .map((action) => ({ action, keys: keysInForce(action, changed) }))
              .filter(({ keys }) => keys.length > 0)
              .map(({ action, keys }) => (
                <Row key={action.id} keys={keys} label={plainLabel(action)} />
              ))}
          </dl>
        </section>
      ))}
      <Local
        title={words.inCodes}
        rows={codeActs.map(({ keys, label }) => ({ keys: [keys], label: label.replace('…', '') }))}
      />
      {words.inLists.map(({ title, rows }) => (
        <Local key={title} title={title} rows={rows} />
      ))}
    </div>
  );
}

type LocalProps = { title: string; rows: readonly { keys: readonly string[]; label: string }[] };

/** Keys that hold while the focus is in one part of the window; they cannot be changed. */
function Local({ title, rows }: LocalProps) {
  return (
    <section className={styles.section}>
      <h3 className={titleStyles.title}>{title}</h3>
      <dl>
        {rows.map(({ keys, label }) => (
          <Row key={label} keys={keys} label={label} />
        ))}
      </dl>
    </section>
  );
}

function Row({ keys, label }: { keys: readonly string[]; label: string }) {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>
        {keys.map((key) => (
          <Kbd key={key} keys={key} />
        ))}
      </dd>
    </div>
  );
}
