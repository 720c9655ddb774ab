import type { ChangedEvent } from '../../shared/api/events.ts';

/**
 * Events that arrive while the mirror is being asked for anew: what they change may or may not be in the answer, so they
 * wait, and those the answer already holds are dropped by their number or written again with the same values.
 */
let waiting: ChangedEvent[] | null = null;
/** How many ask at this time. */
let asking = 0;

/** Keeps the event if events are held now, and says whether it did. */
export function isHeld(event: ChangedEvent): boolean {
  waiting?.push(event);
  return waiting !== null;
}

/** Holds events from now on. The answer ends that and gives those that came, unless somebody else still holds them. */
export function holdEvents(): () => readonly ChangedEvent[] {
  waiting ??= [];
  asking += 1;
  return () => {
    asking -= 1;
    if (asking > 0) return [];
    const held = waiting ?? [];
    waiting = null;
    return held;
  };
}
