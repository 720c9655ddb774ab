import { useCallback, useState } from 'react';
import { strings } from '#words/window/frame.ts';
import type { FileRef } from '../../../../../shared/api/files.ts';
import { inBackground } from '../../../../actions/ask.ts';
import { chooseNative, hasNativeDialogs } from '../../../../actions/project.ts';
import { Button } from '../../../../components/Button.tsx';
import { Dialog } from '../../../../components/Dialog.tsx';
import { TextField } from '../../../../components/TextField.tsx';
import { FileBrowser } from '../../../../parts/FileBrowser.tsx';
import { FolderField } from '../../../../parts/FolderField.tsx';
import { isPathOpen } from '../../../../parts/typedPath.ts';
import { inspectPackage, reattach } from '../../actions/packages.ts';
import styles from '../../../../parts/dialogs.module.css';

type Chosen = { file: FileRef; about: string };

/** Asks for a package, and then for the texts that belong to it. */
export function ReattachDialog({ onClose }: { onClose: () => void }) {
  const words = strings.packages;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [marked, setMarked] = useState<FileRef | null>(null);
  const [name, setName] = useState('');
  const [texts, setTexts] = useState<FileRef | null>(null);
  const ignore = useCallback(() => undefined, []);
  const take = async (file: FileRef): Promise<void> => {
    const found = await inspectPackage(file);
    if (!found) return;
    setChosen({ file, about: words.about(found.program, found.documents, found.codings, found.quote) });
    setName(found.freeName);
  };
  const choose = async (): Promise<void> => {
    const file = await chooseNative('open-package');
    if (file !== null) await take(file);
  };
  const canAttach = chosen !== null && texts !== null && name.trim() !== '';
  const run = (): void => {
    if (canAttach && !isPathOpen()) inBackground(() => reattach(chosen.file, texts, name.trim()));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.attachTitle}
      lead={chosen?.about ?? words.attachLead}
      size="medium"
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          {chosen === null ? (
            <Button
              variant="primary"
              isDisabled={marked === null && !hasNativeDialogs()}
              onPress={() => inBackground(() => (marked === null ? choose() : take(marked)))}
            >
              {strings.openProject.open}
            </Button>
          ) : (
            <Button variant="primary" isDisabled={!canAttach} onPress={run}>
              {words.attach}
            </Button>
          )}
        </>
      }
    >
      {chosen === null ? (
        !hasNativeDialogs() && (
          <FileBrowser
            purpose="open-package"
            folder={null}
            onFolder={ignore}
            onFile={(file) => inBackground(() => take(file))}
            onMark={setMarked}
          />
        )
      ) : (
        <div className={styles.form}>
          <TextField
            label={words.projectName}
            value={name}
            onChange={setName}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) run();
            }}
            maxLength={300}
            autoFocus
          />
          <FolderField purpose="texts-folder" label={words.texts} onChange={setTexts} />
        </div>
      )}
    </Dialog>
  );
}
