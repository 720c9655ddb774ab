import { BookMarked } from 'lucide-react';
import { codebookStrings } from '#words/window/codebook.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Desk } from '../../parts/desk.ts';
import { whileThere } from '../../parts/whileThere.tsx';
import type { Records } from '../../state/records.ts';
import { codebookBindings } from './actions/codebookBindings.ts';
import { CodebookChangesDialog, CodebookFaultsDialog } from './dialogs/CodebookFaultsDialog.tsx';
import { DifferenceDialog } from './dialogs/DifferenceDialog.tsx';
import { ExportCodebookDialog } from './dialogs/ExportCodebookDialog.tsx';
import { ImportCodebookDialog } from './dialogs/ImportCodebookDialog.tsx';
import { MergeDialog } from './dialogs/MergeDialog.tsx';
import { NewSetDialog } from './dialogs/NewSetDialog.tsx';
import { PublishDialog } from './dialogs/PublishDialog.tsx';
import { RecodeDialog } from './dialogs/RecodeDialog.tsx';
import { RemoveCodeDialog } from './dialogs/RemoveCodeDialog.tsx';
import { RemoveVariableDialog } from './dialogs/RemoveVariableDialog.tsx';
import { SplitDialog } from './dialogs/SplitDialog.tsx';
import { TemplatesDialog } from './dialogs/TemplatesDialog.tsx';
import { VariableDialog } from './dialogs/VariableDialog.tsx';
import { CodebookView } from './view/CodebookView.tsx';

declare module '../../state/ui.ts' {
  interface ViewNames {
    codebook: true;
  }
  interface DialogKinds {
    importCodebook: unknown;
    exportCodebook: unknown;
    codebookFaults: { faults: readonly string[] };
    codebookChanges: { changes: readonly string[] };
    removeCode: { code: Id };
    mergeCode: { code: Id };
    splitCode: { code: Id };
    recode: { annotation: Id; code: Id };
    newSet: { code: Id };
    publish: unknown;
    difference: { from: number; to: number | null };
    templates: unknown;
    variable: { variable: Id | null; code: Id | null };
    removeVariable: { variable: Id };
  }
}

declare module '../../actions/view.ts' {
  interface RegionNames {
    codebookTree: true;
    codebookCode: true;
    codebookLists: true;
  }
}

const codeName = ({ codes }: Records, { code }: { code: Id }): string | undefined => codes.get(code)?.name;

/** Codes with their rules, questions, versions, and work to be checked again. */
export const codebookDesk = {
  views: [
    {
      id: 'codebook',
      label: codebookStrings.view,
      icon: BookMarked,
      action: 'view.codebook',
      Content: CodebookView,
    },
  ],
  regions: ['codebookTree', 'codebookCode', 'codebookLists'],
  dialogs: {
    importCodebook: ImportCodebookDialog,
    exportCodebook: ExportCodebookDialog,
    codebookFaults: CodebookFaultsDialog,
    codebookChanges: CodebookChangesDialog,
    removeCode: whileThere(RemoveCodeDialog, codeName),
    mergeCode: whileThere(MergeDialog, codeName),
    splitCode: whileThere(SplitDialog, codeName),
    recode: RecodeDialog,
    newSet: whileThere(NewSetDialog, codeName),
    publish: PublishDialog,
    difference: DifferenceDialog,
    templates: TemplatesDialog,
    variable: whileThere(VariableDialog, (records, { variable, code }) => {
      if (variable !== null) return records.variables.get(variable)?.name;
      return code === null ? '' : codeName(records, { code });
    }),
    removeVariable: whileThere(RemoveVariableDialog, ({ variables }, { variable }) => variables.get(variable)?.name),
  },
  actions: codebookBindings,
} satisfies Desk;
