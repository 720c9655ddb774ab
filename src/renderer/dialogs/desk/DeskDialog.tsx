import type { OpenDialog } from '../../state/ui.ts';
import { GoToOffsetDialog } from './GoToOffsetDialog.tsx';

type Kind = 'goToOffset';

type DeskDialogProps = { dialog: Extract<OpenDialog, { kind: Kind }>; onClose: () => void };

/** The dialogs of reading and coding. */
export function DeskDialog({ dialog, onClose }: DeskDialogProps) {
  switch (dialog.kind) {
    case 'goToOffset':
      return <GoToOffsetDialog onClose={onClose} />;
  }
}
