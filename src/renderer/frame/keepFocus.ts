import { focusInside } from '../actions/view.ts';

/** Frames in which whatever takes the focus away may put it somewhere itself, and frames until the guard gives up. */
const patience = { first: 4, last: 90 };

/** What lies over the window and goes again. */
const passing = '[role=dialog], [role=alertdialog], [role=menu], [data-trigger], [data-react-aria-top-layer]';

/** A part of the window. What is around it is the whole window, where the nearest thing is far away. */
const parts = ['[data-region]', 'main', 'header', 'footer'].join(',');

/** Where the focus was: the element, the elements around it, innermost first, and the name of its part of the window. */
type Place = { element: HTMLElement; around: readonly HTMLElement[]; region: string | undefined };

/**
 * Sees to it that the focus does not fall to the page when the element that has it goes or can no longer take it: it goes to what
 * stands nearest, or back to where it was before a dialog or notice. Who clicks on nothing means that, and is left alone.
 * @returns how to end it
 */
export function keepFocus(): () => void {
  /** Where the focus is, and where it was last outside of what only passes. */
  let last: Place | null = null;
  let home: Place | null = null;
  let isWaiting = false;
  let isPressed = false;

  const isLost = (): boolean => isOnPage() && last !== null && !canTakeFocus(last.element);
  const wait = (frame: number): void => {
    isWaiting = isLost() && frame < patience.last && !(frame >= patience.first && recover(last, home));
    if (isWaiting) requestAnimationFrame(() => wait(frame + 1));
  };
  const look = (): void => {
    if (isWaiting || !isLost()) return;
    isWaiting = true;
    requestAnimationFrame(() => wait(1));
  };
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement) || target === document.body) return;
    last = placeOf(target);
    if (target.closest(passing) === null) home = last;
  };
  const onBlur = ({ relatedTarget, target }: FocusEvent): void => {
    if (relatedTarget !== null) return;
    // A press on nothing takes the focus from what could keep it; a pressed button that goes does not.
    if (isPressed && target instanceof HTMLElement && canTakeFocus(target)) last = null;
    else requestAnimationFrame(look);
  };
  const onPress = (): void => {
    isPressed = true;
    // The focus has moved, or not, when the press itself is over.
    setTimeout(() => (isPressed = false), 0);
  };
  const changes = new MutationObserver(look);
  changes.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', onBlur);
  document.addEventListener('mousedown', onPress, true);
  return () => {
    changes.disconnect();
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', onBlur);
    document.removeEventListener('mousedown', onPress, true);
  };
}

function isOnPage(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function canTakeFocus(element: HTMLElement): boolean {
  const isSeen = !('checkVisibility' in element) || element.checkVisibility();
  return element.isConnected && isSeen && !element.matches(':disabled');
}

function placeOf(element: HTMLElement): Place {
  const around: HTMLElement[] = [];
  for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) {
    around.push(at);
    if (at.matches(parts) || at.matches(passing)) break;
  }
  return { element, around, region: element.closest<HTMLElement>('[data-region]')?.dataset['region'] };
}

/** Puts the focus somewhere sensible; says whether there was such a place. */
function recover(last: Place | null, home: Place | null): boolean {
  const dialogs = document.querySelectorAll<HTMLElement>('[role=dialog], [role=alertdialog]');
  const open = [...dialogs].findLast((dialog) => dialog.closest('[data-exiting]') === null);
  if (open && last?.around.some((one) => one !== open && open.contains(one) && one.isConnected && focusInside(one)))
    return true;
  if (open) return focusInside(open);
  if (last !== null && nearest(last)) return true;
  if (home === null) return usual();
  if (canTakeFocus(home.element)) home.element.focus();
  return !isOnPage() || nearest(home) || usual();
}

/** What stands nearest: inside the innermost element around the place that is still there, or in its part of the window drawn anew. */
function nearest({ around, region }: Place): boolean {
  if (around.some((one) => one.isConnected && focusInside(one))) return true;
  const anew = region === undefined ? null : document.querySelector<HTMLElement>(`[data-region='${region}']`);
  return anew !== null && isReady(anew) && focusInside(anew);
}

/** Where work begins: the documents; in a project without any, what the reader offers; without a project, the first thing to do. */
function usual(): boolean {
  const part = (region: string): HTMLElement | null => document.querySelector(`[data-region='${region}']`);
  const documents = part('documents');
  const isEmpty = documents?.querySelector('[role=option]') == null;
  const places = [isEmpty ? null : documents, part('reader'), documents, document.querySelector('main')];
  return places.some((one) => one !== null && isReady(one) && focusInside(one));
}

function isReady(part: HTMLElement): boolean {
  return part.querySelector('[data-waiting]') === null;
}
