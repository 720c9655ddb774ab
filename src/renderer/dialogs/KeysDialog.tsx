import { actions } from '../../shared/actions.ts';
import type { Action, MenuPlace } from '../../shared/actions.ts';
import { Dialog } from '../components/Dialog.tsx';
import { Kbd } from '../components/Kbd.tsx';
import { strings } from '../strings/strings.ts';
import styles from './KeysDialog.module.css';

const table: readonly Action[] = actions;
const places = ['go', 'edit', 'code', 'view', 'file', 'help', 'none'] as const;

function actionsOf(place: MenuPlace | 'none'): Action[] {
  return table.filter((action) => action.keys.length > 0 && (action.menu?.place ?? 'none') === place);
}

/** Every action that has a key, by menu. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const words = strings.keys;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title}
      closeLabel={strings.common.close}
      lead={words.lead}
      size="large"
    >
      <div className={styles.columns}>
        {places.map((place) => (
          <section key={place} className={styles.section}>
            <h3>{words.places[place]}</h3>
            <dl>
              {place === 'code' && (
                <>
                  <Row keys={[words.letters]} label={words.lettersText} />
                  <Row keys={[words.digits]} label={words.digitsText} />
                </>
              )}
              {actionsOf(place).map((action) => (
                <Row key={action.id} keys={action.keys} label={action.label.replace('…', '')} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
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
