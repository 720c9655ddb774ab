import { strings } from '#words/window/frame.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { inBackground } from '../../../actions/ask.ts';
import { removeCode } from '../../../actions/codeActs.ts';
import { RemoveDialog, shareNote } from '../../../parts/RemoveDialog.tsx';
import { useAnswerNow } from '../../../parts/useAnswer.ts';
import { client } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';

export function RemoveCodeDialog({ code, onClose }: { code: Id; onClose: () => void }) {
  const removal = useAnswerNow(() => client().call('codes.removal', { code }), onClose);
  const name = useRecords((state) => state.codes.get(code)?.name ?? '');
  const words = strings.codes;
  const text =
    removal === undefined
      ? undefined
      : removal.annotations > 0
        ? words.removeText(removal.codes, removal.annotations, removal.documents)
        : removal.codes > 1
          ? words.removeBelow(removal.codes)
          : words.removeNothing;
  return (
    <RemoveDialog
      title={words.removeTitle(name)}
      text={text}
      note={shareNote(removal)}
      onClose={onClose}
      onRemove={() => inBackground(() => removeCode(code))}
    />
  );
}
