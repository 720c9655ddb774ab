import { useState } from 'react';
import { codebookStrings as say } from '#words/window/codebook.ts';
import { strings } from '#words/window/frame.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { changeCode } from '../../../actions/recode.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { useRecords } from '../../../state/records.ts';
import { CodeChooser } from './CodeChooser.tsx';

type RecodeDialogProps = { annotation: Id; code: Id; onClose: () => void };

/** Puts another code in the place of a coding's. */
export function RecodeDialog({ annotation, code, onClose }: RecodeDialogProps) {
  const codes = useRecords((state) => state.codes);
  const [target, setTarget] = useState<Id | null>(null);
  const change = (to: Id): void => {
    onClose();
    void changeCode(annotation, to);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.changeTitle}
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={target === null}
            onPress={() => {
              if (target !== null) change(target);
            }}
          >
            {say.changeTitle}
          </Button>
        </>
      }
    >
      <CodeChooser
        label={say.codes}
        offers={(other) => other !== code && codes.get(other)?.archived !== true}
        selected={target}
        onSelect={setTarget}
        onTake={change}
      />
    </Dialog>
  );
}
