import { useCallback, useState } from 'react';
import type { FileRef } from '../../../../shared/api/files.ts';
import { inBackground } from '../../../actions/ask.ts';
import { importCodebook, openProject } from '../../../actions/project.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { FileBrowser } from '../../../parts/FileBrowser.tsx';
import { strings } from '../../../strings/strings.ts';

export type OpenFileDialogProps = { kind: 'openProject' | 'importCodebook'; onClose: () => void };

/** Chooses a project to open, or a codebook to read in. */
export function OpenFileDialog({ kind, onClose }: OpenFileDialogProps) {
  const [marked, setMarked] = useState<FileRef | null>(null);
  const open = (file: FileRef): void =>
    inBackground(() => (kind === 'openProject' ? openProject(file) : importCodebook(file)));
  const ignore = useCallback(() => undefined, []);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={kind === 'openProject' ? strings.openProject.title : strings.codebook.importTitle}
      closeLabel={strings.common.close}
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
      <FileBrowser
        purpose={kind === 'openProject' ? 'open-project' : 'import-codebook'}
        folder={null}
        onFolder={ignore}
        onFile={open}
        onMark={setMarked}
      />
    </Dialog>
  );
}
