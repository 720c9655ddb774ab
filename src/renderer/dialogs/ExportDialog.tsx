import { useState } from 'react';
import { annotationFormatSchema, exportFormatSchema, tableFormatSchema } from '../../shared/api/exports.ts';
import type { ExportFormat } from '../../shared/api/exports.ts';
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
  const [chosen, setChosen] = useState<ReadonlySet<ExportFormat>>(new Set(['csv']));
  const [byteOrderMark, setByteOrderMark] = useState(false);
  const [raw, setRaw] = useState(false);
  const words = strings.export;
  const hasDelimited = chosen.has('csv') || chosen.has('tsv');
  const formats = exportFormatSchema.options.filter((format) => chosen.has(format));
  const canExport = folder !== null && formats.length > 0;
  const run = (): void => {
    if (folder === null) return;
    start(() => exportData({ folder, formats, byteOrderMark, raw }));
  };
  const boxes = (offered: readonly ExportFormat[]) =>
    offered.map((format) => (
      <Checkbox
        key={format}
        isSelected={chosen.has(format)}
        onChange={(isOn) => setChosen((before) => new Set([...before, format].filter((one) => isOn || one !== format)))}
      >
        {words.formatNames[format]}
      </Checkbox>
    ));
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
          {boxes(tableFormatSchema.options)}
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{words.annotationFormats}</legend>
          {boxes(annotationFormatSchema.options)}
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{words.options}</legend>
          <Checkbox
            isSelected={byteOrderMark}
            onChange={setByteOrderMark}
            note={words.markNote}
            isDisabled={!hasDelimited}
          >
            {words.mark}
          </Checkbox>
          <Checkbox isSelected={raw} onChange={setRaw} note={words.rawNote} isDisabled={!hasDelimited}>
            {words.raw}
          </Checkbox>
        </fieldset>
      </div>
    </Dialog>
  );
}
