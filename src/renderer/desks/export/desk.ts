import type { AttachReport } from '../../../shared/api/packages.ts';
import type { Desk } from '../../parts/desk.ts';
import { exportBindings } from './actions/exportBindings.ts';
import { ExportDialog } from './dialogs/ExportDialog.tsx';
import { AttachReportDialog } from './dialogs/packages/AttachReportDialog.tsx';
import { PackageDialog } from './dialogs/packages/PackageDialog.tsx';
import { ReattachDialog } from './dialogs/packages/ReattachDialog.tsx';

declare module '../../state/ui.ts' {
  interface DialogKinds {
    export: unknown;
    package: unknown;
    reattach: unknown;
    attachReport: { report: AttachReport };
  }
}

/** Data as files, and packages of a project without its texts. */
export const exportDesk = {
  dialogs: {
    export: ExportDialog,
    package: PackageDialog,
    reattach: ReattachDialog,
    attachReport: AttachReportDialog,
  },
  actions: exportBindings,
  tasks: { 'exports.preview': 'unlisted' },
} satisfies Desk;
