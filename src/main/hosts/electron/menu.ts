import type { MenuItemConstructorOptions } from 'electron';
import { actionWords } from '#words/lists.ts';
import { menuWords } from '#words/menus.ts';
import { actions, menuPlaces } from '../../../shared/actions.ts';
import type { Action, ActionId, MenuPlace } from '../../../shared/actions.ts';
import { keysInForce } from '../../../shared/keyTable.ts';
import type { ChangedKeys } from '../../../shared/keyTable.ts';

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/** What the system does by itself, below our own actions: with these, text fields work as everywhere. */
function systemItems(place: MenuPlace, onMac: boolean): Item[] {
  const recent: Item = { role: 'recentDocuments', submenu: [{ role: 'clearRecentDocuments' }] };
  const items: Partial<Record<MenuPlace, Item[]>> = {
    file: onMac ? [recent, separator, { role: 'close' }] : [{ role: 'quit' }],
    edit: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
    view: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, separator, { role: 'togglefullscreen' }],
  };
  const own = items[place];
  return own ? [separator, ...own] : [];
}

/** The menu bar, made of the table of actions and the keys that the user changed. `run` hears which action was chosen. */
export function menuTemplate(run: (action: ActionId) => void, onMac: boolean, changed: ChangedKeys = {}): Item[] {
  const menus = menuPlaces.map((place): Item => ({
    label: menuWords[place],
    submenu: [...ownItems(place, run, onMac, changed), ...systemItems(place, onMac)],
  }));
  return onMac ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }] : menus;
}

function ownItems(place: MenuPlace, run: (action: ActionId) => void, onMac: boolean, changed: ChangedKeys): Item[] {
  const items: Item[] = [];
  let group: number | null = null;
  for (const action of actions) {
    if (action.menu?.place !== place) continue;
    if (group !== null && action.menu.group !== group) items.push(separator);
    group = action.menu.group;
    items.push({
      id: action.id,
      label: actionWords[action.id],
      ...shortcut(action, onMac, changed),
      click: () => run(action.id),
    });
  }
  return items;
}

/**
 * The key to show. The window handles keys itself, because it knows where the focus is, so the menu only shows them;
 * on macOS, where it cannot do that, it takes those that mean the same everywhere.
 */
function shortcut(
  action: Action,
  onMac: boolean,
  changed: ChangedKeys,
): Pick<Item, 'accelerator' | 'registerAccelerator'> {
  const [key] = keysInForce(action, changed);
  if (key === undefined || (onMac && !(action.scope === 'global' && key.startsWith('Mod+')))) return {};
  return { accelerator: accelerator(key), registerAccelerator: onMac };
}

const acceleratorNames: Record<string, string> = { Mod: 'CommandOrControl', Minus: '-' };

/** A key of the table in Electron's words: `Mod+ArrowDown` is `CommandOrControl+Down`. */
export function accelerator(key: string): string {
  return key
    .split('+')
    .map((part) => acceleratorNames[part] ?? part.replace(/^Arrow/, ''))
    .join('+');
}
