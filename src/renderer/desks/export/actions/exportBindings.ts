import type { ActionId } from '../../../../shared/actions.ts';
import type { Binding } from '../../../actions/binding.ts';
import { hasProject } from '../../../actions/conditions.ts';
import { openDialog } from '../../../state/ui.ts';

/** What leaves the project as files, and packages that come back to it. */
export const exportBindings = {
  'export.data': { run: () => openDialog({ kind: 'export' }), enabled: hasProject },
  'project.package': { run: () => openDialog({ kind: 'package' }), enabled: hasProject },
  'project.reattach': { run: () => openDialog({ kind: 'reattach' }) },
} satisfies Partial<Record<ActionId, Binding>>;
