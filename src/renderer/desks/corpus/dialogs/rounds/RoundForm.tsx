import { useState } from 'react';
import { roundStrings as say } from '#words/window/rounds.ts';
import type { Id } from '../../../../../shared/model/records.ts';
import { inBackground } from '../../../../actions/ask.ts';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { Select } from '../../../../components/Select.tsx';
import { useDocumentSelection } from '../../../../state/documentSelection.ts';
import { documentList } from '../../../../state/queries.ts';
import type { RoundSummary } from '../../../../state/records.ts';
import { useList } from '../../../../state/useList.ts';
import { changeRound, createRound } from '../../actions/rounds.ts';
import { CoderChoice } from './CoderChoice.tsx';
import { newRound, RoundFields } from './RoundFields.tsx';
import codebookStyles from '../../../../parts/dialogFields.module.css';

type Which = 'selected' | 'listed' | 'none';

/** Makes a round (`round` null) or changes one. */
export function RoundForm({ round, onClose }: { round: RoundSummary | null; onClose: () => void }) {
  const selected = useDocumentSelection((state) => state.ids);
  const [fields, setFields] = useState(round ?? newRound);
  const [coders, setCoders] = useState<ReadonlySet<Id>>(() => new Set(round?.coders));
  const [which, setWhich] = useState<Which>(selected.size > 0 ? 'selected' : 'listed');
  const canSave = fields.name.trim() !== '';
  const save = async (): Promise<void> => {
    const words = { name: fields.name.trim(), kind: fields.kind, mode: fields.mode, note: fields.note.trim() };
    const documents = which === 'listed' ? which : which === 'selected' ? [...selected] : [];
    const isDone = round
      ? await changeRound(round, words, [...coders])
      : await createRound(words, documents, [...coders]);
    if (isDone) onClose();
  };
  return (
    <FormDialog
      onClose={onClose}
      title={round ? say.editTitle : say.newTitle}
      lead={round ? say.codersNote : say.everyOne}
      submitLabel={round ? say.save : say.create}
      canSubmit={canSave}
      onSubmit={() => inBackground(save)}
    >
      <RoundFields value={fields} onChange={setFields} />
      {!round && <DocumentsChoice which={which} selected={selected.size} onChange={setWhich} />}
      <CoderChoice chosen={coders} onChange={setCoders} />
    </FormDialog>
  );
}

type DocumentsChoiceProps = { which: Which; selected: number; onChange: (which: Which) => void };

function DocumentsChoice({ which, selected, onChange }: DocumentsChoiceProps) {
  const listed = useList(documentList, (state) => state.total ?? 0);
  const choices: { id: Which; label: string }[] = [
    ...(selected > 0 ? [{ id: 'selected' as const, label: say.theSelected(selected) }] : []),
    { id: 'listed', label: say.theListed(listed) },
    { id: 'none', label: say.none },
  ];
  return (
    <div className={codebookStyles.field}>
      <span className={codebookStyles.label}>{say.whichDocuments}</span>
      <Select
        isField
        label={say.whichDocuments}
        entries={choices}
        selected={which}
        onSelect={(id) => onChange(choices.find((choice) => choice.id === id)?.id ?? 'none')}
      />
    </div>
  );
}
