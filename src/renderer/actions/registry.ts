import { actionWords } from '#words/lists.ts';
import { onMac } from '#words/window/keyNames.ts';
import { actions } from '../../shared/actions.ts';
import type { Action, ActionId } from '../../shared/actions.ts';
import { keysInForce } from '../../shared/keyTable.ts';
import { useSettings } from '../state/settings.ts';
import { useUi } from '../state/ui.ts';
import type { Binding } from './binding.ts';
import { belongsToText, matches } from './keys.ts';

const table: readonly Action[] = actions;

let bindings: Partial<Record<ActionId, Binding>> = {};

/** Says once, at start, what every action does. */
export function setBindings(all: Record<ActionId, Binding>): void {
  bindings = all;
}

export function isActionId(id: string): id is ActionId {
  return table.some((action) => action.id === id);
}

export function isEnabled(id: ActionId): boolean {
  return bindings[id] !== undefined && (bindings[id].enabled?.() ?? true);
}

/** What the action is called as it stands now. */
export function labelOf(id: ActionId): string {
  return bindings[id]?.label?.() ?? actionWords[id];
}

/** Does an action if it can be done now, and says whether it was. */
export function runAction(id: ActionId): boolean {
  if (!isEnabled(id)) return false;
  bindings[id]?.run();
  return true;
}

/** Does an action that a native menu asks for, unless a dialog is open that it would pass over. */
export function runFromMenu(id: ActionId): void {
  if (!isCovered()) runAction(id);
}

/** Actions that the palette lists, in the order of the table: those that can be done now, and the others. */
export function paletteActions(): { possible: Action[]; impossible: Action[] } {
  const listed = table.filter(({ palette }) => palette);
  return {
    possible: listed.filter(({ id }) => isEnabled(id)),
    impossible: listed.filter(({ id }) => !isEnabled(id)),
  };
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.closest('[data-reader] .cm-content')) return false;
  return target.matches('input:not([type=radio], [type=checkbox]), textarea, select') || target.isContentEditable;
}

function actionFor(event: KeyboardEvent): { action: Action; keys: string } | null {
  const inReader = event.target instanceof Element && event.target.closest('[data-reader]') !== null;
  const changed = useSettings.getState().keys;
  for (const action of table) {
    if (action.scope === 'reader' && !inReader) continue;
    const keys = keysInForce(action, changed).find((candidate) => matches(candidate, event, onMac));
    if (keys !== undefined) return { action, keys };
  }
  return null;
}

/** Whether something is open that keys belong to: a dialog, the code picker, a menu. */
function isCovered(): boolean {
  const { dialog, picker } = useUi.getState();
  return (
    dialog !== null ||
    picker !== null ||
    document.querySelector('[role=menu], [role=dialog], [role=alertdialog]') !== null
  );
}

function handle(event: KeyboardEvent, isWanted: (action: Action, keys: string) => boolean): void {
  if (event.defaultPrevented || event.isComposing) return;
  const found = actionFor(event);
  if (!found || !isWanted(found.action, found.keys) || isCovered()) return;
  if (isTextField(event.target) && belongsToText(found.keys)) return;
  if (!runAction(found.action.id)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Keys of the whole window that hold Ctrl, Cmd or Alt, and function keys: taken before lists and trees see them. */
function isFirst(action: Action, keys: string): boolean {
  return action.scope === 'global' && /^(?:Mod|Alt)\+|^(?:Shift\+)?F\d/.test(keys);
}

/** The window's one key handler. Keys that were taken, that are being composed or that write text are let be. */
export function listenToKeys(): void {
  window.addEventListener('keydown', (event) => handle(event, isFirst), { capture: true });
  window.addEventListener('keydown', (event) => handle(event, (action, keys) => !isFirst(action, keys)));
}
