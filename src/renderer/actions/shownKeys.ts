import { keyText } from '#words/window/keyNames.ts';
import { actions } from '../../shared/actions.ts';
import type { Action, ActionId } from '../../shared/actions.ts';
import { keysInForce } from '../../shared/keyTable.ts';
import { useSettings } from '../state/settings.ts';

const byId: ReadonlyMap<string, Action> = new Map(actions.map((action) => [action.id, action]));

/** The key to show beside an action, if it has any now. Components ask `useKeysOf`, to hear when it is another one. */
export function keysOf(id: ActionId): string | undefined {
  return shown(id, useSettings.getState().keys);
}

export function useKeysOf(id: ActionId | undefined): string | undefined {
  return useSettings(({ keys }) => (id === undefined ? undefined : shown(id, keys)));
}

/** The same in words, for a sentence. */
export function keyTextOf(id: ActionId): string | undefined {
  const keys = keysOf(id);
  return keys === undefined ? undefined : keyText(keys);
}

function shown(id: ActionId, changed: Parameters<typeof keysInForce>[1]): string | undefined {
  const action = byId.get(id);
  return action && keysInForce(action, changed)[0];
}
