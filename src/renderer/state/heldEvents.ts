import type { ChangedEvent } from '../../shared/api/events.ts';

/**
 * Events that arrive while the mirror is being asked for anew: what they change may or may not be in the answer, so they
 * wait, and those the answer already holds are dropped by their number or written again with the same values.
 */
let waiting: ChangedEvent[] | null = null;
/** How many ask at this time. */
let asking = 0;

type Apply = (event: ChangedEvent) => void;

/** What becomes of events that had to wait. */
let pass: Apply = () => undefined;

/** The way of events to `apply`, said once, at start: those that come while events are held go there afterwards. */
export function throughHold(apply: Apply): Apply {
  pass = (event) => {
    if (waiting) waiting.push(event);
    else apply(event);
  };
  return pass;
}

/**
 * Holds events from now on. The answer ends that, once, and lets those that came go on, unless somebody else still holds them.
 */
export function holdEvents(): () => void {
  waiting ??= [];
  asking += 1;
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    asking -= 1;
    if (asking > 0) return;
    const held = waiting ?? [];
    waiting = null;
    held.forEach((event) => pass(event));
  };
}

/** Forgets what waits: it is of a project that is no longer shown, and the numbers of one say nothing of another. */
export function dropHeld(): void {
  if (waiting) waiting = [];
}
