import type { ActionId } from '../../shared/actions.ts';
import type { Binding } from '../actions/binding.ts';
import { reliabilityBindings } from '../desks/agreement/actions/reliabilityBindings.ts';
import { codebookBindings } from '../desks/codebook/actions/codebookBindings.ts';
import { codeBindings, goBindings } from '../desks/coding/actions/codingBindings.ts';
import { formBindings } from '../desks/coding/actions/formBindings.ts';
import { readingBindings } from '../desks/coding/actions/readingBindings.ts';
import { documentBindings } from '../desks/corpus/actions/documentBindings.ts';
import { editBindings, projectBindings } from './projectBindings.ts';
import { viewBindings } from './viewBindings.ts';

/** Every action of the table with what it does: the types fail when one is missing. */
export const bindings: Record<ActionId, Binding> = {
  ...projectBindings,
  ...editBindings,
  ...viewBindings,
  ...codeBindings,
  ...goBindings,
  ...formBindings,
  ...codebookBindings,
  ...readingBindings,
  ...documentBindings,
  ...reliabilityBindings,
};
