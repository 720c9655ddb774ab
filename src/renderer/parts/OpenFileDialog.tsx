import { useCallback, useState } from 'react';
import { strings } from '#words/window/frame.ts';
import type { FilePurpose, FileRef } from '../../shared/api/files.ts';
import { inBackground } from '../actions/ask.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { FileBrowser } from './FileBrowser.tsx';

export type OpenFileDialogProps = {
  title: string;
  purpose: FilePurpose;
  onOpen: (file: FileRef) => Promise<unknown>;
  onClose: () => void;
};

/** Chooses a file and opens it. */
export function OpenFileDialog({ title, purpose, onOpen, onClose }: OpenFileDialogProps) {
  const [marked, setMarked] = useState<FileRef | null>(null);
  const open = (file: FileRef): void => inBackground(() => onOpen(file));
  const ignore = useCallback(() => undefined, []);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      size="medium"
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" isDisabled={marked === null} onPress={() => marked !== null && open(marked)}>
            {strings.openProject.open}
          </Button>
        </>
      }
    >
      <FileBrowser purpose={purpose} folder={null} onFolder={ignore} onFile={open} onMark={setMarked} />
    </Dialog>
  );
}
