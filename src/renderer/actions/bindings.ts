import type { ActionId } from '../../shared/actions.ts';
import { codebookBindings } from './codebookBindings.ts';
import { deskBindings } from './deskBindings.ts';
import { documentBindings } from './documentBindings.ts';
import { formBindings } from './formBindings.ts';
import { reliabilityBindings } from './reliabilityBindings.ts';
import type { Binding } from './binding.ts';
import { editBindings, projectBindings } from './projectBindings.ts';
import { viewBindings } from './viewBindings.ts';
import { codeBindings, goBindings } from './codingBindings.ts';

/** Every action of the table with what it does: the types fail when one is missing. */
export const bindings: Record<ActionId, Binding> = {
  ...projectBindings,
  ...editBindings,
  ...viewBindings,
  ...codeBindings,
  ...goBindings,
  ...formBindings,
  ...codebookBindings,
  ...deskBindings,
  ...documentBindings,
  ...reliabilityBindings,
};
