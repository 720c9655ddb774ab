import { flushSync } from 'react-dom';

/** Frames that something may take to be drawn before the focus is no longer meant for it. */
const usualPatience = 30;

/** How often the focus was sent somewhere: what is still to come of an earlier time comes no more. */
let turns = 0;

type Wait = {
  /** How many frames to wait at most. */
  frames?: number;
  /** Whether it is meant still; asked before every frame. */
  isMeant?: () => boolean;
};

/**
 * Has `take` put the focus somewhere: at once where that is drawn, so that no key that follows goes astray, and otherwise as
 * soon as it is. `take` answers false while there is nothing to put it on, and is told when it is asked for the last time. It waits for a dialog or menu that is closing, which
 * gives the focus back first. The last to ask has it, and what a key brought the focus to meanwhile keeps it.
 */
export function sendFocus(
  take: (isLast: boolean) => boolean,
  { frames = usualPatience, isMeant = () => true }: Wait = {},
): void {
  const turn = ++turns;
  // What was just opened is drawn before it is looked for.
  flushSync(() => undefined);
  if (!isHeld() && take(false)) return;
  const keys = watchKeys();
  const again = (left: number): void => {
    const isOver = turn !== turns || keys.movedFocus() || !isMeant();
    const isDone = isOver || ((left === 0 || !isHeld()) && take(left === 0));
    if (isDone || left === 0) keys.stop();
    else requestAnimationFrame(() => again(left - 1));
  };
  requestAnimationFrame(() => again(frames));
}

/** A dialog or menu that is closing still has the focus. */
function isHeld(): boolean {
  return document.activeElement?.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') != null;
}

/** Tells whether a key that was pressed since then has moved the focus, as Tab does or a field that opens. */
function watchKeys(): { movedFocus: () => boolean; stop: () => void } {
  let isPressed = false;
  let hasMoved = false;
  const released = new MessageChannel();
  released.port1.onmessage = () => void (isPressed = false);
  const onKey = (): void => {
    isPressed = true;
    // What the key does itself is over when the next message comes; what a closing dialog gives back comes later.
    released.port2.postMessage(0);
  };
  const onFocus = (): void => void (hasMoved ||= isPressed);
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('focusin', onFocus, true);
  return {
    movedFocus: () => hasMoved,
    stop: () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('focusin', onFocus, true);
      released.port1.close();
    },
  };
}
