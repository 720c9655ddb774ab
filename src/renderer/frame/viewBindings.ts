import type { ActionId } from '../../shared/actions.ts';
import type { Binding } from '../actions/binding.ts';
import { hasProject } from '../actions/conditions.ts';
import { focusNextRegion, focusRegion, goToDrawer, openSideTab, setTheme, stepTextSize } from '../actions/view.ts';
import { openDialog } from '../state/ui.ts';

export const viewBindings = {
  'view.palette': { run: () => openDialog({ kind: 'palette' }) },
  'view.documents': { run: () => focusRegion('documents'), enabled: hasProject },
  'view.reader': { run: () => focusRegion('reader'), enabled: hasProject },
  'view.codes': {
    run: () => {
      openSideTab('codes');
      focusRegion('side');
    },
    enabled: hasProject,
  },
  'view.drawer': { run: () => focusRegion('drawer'), enabled: hasProject },
  'view.nextRegion': { run: () => focusNextRegion(1), enabled: hasProject },
  'view.previousRegion': { run: () => focusNextRegion(-1), enabled: hasProject },
  'view.segments': { run: () => goToDrawer('segments'), enabled: hasProject },
  'view.search': { run: () => goToDrawer('search'), enabled: hasProject },
  'view.history': { run: () => goToDrawer('history'), enabled: hasProject },
  'view.tasks': { run: () => goToDrawer('tasks'), enabled: hasProject },
  'view.theme.system': { run: () => setTheme('system') },
  'view.theme.light': { run: () => setTheme('light') },
  'view.theme.dark': { run: () => setTheme('dark') },
  'view.textLarger': { run: () => stepTextSize(1) },
  'view.textSmaller': { run: () => stepTextSize(-1) },
  'view.textReset': { run: () => stepTextSize(0) },
  'help.notices': { run: () => openDialog({ kind: 'notices' }) },
  'help.keys': { run: () => openDialog({ kind: 'keys' }) },
} satisfies Partial<Record<ActionId, Binding>>;
