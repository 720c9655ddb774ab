import { useState } from 'react';
import { strings } from '#words/window/frame.ts';
import { reliability as say } from '#words/window/reliability.ts';
import type { FileRef } from '../../../../shared/api/files.ts';
import { agreementFileSchema } from '../../../../shared/api/reliability.ts';
import { inBackground } from '../../../actions/ask.ts';
import { exportPlace } from '../../../actions/replacing.ts';
import { Button } from '../../../components/Button.tsx';
import { Checkbox } from '../../../components/Checkbox.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { FolderField } from '../../../parts/FolderField.tsx';
import { isPathOpen } from '../../../parts/typedPath.ts';
import { exportAgreement } from '../actions/measuring.ts';
import type { ReportFile } from '../actions/measuring.ts';
import styles from '../../../parts/dialogs.module.css';

const all: readonly ReportFile[] = agreementFileSchema.options.flatMap((file) =>
  file === 'svg' ? [file, 'png'] : [file],
);

/** Which files of the report on agreement are written, and where. */
export function ExportAgreementDialog({ onClose }: { onClose: () => void }) {
  const [folder, setFolder] = useState<FileRef | null>(null);
  const [files, setFiles] = useState<readonly ReportFile[]>(['csv', 'docx', 'svg', 'units']);
  const toggle = (file: ReportFile): void =>
    setFiles(files.includes(file) ? files.filter((one) => one !== file) : [...files, file]);
  const run = (): void => {
    if (folder !== null && !isPathOpen()) inBackground(() => exportAgreement(folder, files));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.exportTitle}
      lead={say.exportLead}
      size="medium"
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" isDisabled={folder === null || files.length === 0} onPress={run}>
            {say.exportRun}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <FolderField purpose="export-folder" first={exportPlace} onChange={setFolder} />
        <fieldset className={styles.group}>
          <legend className={styles.label}>{say.exportFiles}</legend>
          {all.map((file) => (
            <Checkbox key={file} isSelected={files.includes(file)} onChange={() => toggle(file)}>
              {say.exportNames[file]}
            </Checkbox>
          ))}
        </fieldset>
      </div>
    </Dialog>
  );
}
