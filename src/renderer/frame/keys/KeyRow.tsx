import { Ban, RotateCcw } from 'lucide-react';
import { useRef, useState } from 'react';
import { series } from '#words/format.ts';
import { strings } from '#words/window/frame.ts';
import { keyText } from '#words/window/keyNames.ts';
import type { Action } from '../../../shared/actions.ts';
import { isChanged, ownerOf } from '../../../shared/keyTable.ts';
import { inBackground } from '../../actions/ask.ts';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { useSettings } from '../../state/settings.ts';
import { KeyConflict } from './KeyConflict.tsx';
import { KeyRecorder } from './KeyRecorder.tsx';
import { plainLabel } from './actionsByMenu.ts';
import { changeKeys, conflictOf } from './keyChange.ts';
import spoken from '../../components/spoken.module.css';
import styles from './KeysDialog.module.css';

const words = strings.keys;

export type KeyRowProps = {
  action: Action;
  keys: readonly string[];
  isEditing: boolean;
  onEdit: (isEditing: boolean) => void;
};

/** What a change would take from another action: asked about before it is done. */
type Wanted = { keys: readonly string[] | 'default'; key: string; owner: Action };

/** One action: its keys, and beside them changing, taking away and going back. */
export function KeyRow({ action, keys, isEditing, onEdit }: KeyRowProps) {
  const changed = useSettings((settings) => settings.keys);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [said, setSaid] = useState('');
  const row = useRef<HTMLLIElement>(null);
  const label = plainLabel(action);
  const end = (): void => {
    onEdit(false);
    setWanted(null);
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('[data-change]')?.focus());
  };
  const give = (next: readonly string[] | 'default'): void => {
    inBackground(() => changeKeys(action.id, next));
    const shown = next === 'default' ? action.keys : next;
    setSaid(words.given(label, shown.length === 0 ? words.none : series(shown.map((key) => keyText(key)))));
    end();
  };
  const ask = (next: readonly string[] | 'default', key: string, owner: Action): void => {
    onEdit(true);
    setWanted({ keys: next, key, owner });
  };
  const choose = (key: string): void => {
    const owner = conflictOf(key, action.id);
    if (owner) ask([key], key, owner);
    else give([key]);
  };
  const goBack = (): void => {
    const key = action.keys.find((usual) => ownerOf(usual, changed, action.id));
    const owner = key === undefined ? null : ownerOf(key, changed, action.id);
    if (key !== undefined && owner) ask('default', key, owner);
    else give('default');
  };
  return (
    <li ref={row} className={styles.item} data-editing={isEditing || undefined}>
      <span className={styles.name}>{label}</span>
      {isEditing && !wanted ? (
        <KeyRecorder action={action} label={label} onKey={choose} onEnd={end} onLeave={() => onEdit(false)} />
      ) : (
        <KeysNow keys={keys} isChanged={isChanged(action.id, changed)} />
      )}
      <span className={styles.acts}>
        <Button
          variant="quiet"
          aria-label={words.changeOf(label)}
          data-change
          isDisabled={isEditing}
          onPress={() => onEdit(true)}
        >
          {words.changeOne}
        </Button>
        <IconButton
          label={words.noneOf(label)}
          icon={<Ban />}
          isDisabled={keys.length === 0}
          onPress={() => give([])}
        />
        <IconButton
          label={words.defaultOf(label)}
          icon={<RotateCcw />}
          isDisabled={!isChanged(action.id, changed)}
          onPress={goBack}
        />
      </span>
      {isEditing && wanted && (
        <KeyConflict
          keyName={keyText(wanted.key)}
          owner={wanted.owner}
          onTake={() => give(wanted.keys)}
          onLeave={end}
        />
      )}
      <span role="status" className={spoken.spoken}>
        {said}
      </span>
    </li>
  );
}

/** The keys in force, and whether they are the user's own. */
function KeysNow({ keys, isChanged }: { keys: readonly string[]; isChanged: boolean }) {
  return (
    <span className={styles.keys}>
      {isChanged && <span className={styles.mark}>{words.changed}</span>}
      {keys.length === 0 && <span className={styles.none}>{words.none}</span>}
      {keys.map((key) => (
        <Kbd key={key} keys={key} />
      ))}
    </span>
  );
}
