import { askForFiles, askForFolder } from '../../../actions/filePicker.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { strings } from '../../../strings/strings.ts';

/** Offers the browser's pickers where an import was asked for from outside the window. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const choose = (ask: () => void): void => {
    onClose();
    ask();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={strings.import.title}
      lead={strings.import.lead}
      footer={
        <>
          <Button onPress={() => choose(askForFolder)}>{strings.documents.importFolder}</Button>
          <Button variant="primary" autoFocus onPress={() => choose(askForFiles)}>
            {strings.documents.importFiles}
          </Button>
        </>
      }
    />
  );
}
