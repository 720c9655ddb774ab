import { useState } from 'react';
import type { FileRef } from '../../shared/api/files.ts';
import { start } from '../actions/attempt.ts';
import { exportCodebook } from '../actions/project.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { TextField } from '../components/TextField.tsx';
import { strings } from '../strings/strings.ts';
import { FolderField } from './FolderField.tsx';
import styles from './dialogs.module.css';

export function ExportCodebookDialog({ onClose }: { onClose: () => void }) {
  const [folder, setFolder] = useState<FileRef | null>(null);
  const [name, setName] = useState('codebook.csv');
  const isGood = /^[^/\\]+\.(?:csv|json)$/iu.test(name.trim());
  const canExport = folder !== null && isGood;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={strings.codebook.exportTitle}
      closeLabel={strings.common.close}
      size="medium"
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" type="submit" form="export-codebook" isDisabled={!canExport}>
            {strings.export.run}
          </Button>
        </>
      }
    >
      <form
        id="export-codebook"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (canExport) start(() => exportCodebook(folder, name.trim()));
        }}
      >
        <TextField
          label={strings.codebook.fileName}
          value={name}
          onChange={setName}
          note={strings.codebook.fileNote}
          error={isGood ? undefined : strings.codebook.fileNote}
          maxLength={200}
          autoFocus
        />
        <FolderField purpose="export-folder" onChange={setFolder} />
      </form>
    </Dialog>
  );
}
