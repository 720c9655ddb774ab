import type { Soundness } from '../store/condition.ts';
import type { Store } from '../store/database.ts';

/** Whether an open project's file is whole, as far as it was looked at: `unknown` until the look that begins at opening has ended. */
export function soundness(store: Store): Soundness {
  return store.condition.soundness();
}
