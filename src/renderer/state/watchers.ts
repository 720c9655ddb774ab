import type { MethodName } from '../../shared/api/contract.ts';
import type { ChangedEvent } from '../../shared/api/events.ts';

/**
 * Tasks that are not listed like others: `passing` only while they run and where they failed (work behind what the window shows, asked
 * for anew after every act), `unlisted` not at all (work that a dialog shows itself, and that is over when the dialog is).
 */
export type TaskListing = Partial<Record<MethodName, 'passing' | 'unlisted'>>;

/** Who holds something that depends on what is open, and who has work done: the desks. */
export type Watcher = {
  tasks?: TaskListing;
  /** Another project is open, or none. */
  forget?(): void;
  /** Another coder acts in the same project. */
  forgetCoder?(): void;
  /** Records have changed. */
  onChanged?(event: ChangedEvent): void;
  /** The page is about to go: what was typed and not yet sent is sent now. */
  onLeave?(): void;
};

let watchers: readonly Watcher[] = [];

/** Says once, at start, who is to hear of it. */
export function setWatchers(all: readonly Watcher[]): void {
  watchers = all;
}

export function tellForget(): void {
  for (const watcher of watchers) watcher.forget?.();
}

export function tellForgetCoder(): void {
  for (const watcher of watchers) watcher.forgetCoder?.();
}

export function tellChanged(event: ChangedEvent): void {
  for (const watcher of watchers) watcher.onChanged?.(event);
}

export function tellLeave(): void {
  for (const watcher of watchers) watcher.onLeave?.();
}

/** How a task of this method is listed; undefined: as long as there is room. */
export function listingOf(method: string): TaskListing[MethodName] {
  const own = watchers.flatMap(({ tasks }) => Object.entries(tasks ?? {}));
  return own.find(([name]) => name === method)?.[1];
}
