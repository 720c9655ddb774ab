import { ExportAgreementDialog } from '../desks/agreement/dialogs/ExportAgreementDialog.tsx';
import { ReliabilityHelpDialog } from '../desks/agreement/dialogs/ReliabilityHelpDialog.tsx';
import { StartAgreedDialog } from '../desks/agreement/dialogs/StartAgreedDialog.tsx';
import { CodebookDialog } from '../desks/codebook/dialogs/CodebookDialog.tsx';
import { CodebookChangesDialog, CodebookFaultsDialog } from '../desks/codebook/dialogs/CodebookFaultsDialog.tsx';
import { ExportCodebookDialog } from '../desks/codebook/dialogs/ExportCodebookDialog.tsx';
import { RemoveCodeDialog } from '../desks/codebook/dialogs/RemoveCodeDialog.tsx';
import { PickerHost } from '../desks/coding/codePicker/PickerHost.tsx';
import { SetAsideDialog } from '../desks/coding/dialogs/SetAsideDialog.tsx';
import { EntitiesDialog } from '../desks/coding/dialogs/entities/EntitiesDialog.tsx';
import { GoToOffsetDialog } from '../desks/coding/dialogs/links/GoToOffsetDialog.tsx';
import { LinkDialog } from '../desks/coding/dialogs/links/LinkDialog.tsx';
import { ImportDialog } from '../desks/corpus/dialogs/ImportDialog.tsx';
import { ImportReportDialog } from '../desks/corpus/dialogs/ImportReportDialog.tsx';
import { RemoveDocumentsDialog } from '../desks/corpus/dialogs/RemoveDocumentsDialog.tsx';
import { CorrectTextDialog } from '../desks/corpus/dialogs/correct/CorrectTextDialog.tsx';
import { AssignDialog } from '../desks/corpus/dialogs/rounds/AssignDialog.tsx';
import { ManyStatusDialog } from '../desks/corpus/dialogs/rounds/ManyStatusDialog.tsx';
import { RoundsDialog } from '../desks/corpus/dialogs/rounds/RoundsDialog.tsx';
import { ExportDialog } from '../desks/export/dialogs/ExportDialog.tsx';
import { AttachReportDialog } from '../desks/export/dialogs/packages/AttachReportDialog.tsx';
import { PackageDialog } from '../desks/export/dialogs/packages/PackageDialog.tsx';
import { ReattachDialog } from '../desks/export/dialogs/packages/ReattachDialog.tsx';
import { CoderDialog } from '../desks/project/dialogs/CoderDialog.tsx';
import { NewProjectDialog } from '../desks/project/dialogs/NewProjectDialog.tsx';
import { OpenFileDialog } from '../desks/project/dialogs/OpenFileDialog.tsx';
import { RenameDialog } from '../desks/project/dialogs/RenameDialog.tsx';
import { VerifyDialog } from '../desks/project/dialogs/VerifyDialog.tsx';
import { BackupsDialog } from '../desks/project/dialogs/backups/BackupsDialog.tsx';
import { closeDialog, useUi } from '../state/ui.ts';
import type { OpenDialog } from '../state/ui.ts';
import { NoticesDialog } from './NoticesDialog.tsx';
import { OthersWorkDialog } from './OthersWorkDialog.tsx';
import { PaletteDialog } from './PaletteDialog.tsx';
import { ReplaceFilesDialog } from './ReplaceFilesDialog.tsx';
import { KeysDialog } from './keys/KeysDialog.tsx';

/** The dialog that is open, if one is, and the code picker. */
export function Dialogs() {
  const dialog = useUi((state) => state.dialog);
  return (
    <>
      <PickerHost />
      {dialog && <Open dialog={dialog} />}
    </>
  );
}

function Open({ dialog }: { dialog: OpenDialog }) {
  switch (dialog.kind) {
    case 'palette':
      return <PaletteDialog onClose={closeDialog} />;
    case 'keys':
      return <KeysDialog onClose={closeDialog} />;
    case 'othersWork':
      return <OthersWorkDialog question={dialog.question} onClose={closeDialog} />;
    case 'newProject':
      return <NewProjectDialog files={dialog.files} onClose={closeDialog} />;
    case 'import':
      return <ImportDialog onClose={closeDialog} />;
    case 'openProject':
    case 'importCodebook':
      return <OpenFileDialog key={dialog.kind} kind={dialog.kind} onClose={closeDialog} />;
    case 'exportCodebook':
      return <ExportCodebookDialog onClose={closeDialog} />;
    case 'export':
      return <ExportDialog onClose={closeDialog} />;
    case 'backups':
      return <BackupsDialog project={dialog.project} onClose={closeDialog} />;
    case 'replaceFiles':
      return <ReplaceFilesDialog {...dialog} onClose={closeDialog} />;
    case 'package':
      return <PackageDialog onClose={closeDialog} />;
    case 'reattach':
      return <ReattachDialog onClose={closeDialog} />;
    case 'attachReport':
      return <AttachReportDialog report={dialog.report} onClose={closeDialog} />;
    case 'coder':
      return <CoderDialog then={dialog.then} onClose={closeDialog} />;
    case 'importReport':
      return <ImportReportDialog report={dialog.report} step={dialog.step} onClose={closeDialog} />;
    case 'verify':
      return <VerifyDialog problems={dialog.problems} onClose={closeDialog} />;
    case 'codebookFaults':
      return <CodebookFaultsDialog faults={dialog.faults} onClose={closeDialog} />;
    case 'codebookChanges':
      return <CodebookChangesDialog changes={dialog.changes} onClose={closeDialog} />;
    case 'renameProject':
    case 'renameDocument':
      return <RenameDialog dialog={dialog} onClose={closeDialog} />;
    case 'removeDocuments':
      return <RemoveDocumentsDialog documents={dialog.documents} name={dialog.name} onClose={closeDialog} />;
    case 'entities':
      return <EntitiesDialog onClose={closeDialog} />;
    case 'rounds':
      return <RoundsDialog onClose={closeDialog} />;
    case 'assign':
      return <AssignDialog documents={dialog.documents} onClose={closeDialog} />;
    case 'manyStatus':
      return <ManyStatusDialog documents={dialog.documents} onClose={closeDialog} />;
    case 'setAside':
      return <SetAsideDialog reason={dialog.reason} onClose={closeDialog} />;
    case 'removeCode':
      return <RemoveCodeDialog code={dialog.code} onClose={closeDialog} />;
    case 'reliabilityHelp':
      return <ReliabilityHelpDialog onClose={closeDialog} />;
    case 'notices':
      return <NoticesDialog onClose={closeDialog} />;
    case 'exportAgreement':
      return <ExportAgreementDialog onClose={closeDialog} />;
    case 'startAgreed':
      return <StartAgreedDialog onClose={closeDialog} />;
    case 'goToOffset':
      return <GoToOffsetDialog onClose={closeDialog} />;
    case 'correctText':
      return <CorrectTextDialog document={dialog.document} onClose={closeDialog} />;
    case 'link':
      return <LinkDialog source={dialog.source} onClose={closeDialog} />;
    case 'mergeCode':
    case 'splitCode':
    case 'recode':
    case 'newSet':
    case 'publish':
    case 'difference':
    case 'templates':
    case 'variable':
    case 'removeVariable':
      return <CodebookDialog dialog={dialog} onClose={closeDialog} />;
  }
}
