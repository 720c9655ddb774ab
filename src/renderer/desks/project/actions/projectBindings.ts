import type { ActionId } from '../../../../shared/actions.ts';
import { inBackground } from '../../../actions/ask.ts';
import type { Binding } from '../../../actions/binding.ts';
import { canChange, hasProject } from '../../../actions/conditions.ts';
import { chooseProject, closeProject, openSample, verifyProject } from '../../../actions/project.ts';
import { currentProject } from '../../../state/records.ts';
import { openDialog } from '../../../state/ui.ts';

/** The project as a whole, and who works in it. */
export const projectBindings = {
  'project.new': { run: () => openDialog({ kind: 'newProject', files: [] }) },
  'project.open': { run: () => inBackground(chooseProject) },
  'project.openSample': { run: () => inBackground(openSample) },
  'project.rename': {
    run: () => openDialog({ kind: 'renameProject', name: currentProject()?.name ?? '' }),
    enabled: canChange,
  },
  'project.close': { run: () => inBackground(closeProject), enabled: hasProject },
  'project.backups': { run: () => openDialog({ kind: 'backups', project: null }), enabled: hasProject },
  'project.verify': { run: () => inBackground(verifyProject), enabled: hasProject },
  'coder.identify': { run: () => openDialog({ kind: 'coder', then: null }) },
} satisfies Partial<Record<ActionId, Binding>>;
