import type { OpenDialog } from '../../../state/ui.ts';
import { DifferenceDialog } from './DifferenceDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { NewSetDialog } from './NewSetDialog.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { RecodeDialog } from './RecodeDialog.tsx';
import { RemoveVariableDialog } from './RemoveVariableDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';
import { TemplatesDialog } from './TemplatesDialog.tsx';
import { VariableDialog } from './VariableDialog.tsx';

type Kind =
  | 'mergeCode'
  | 'splitCode'
  | 'recode'
  | 'newSet'
  | 'publish'
  | 'difference'
  | 'templates'
  | 'variable'
  | 'removeVariable';

type CodebookDialogProps = { dialog: Extract<OpenDialog, { kind: Kind }>; onClose: () => void };

/** The dialogs of the codebook. */
export function CodebookDialog({ dialog, onClose }: CodebookDialogProps) {
  switch (dialog.kind) {
    case 'mergeCode':
      return <MergeDialog source={dialog.code} onClose={onClose} />;
    case 'splitCode':
      return <SplitDialog code={dialog.code} onClose={onClose} />;
    case 'recode':
      return <RecodeDialog annotation={dialog.annotation} code={dialog.code} onClose={onClose} />;
    case 'newSet':
      return <NewSetDialog code={dialog.code} onClose={onClose} />;
    case 'publish':
      return <PublishDialog onClose={onClose} />;
    case 'difference':
      return <DifferenceDialog from={dialog.from} to={dialog.to} onClose={onClose} />;
    case 'templates':
      return <TemplatesDialog onClose={onClose} />;
    case 'variable':
      return <VariableDialog variable={dialog.variable} code={dialog.code} onClose={onClose} />;
    case 'removeVariable':
      return <RemoveVariableDialog variable={dialog.variable} onClose={onClose} />;
  }
}
