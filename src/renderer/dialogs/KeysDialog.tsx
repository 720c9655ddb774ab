import { actions } from '../../shared/actions.ts';
import type { Action, MenuPlace } from '../../shared/actions.ts';
import { Dialog } from '../components/Dialog.tsx';
import { Kbd } from '../components/Kbd.tsx';
import { strings } from '../strings/strings.ts';
import styles from './KeysDialog.module.css';

const table: readonly Action[] = actions;
const places = [
  'go',
  'edit',
  'code',
  'form',
  'reliability',
  'view',
  'file',
  'help',
] as const satisfies readonly MenuPlace[];

/** Actions with a key; those in no menu stand with the menu that their id begins with. */
function actionsOf(place: MenuPlace): Action[] {
  return table.filter(({ id, keys, menu }) => keys.length > 0 && (menu?.place ?? id.split('.')[0]) === place);
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
