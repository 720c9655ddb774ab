import { useState } from 'react';
import type { Id } from '../../../../../shared/model/records.ts';
import { inBackground } from '../../../../actions/ask.ts';
import { Button } from '../../../../components/Button.tsx';
import { Dialog } from '../../../../components/Dialog.tsx';
import { Select } from '../../../../components/Select.tsx';
import { useDocumentSelection } from '../../../../state/documentSelection.ts';
import { documentList } from '../../../../state/queries.ts';
import type { RoundSummary } from '../../../../state/records.ts';
import { useList } from '../../../../state/useList.ts';
import { roundStrings as say } from '../../../../strings/rounds.ts';
import { strings } from '../../../../strings/strings.ts';
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
    <Dialog
      isOpen
      onClose={onClose}
      title={round ? say.editTitle : say.newTitle}
      lead={round ? say.codersNote : say.everyOne}
      closeLabel={strings.common.close}
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" type="submit" form="round" isDisabled={!canSave}>
            {round ? say.save : say.create}
          </Button>
        </>
      }
    >
      <form
        id="round"
        className={codebookStyles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave) inBackground(save);
        }}
      >
        <RoundFields value={fields} onChange={setFields} />
        {!round && <DocumentsChoice which={which} selected={selected.size} onChange={setWhich} />}
        <CoderChoice chosen={coders} onChange={setCoders} />
      </form>
    </Dialog>
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
