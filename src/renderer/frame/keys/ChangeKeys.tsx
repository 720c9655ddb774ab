import { useState } from 'react';
import { strings } from '#words/window/frame.ts';
import { keyText } from '#words/window/keyNames.ts';
import type { Action, ActionId } from '../../../shared/actions.ts';
import { keysInForce } from '../../../shared/keyTable.ts';
import { SearchField } from '../../components/SearchField.tsx';
import { useSettings } from '../../state/settings.ts';
import { KeyRow } from './KeyRow.tsx';
import { actionsOf, keyPlaces, plainLabel } from './actionsByMenu.ts';
import titleStyles from '../../components/sectionTitle.module.css';
import styles from './KeysDialog.module.css';

/** All actions with their keys, each to be given another one. */
export function ChangeKeys() {
  const words = strings.keys;
  const changed = useSettings(({ keys }) => keys);
  const [query, setQuery] = useState('');
  const [editing, setEditing] = useState<ActionId | null>(null);
  const wanted = query.trim().toLowerCase();
  const isFound = (action: Action): boolean =>
    [plainLabel(action), ...keysInForce(action, changed).map((key) => keyText(key))].some((text) =>
      text.toLowerCase().includes(wanted),
    );
  const groups = keyPlaces
    .map((place) => ({ place, found: actionsOf(place).filter(isFound) }))
    .filter(({ found }) => found.length > 0);
  return (
    <div className={styles.change}>
      <SearchField
        label={words.find}
        clearLabel={strings.common.clear}
        placeholder={words.find}
        value={query}
        onChange={setQuery}
        autoFocus
        className={styles.find}
      />
      {groups.length === 0 && <p className={styles.noneFound}>{words.noneFound}</p>}
      {groups.map(({ place, found }) => (
        <section key={place} aria-labelledby={`keys-${place}`} className={styles.group}>
          <h3 id={`keys-${place}`} className={titleStyles.title}>
            {words.places[place]}
          </h3>
          <ul>
            {found.map((action) => (
              <KeyRow
                key={action.id}
                action={action}
                keys={keysInForce(action, changed)}
                isEditing={editing === action.id}
                onEdit={(isEditing) => setEditing(isEditing ? action.id : null)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
