import type { AttachReport } from '../../../shared/api/packages.ts';
import type { Desk } from '../../parts/desk.ts';
import { exportBindings } from './actions/exportBindings.ts';
import { ExportDialog } from './dialogs/ExportDialog.tsx';
import type { BegunExport } from './dialogs/draft.ts';
import { AttachReportDialog } from './dialogs/packages/AttachReportDialog.tsx';
import { PackageDialog } from './dialogs/packages/PackageDialog.tsx';
import { ReattachDialog } from './dialogs/packages/ReattachDialog.tsx';

declare module '../../state/ui.ts' {
  interface DialogKinds {
    /** With what it is filled in at first, where it was filled in before. */
    export: { begun?: BegunExport };
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
