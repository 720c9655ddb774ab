import { useState } from 'react';
import { strings } from '#words/window/frame.ts';
import type { FileRef } from '../../../../shared/api/files.ts';
import { inBackground } from '../../../actions/ask.ts';
import { exportCodebook } from '../../../actions/project.ts';
import { exportPlace } from '../../../actions/replacing.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { Select } from '../../../components/Select.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { FolderField } from '../../../parts/FolderField.tsx';
import { useAnswerNow } from '../../../parts/useAnswer.ts';
import { client } from '../../../state/client.ts';
import styles from '../../../parts/dialogs.module.css';

const formats = ['csv', 'json', 'qdc', 'html', 'docx'] as const;
type Format = (typeof formats)[number];

/** The format that the ending of a file's name asks for. */
function formatOf(name: string): Format | undefined {
  const ending = /^[^/\\]+\.([^.]+)$/u.exec(name.trim())?.[1]?.toLowerCase();
  return formats.find((format) => format === ending);
}

/** The name with the format's ending instead of the one it has. */
function nameAs(format: Format, name: string): string {
  const trimmed = name.trim();
  const bare = formatOf(trimmed) === undefined ? trimmed : trimmed.replace(/\.[^.]+$/u, '');
  return `${bare || 'codebook'}.${format}`;
}

/** Where a codebook is written, as what, and what that format cannot hold of it. */
export function ExportCodebookDialog({ onClose }: { onClose: () => void }) {
  const words = strings.codebook;
  const [folder, setFolder] = useState<FileRef | null>(null);
  const [name, setName] = useState('codebook.csv');
  const [format, setFormat] = useState<Format>('csv');
  const isGood = formatOf(name) !== undefined;
  const canExport = folder !== null && isGood;
  return (
    <FormDialog
      onClose={onClose}
      title={words.exportTitle}
      size="medium"
      submitLabel={strings.export.run}
      canSubmit={canExport}
      onSubmit={() => {
        if (folder !== null) inBackground(() => exportCodebook(folder, name.trim()));
      }}
    >
      <div className={styles.group}>
        <span className={styles.label}>{words.format}</span>
        <Select
          isField
          label={words.format}
          entries={formats.map((id) => ({ id, label: words.formats[id] }))}
          selected={format}
          onSelect={(id) => {
            const chosen = formats.find((one) => one === id) ?? 'csv';
            setFormat(chosen);
            setName(nameAs(chosen, name));
          }}
        />
        <Losses key={format} format={format} />
      </div>
      <TextField
        label={words.fileName}
        value={name}
        onChange={(next) => {
          setName(next);
          setFormat(formatOf(next) ?? format);
        }}
        error={isGood ? undefined : words.fileNote}
        maxLength={200}
        autoFocus
      />
      <FolderField purpose="export-folder" first={exportPlace} onChange={setFolder} />
    </FormDialog>
  );
}

/** What the codebook loses in the format, a line each. */
function Losses({ format }: { format: Format }) {
  const words = strings.codebook;
  const lines = useAnswerNow(() => client().call('codebook.losses', { name: `codebook.${format}` }));
  return (
    <div aria-live="polite" className={styles.losses}>
      {lines?.length === 0 && <p className={styles.note}>{words.holdsAll}</p>}
      {lines !== undefined && lines.length > 0 && (
        <ul aria-label={words.losses} className={styles.note}>
          {lines.map((line) => (
            <li key={line}>{words.loss(line)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
