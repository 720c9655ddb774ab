import type { KeyboardEvent } from 'react';
import type { Code, Id } from '../../../shared/model/records.ts';
import { codeKey } from './codeActs.ts';
import type { CodeActId } from './codeActs.ts';
import { draftId } from './codeItems.ts';

type KeyTargets = {
  selected: Id | null;
  /** The code of each digit. */
  holders: ReadonlyMap<string, Code>;
  act: (act: CodeActId, code: Id) => void;
  openMenuBelow: (code: Id) => void;
  goToFilter: () => void;
};

/** Does what a key says that is pressed in the tree, before the tree itself sees it. */
export function onTreeKey(
  event: KeyboardEvent,
  { selected, holders, act, openMenuBelow, goToFilter }: KeyTargets,
): void {
  const { target } = event;
  if (!(target instanceof Element) || target.closest('input, textarea') !== null) return;
  // Enter and Space on the handle or the menu button are theirs.
  if (target.closest('button') !== null && (event.key === 'Enter' || event.key === ' ')) return;
  const pressed = codeKey(event);
  if (pressed === null) {
    // Letters are acts here; finding a code by its letters is what the filter and the picker are for.
    if (event.key.length === 1 && event.key !== ' ') event.stopPropagation();
    return;
  }
  const code = rowUnder(target) ?? selected;
  if ('filter' in pressed) goToFilter();
  else if ('digit' in pressed) {
    const holder = holders.get(pressed.digit);
    if (holder === undefined) return;
    act('apply', holder.id);
  } else if (code === null || code === draftId) return;
  else if ('menu' in pressed) openMenuBelow(code);
  else act(pressed.act, code);
  event.preventDefault();
  event.stopPropagation();
}

/** The id of the row that something in the tree belongs to; null: of none. */
export function rowUnder(target: EventTarget): Id | null {
  return target instanceof Element ? (target.closest('[data-key]')?.getAttribute('data-key') ?? null) : null;
}
