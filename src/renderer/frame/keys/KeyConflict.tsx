import { strings } from '#words/window/frame.ts';
import type { Action } from '../../../shared/actions.ts';
import { keysInForce } from '../../../shared/keyTable.ts';
import { Button } from '../../components/Button.tsx';
import { useSettings } from '../../state/settings.ts';
import { plainLabel } from './actionsByMenu.ts';
import styles from './KeysDialog.module.css';

const words = strings.keys;

type KeyConflictProps = { keyName: string; owner: Action; onTake: () => void; onLeave: () => void };

/** Says who has the key that was pressed, and asks whether to take it over. */
export function KeyConflict({ keyName, owner, onTake, onLeave }: KeyConflictProps) {
  const left = useSettings(({ keys }) => keysInForce(owner, keys).length - 1);
  const say = left > 0 ? words.takenOneOfMore : words.taken;
  return (
    <div role="alert" className={styles.conflict}>
      <span>{say(keyName, plainLabel(owner))}</span>
      <Button autoFocus onPress={onTake}>
        {words.take(keyName)}
      </Button>
      <Button onPress={onLeave}>{words.leave}</Button>
    </div>
  );
}
