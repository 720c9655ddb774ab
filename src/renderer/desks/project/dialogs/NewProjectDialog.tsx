import { useState } from 'react';
import { strings } from '#words/window/frame.ts';
import type { FileRef } from '../../../../shared/api/files.ts';
import type { FormatOptions } from '../../../../shared/model/importers.ts';
import { inBackground } from '../../../actions/ask.ts';
import { createProject } from '../../../actions/project.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { FolderField } from '../../../parts/FolderField.tsx';
import type { IncomingFile } from '../../../state/incoming.ts';

type NewProjectDialogProps = {
  /** What is imported into the new project, and with which options. */
  files: readonly IncomingFile[];
  formatOptions?: FormatOptions;
  onClose: () => void;
};

export function NewProjectDialog({ files, formatOptions, onClose }: NewProjectDialogProps) {
  const [name, setName] = useState('');
  const [folder, setFolder] = useState<FileRef | null>(null);
  const words = strings.newProject;
  const canCreate = name.trim() !== '';
  return (
    <FormDialog
      onClose={onClose}
      title={words.title}
      lead={files.length > 0 ? words.willImport(files.length) : undefined}
      size="medium"
      submitLabel={words.create}
      canSubmit={canCreate}
      onSubmit={() => inBackground(() => createProject(folder, name.trim(), files, formatOptions))}
    >
      <TextField
        label={words.name}
        placeholder={words.namePlaceholder}
        value={name}
        onChange={setName}
        maxLength={300}
        autoFocus
      />
      <FolderField purpose="new-project" onChange={setFolder} />
    </FormDialog>
  );
}
