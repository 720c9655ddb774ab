import type { Id } from '../../../../shared/model/records.ts';
import { sharedStore } from '../../../state/store.ts';

type Passage = {
  /** The menu of the text: where it is open, and the coding that it is about besides what is selected. */
  menu: { at: { x: number; y: number }; annotation: Id | null } | null;
  /** The place on screen of what the pointer has just selected or chosen: the bar stands there. */
  bar: DOMRect | null;
};

const shut: Passage = { menu: null, bar: null };

/** What is open at the selected passage or the chosen coding. */
export const usePassage = sharedStore<Passage>(shut, 'at-once');

export function shutPassage(): void {
  usePassage.setState(shut);
}
