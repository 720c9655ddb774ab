import { closeDialog, useUi } from '../state/ui.ts';
import type { OpenDialog } from '../state/ui.ts';
import { BackupsDialog } from './backups/BackupsDialog.tsx';
import { CodebookDialog } from './codebook/CodebookDialog.tsx';
import { CoderDialog } from './CoderDialog.tsx';
import { CorrectTextDialog } from './correct/CorrectTextDialog.tsx';
import { GoToOffsetDialog } from './desk/GoToOffsetDialog.tsx';
import { LinkDialog } from './desk/LinkDialog.tsx';
import { EntitiesDialog } from './entities/EntitiesDialog.tsx';
import { ExportCodebookDialog } from './ExportCodebookDialog.tsx';
import { ExportAgreementDialog } from './ExportAgreementDialog.tsx';
import { ExportDialog } from './export/ExportDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { ImportReportDialog } from './ImportReportDialog.tsx';
import { KeysDialog } from './keys/KeysDialog.tsx';
import { NewProjectDialog } from './NewProjectDialog.tsx';
import { NoticesDialog } from './NoticesDialog.tsx';
import { OpenFileDialog } from './OpenFileDialog.tsx';
import { AttachReportDialog } from './packages/AttachReportDialog.tsx';
import { OthersWorkDialog } from './OthersWorkDialog.tsx';
import { PackageDialog } from './packages/PackageDialog.tsx';
import { ReattachDialog } from './packages/ReattachDialog.tsx';
import { PaletteDialog } from './PaletteDialog.tsx';
import { PickerHost } from './PickerHost.tsx';
import { RemoveCodeDialog } from './RemoveCodeDialog.tsx';
import { RemoveDocumentsDialog } from './RemoveDocumentsDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { AssignDialog } from './rounds/AssignDialog.tsx';
import { ManyStatusDialog } from './rounds/ManyStatusDialog.tsx';
import { ReplaceFilesDialog } from './export/ReplaceFilesDialog.tsx';
import { RoundsDialog } from './rounds/RoundsDialog.tsx';
import { SetAsideDialog } from './SetAsideDialog.tsx';
import { ReliabilityHelpDialog } from './ReliabilityHelpDialog.tsx';
import { StartAgreedDialog } from './StartAgreedDialog.tsx';
import { CodebookChangesDialog, CodebookFaultsDialog } from './CodebookFaultsDialog.tsx';
import { VerifyDialog } from './VerifyDialog.tsx';

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
