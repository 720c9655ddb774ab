import { codebookStrings as say } from '#words/window/codebook.ts';
import { strings } from '#words/window/frame.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { useAnswerNow } from '../../../parts/useAnswer.ts';
import { client } from '../../../state/client.ts';
import { ChangeList } from './ChangeList.tsx';

type DifferenceDialogProps = { from: number; to: number | null; onClose: () => void };

/** What changed between two versions of the codebook; `to` null: up to now. */
export function DifferenceDialog({ from, to, onClose }: DifferenceDialogProps) {
  const changes = useAnswerNow(() => client().call('versions.difference', { from, to }));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="medium"
      title={say.differenceTitle(from, to)}
      footer={
        <Button variant="primary" onPress={onClose} autoFocus>
          {strings.common.close}
        </Button>
      }
    >
      <ChangeList changes={changes} />
    </Dialog>
  );
}
