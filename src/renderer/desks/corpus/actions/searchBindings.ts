import type { ActionId } from '../../../../shared/actions.ts';
import type { Binding } from '../../../actions/binding.ts';
import { canCodeHits, codeAllHits } from './searching.ts';

/** What is done with what a search found. */
export const searchBindings = {
  'search.codeHits': { run: codeAllHits, enabled: canCodeHits },
} satisfies Partial<Record<ActionId, Binding>>;
