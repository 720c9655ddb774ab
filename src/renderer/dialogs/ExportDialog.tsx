import { useState } from 'react';
import { exportFormatSchema } from '../../shared/api/exports.ts';
import type { FileRef } from '../../shared/api/files.ts';
import { start } from '../actions/attempt.ts';
import { exportData } from '../actions/project.ts';
import { Button } from '../components/Button.tsx';
import { Checkbox } from '../components/Checkbox.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { strings } from '../strings/strings.ts';
import { FolderField } from './FolderField.tsx';
import styles from './dialogs.module.css';

export function ExportDialog({ onClose }: { onClose: () => void }) {
  const [folder, setFolder] = useState<FileRef | null>(null);
  const [csv, setCsv] = useState(true);
  const [jsonl, setJsonl] = useState(false);
  const [sav, setSav] = useState(false);
  const [dta, setDta] = useState(false);
  const [byteOrderMark, setByteOrderMark] = useState(false);
  const [raw, setRaw] = useState(false);
  const words = strings.export;
  const chosen = { csv, jsonl, sav, dta };
  const formats = exportFormatSchema.options.filter((format) => chosen[format]);
  const canExport = folder !== null && formats.length > 0;
  const run = (): void => {
    if (folder === null) return;
    start(() => exportData({ folder, formats, byteOrderMark, raw }));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title}
      closeLabel={strings.common.close}
      lead={words.lead}
      size="medium"
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" isDisabled={!canExport} onPress={run}>
            {words.run}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <FolderField purpose="export-folder" onChange={setFolder} />
        <fieldset className={styles.group}>
          <legend>{words.formats}</legend>
          <Checkbox isSelected={csv} onChange={setCsv}>
            {words.csv}
          </Checkbox>
          <Checkbox isSelected={jsonl} onChange={setJsonl}>
            {words.jsonl}
          </Checkbox>
          <Checkbox isSelected={sav} onChange={setSav}>
            {words.sav}
          </Checkbox>
          <Checkbox isSelected={dta} onChange={setDta}>
            {words.dta}
          </Checkbox>
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{words.options}</legend>
          <Checkbox isSelected={byteOrderMark} onChange={setByteOrderMark} note={words.markNote} isDisabled={!csv}>
            {words.mark}
          </Checkbox>
          <Checkbox isSelected={raw} onChange={setRaw} note={words.rawNote} isDisabled={!csv}>
            {words.raw}
          </Checkbox>
        </fieldset>
      </div>
    </Dialog>
  );
}
