import { useState } from 'react';
import { strings } from '#words/window/frame.ts';
import type { FileRef } from '../../../../../shared/api/files.ts';
import { freeTextChoiceSchema } from '../../../../../shared/api/packages.ts';
import type { FreeTextChoice } from '../../../../../shared/api/packages.ts';
import { fileNameOf } from '../../../../../shared/text/fileNames.ts';
import { inBackground } from '../../../../actions/ask.ts';
import { exportPlace } from '../../../../actions/replacing.ts';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { Select } from '../../../../components/Select.tsx';
import { TextField } from '../../../../components/TextField.tsx';
import { FolderField } from '../../../../parts/FolderField.tsx';
import { useBlindRound } from '../../../../state/blindness.ts';
import { useRecords } from '../../../../state/records.ts';
import { writePackage } from '../../actions/packages.ts';
import styles from '../../../../parts/dialogs.module.css';

/** Asks how much of the texts may go along, and writes the project without them. */
export function PackageDialog({ onClose }: { onClose: () => void }) {
  const words = strings.packages;
  const project = useRecords((state) => state.status?.project?.name ?? '');
  const [folder, setFolder] = useState<FileRef | null>(null);
  const [name, setName] = useState(`${fileNameOf(project, 'package')}.zip`);
  const [quote, setQuote] = useState('0');
  const [freeText, setFreeText] = useState<FreeTextChoice>('clean');
  const isNamed = /^[^/\\]+\.zip$/iu.test(name.trim());
  const isNumber = /^\d{1,4}$/u.test(quote.trim());
  const round = useBlindRound();
  const canRun = folder !== null && isNamed && isNumber && round === null;
  const run = (): void => {
    if (folder === null) return;
    inBackground(() => writePackage({ folder, name: name.trim(), quote: Number(quote), freeText }));
  };
  const notes = { clean: words.cleanNote, keep: words.keepNote, drop: words.dropNote };
  return (
    <FormDialog
      onClose={onClose}
      title={words.title}
      lead={round ? words.blind(round.name) : words.lead}
      size="medium"
      submitLabel={words.run}
      canSubmit={canRun}
      onSubmit={run}
    >
      <TextField
        label={words.fileName}
        value={name}
        onChange={setName}
        error={isNamed ? undefined : words.fileNote}
        maxLength={200}
        autoFocus
      />
      <FolderField purpose="export-folder" first={exportPlace} onChange={setFolder} />
      <TextField
        label={words.quote}
        value={quote}
        onChange={setQuote}
        note={words.quoteNote}
        error={isNumber ? undefined : words.quoteError}
        maxLength={4}
      />
      <div className={styles.group}>
        <span className={styles.label}>{words.freeText}</span>
        <Select
          isField
          label={words.freeText}
          entries={freeTextChoiceSchema.options.map((id) => ({ id, label: words[id] }))}
          selected={freeText}
          onSelect={(id) => setFreeText(freeTextChoiceSchema.parse(id))}
        />
        <p className={styles.note}>{notes[freeText]}</p>
      </div>
    </FormDialog>
  );
}
