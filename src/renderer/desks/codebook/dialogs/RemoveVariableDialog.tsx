import { codebookStrings as say } from '#words/window/codebook.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { send } from '../../../actions/ask.ts';
import { RemoveDialog, shareNote } from '../../../parts/RemoveDialog.tsx';
import { useAnswerNow } from '../../../parts/useAnswer.ts';
import { client } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';

/** Asks before a variable is removed, and says how many answers go with it. */
export function RemoveVariableDialog({ variable, onClose }: { variable: Id; onClose: () => void }) {
  const removal = useAnswerNow(() => client().call('variables.removal', { variable }), onClose);
  const name = useRecords((state) => state.variables.get(variable)?.name ?? '');
  return (
    <RemoveDialog
      title={say.removeVariable(name)}
      text={removal && say.removeVariableText(removal.answers)}
      note={shareNote(removal)}
      onClose={onClose}
      onRemove={() => void send('variables.remove', { variable })}
    />
  );
}
