import { actions } from '../../shared/actions.ts';
import type { Action, ActionId, MenuPlace } from '../../shared/actions.ts';
import type { MenuAct, MenuEntry } from '../components/Menu.tsx';
import { isEnabled, labelOf, runAction } from './registry.ts';
import { keysOf } from './shownKeys.ts';

const table: readonly Action[] = actions;

/** An action as a line of a menu. */
export function menuAct(id: ActionId): MenuAct {
  return {
    id,
    label: labelOf(id),
    keys: keysOf(id),
    isDisabled: !isEnabled(id),
    run: () => void runAction(id),
  };
}

/** A whole menu of the action table, its groups parted by lines. */
export function menuOf(place: MenuPlace): MenuEntry[] {
  const entries: MenuEntry[] = [];
  let group: number | null = null;
  for (const action of table) {
    if (action.menu?.place !== place) continue;
    if (group !== null && action.menu.group !== group) entries.push(null);
    group = action.menu.group;
    entries.push(menuAct(action.id));
  }
  return entries;
}
