import { useState } from 'react';
import { strings } from '#words/window/frame.ts';
import { inBackground } from '../../actions/ask.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useSettings } from '../../state/settings.ts';
import { ChangeKeys } from './ChangeKeys.tsx';
import { CheatSheet } from './CheatSheet.tsx';
import { resetKeys } from './keyChange.ts';

const words = strings.keys;

/** Every action that has a key, by menu; and a second page where keys are changed. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const [isChanging, setChanging] = useState(false);
  const hasChanged = useSettings(({ keys }) => Object.keys(keys).length > 0);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isChanging ? words.changeTitle : words.title}
      lead={isChanging ? words.changeLead : words.lead}
      size="large"
      footer={
        isChanging ? (
          <>
            <Button isDisabled={!hasChanged} onPress={() => inBackground(resetKeys)}>
              {words.all}
            </Button>
            <Button variant="primary" onPress={() => setChanging(false)}>
              {words.done}
            </Button>
          </>
        ) : (
          <Button autoFocus onPress={() => setChanging(true)}>
            {words.change}
          </Button>
        )
      }
    >
      {isChanging ? <ChangeKeys /> : <CheatSheet />}
    </Dialog>
  );
}
