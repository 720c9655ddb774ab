import { useCallback, useRef } from 'react';
import type { FocusEvent, RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { Id } from '../../../shared/model/records.ts';
import type { CodeTreeState } from './treeContext.ts';

/** How many frames a row may take to appear before the focus is no longer meant for it. */
const patience = 20;

/** The focus of the tree, which goes to rows by their codes. */
export type TreeFocus = {
  keepState: (state: CodeTreeState) => void;
  focusRow: (code: Id) => void;
  aimAt: (code: Id) => void;
  /** To be called with every focus that comes to something in the tree, and with every press of the pointer there. */
  onEnter: (event: FocusEvent) => void;
  onPointed: () => void;
  addField: (row: Id, add: () => void) => void;
  rowOf: (code: Id) => HTMLElement | null;
};

/**
 * Moves the focus to a row, also to one that is not drawn yet: a code that was just made or moved, or lies out of sight.
 * It leaves the focus alone when the user took it out of the panel meanwhile.
 */
export function useTreeFocus(panel: RefObject<HTMLElement | null>): TreeFocus {
  const state = useRef<CodeTreeState | null>(null);
  const wanted = useRef<Id | null>(null);

  const keepState = useCallback((next: CodeTreeState) => {
    state.current = next;
  }, []);

  const rowOf = useCallback(
    (code: Id): HTMLElement | null =>
      panel.current?.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(code)}"]`) ?? null,
    [panel],
  );

  const focusRow = useCallback(
    (code: Id) => {
      wanted.current = code;
      const attempt = (left: number): void => {
        if (wanted.current !== code || left === 0) return;
        const active = document.activeElement;
        const isOurs = active === null || active === document.body || panel.current?.contains(active) === true;
        const isWriting = active !== null && isNameField(active);
        if (!isOurs || isWriting) {
          if (isWriting || isInOverlay(active)) requestAnimationFrame(() => attempt(left - 1));
          return;
        }
        const row = rowOf(code);
        const now = state.current;
        if (now?.collection.getItem(code) != null) {
          now.selectionManager.setFocused(true);
          now.selectionManager.setFocusedKey(code);
        }
        row?.focus();
        if (row !== null && document.activeElement === row) wanted.current = null;
        else requestAnimationFrame(() => attempt(left - 1));
      };
      // At once, where the row is there: a key that follows is for it.
      attempt(patience);
    },
    [panel, rowOf],
  );

  const aim = useAim(state, wanted, focusRow);

  const addField = useCallback((row: Id, add: () => void) => addFieldRow(() => state.current, row, add), []);

  return { keepState, focusRow, ...aim, addField, rowOf };
}

/**
 * The row where the focus will be when it comes to the tree by keys. The tree is told then and not before, because it draws all of its
 * rows whenever it is told.
 */
function useAim(
  state: RefObject<CodeTreeState | null>,
  wanted: RefObject<Id | null>,
  focusRow: (code: Id) => void,
): Pick<TreeFocus, 'aimAt' | 'onEnter' | 'onPointed'> {
  const aim = useRef<Id | null>(null);
  const isPointed = useRef(false);
  const aimAt = useCallback((code: Id) => void (aim.current = code), []);
  const onEnter = useCallback(
    (event: FocusEvent) => {
      const { target, currentTarget, relatedTarget } = event;
      const code = aim.current;
      const byPointer = isPointed.current;
      isPointed.current = false;
      if (code === null || byPointer || (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
        return;
      if (isNameField(target)) return;
      // Somebody else brings it to a row, it is there, or the code is gone.
      if (wanted.current !== null || target.getAttribute('data-key') === code) return;
      if (state.current?.collection.getItem(code) == null) return;
      event.stopPropagation();
      focusRow(code);
    },
    [state, wanted, focusRow],
  );
  const onKey = useCallback(() => void (isPointed.current = false), []);
  const onPointed = useCallback(() => {
    isPointed.current = true;
    // Some presses bring no focus: on the row that has it, or of a finger that scrolls. What comes after a key is not by pointer.
    window.addEventListener('keydown', onKey, { capture: true, once: true });
  }, [onKey]);
  return { aimAt, onEnter, onPointed };
}

/**
 * Adds a row whose field takes the focus, and has it drawn however far from sight. A tree that the focus enters puts it on one of
 * its rows, which would take it from the field; so it goes in first.
 */
function addFieldRow(tree: () => CodeTreeState | null, row: Id, add: () => void): void {
  const draw = (left: number): void => {
    const now = tree();
    if (now?.collection.getItem(row) != null) now.selectionManager.setFocusedKey(row);
    else if (left > 0) requestAnimationFrame(() => draw(left - 1));
  };
  const begin = (): void => {
    add();
    requestAnimationFrame(() => draw(patience));
  };
  const manager = tree()?.selectionManager;
  if (manager?.isFocused === false) flushSync(() => manager.setFocused(true));
  begin();
}

/** Somebody writes the name of a code: what is typed must not go to a row. */
function isNameField(element: Element): boolean {
  return element.matches('[role="row"] input');
}

/** A menu, popover or question that is closing still holds the focus for a moment: wait for it, take nothing from it. */
function isInOverlay(element: Element): boolean {
  return element.closest('[role="dialog"], [role="menu"]') !== null;
}
