import type { ChangedEvent } from '../../shared/api/events.ts';

/** Who holds something that depends on what is open: the desks. */
export type Watcher = {
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
