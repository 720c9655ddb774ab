import type { ActionId } from '../../../shared/actions.ts';
import { isActionId } from '../../actions/registry.ts';
import { personal, rememberLayout, useSettings } from '../../state/settings.ts';

const most = 6;
const name = 'recentCommands';

/** What whoever acts did last from the palette, the latest first. */
export function recentCommands(): ActionId[] {
  const kept = useSettings.getState().layout[personal(name)];
  return String(kept ?? '')
    .split(' ')
    .filter(isActionId);
}

export function rememberCommand(id: ActionId): void {
  const others = recentCommands().filter((one) => one !== id);
  rememberLayout({ [personal(name)]: [id, ...others].slice(0, most).join(' ') });
}
