import { useState } from 'react';
import { roundStrings as say } from '#words/window/rounds.ts';
import type { Id } from '../../../../../shared/model/records.ts';
import { inBackground } from '../../../../actions/ask.ts';
import { Button } from '../../../../components/Button.tsx';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { Select } from '../../../../components/Select.tsx';
import { useRecords } from '../../../../state/records.ts';
import { createRound, giveToRound, takeFromRound } from '../../actions/rounds.ts';
import { CoderChoice } from './CoderChoice.tsx';
import { newRound, RoundFields } from './RoundFields.tsx';
import codebookStyles from '../../../../parts/dialogFields.module.css';

/** Gives documents to coders in a round, an old or a new one, or takes them away. */
export function AssignDialog({ documents, onClose }: { documents: readonly Id[]; onClose: () => void }) {
  const rounds = useRecords((state) => state.rounds);
  const [chosen, setChosen] = useState<Id | null>(rounds.at(-1)?.id ?? null);
  const round = rounds.find(({ id }) => id === chosen) ?? null;
  const [fields, setFields] = useState(newRound);
  const [coders, setCoders] = useState<ReadonlySet<Id>>(() => new Set(round?.coders));
  const canGive = coders.size > 0 && (round !== null || fields.name.trim() !== '');
  const give = async (): Promise<void> => {
    if (round) {
      onClose();
      await giveToRound(round, documents, [...coders]);
    } else if (
      await createRound({ ...fields, name: fields.name.trim(), note: fields.note.trim() }, documents, [...coders])
    )
      onClose();
  };
  return (
    <FormDialog
      onClose={onClose}
      title={say.giveTitle(documents.length)}
      lead={say.giveLead}
      submitLabel={round ? say.giveButton : say.create}
      canSubmit={canGive}
      onSubmit={() => inBackground(give)}
      otherActs={
        round && (
          <Button
            isDisabled={coders.size === 0}
            onPress={() => {
              onClose();
              inBackground(() => takeFromRound(round, documents, [...coders]));
            }}
          >
            {say.takeButton}
          </Button>
        )
      }
    >
      {rounds.length > 0 && (
        <div className={codebookStyles.field}>
          <span className={codebookStyles.label}>{say.round}</span>
          <Select
            isField
            label={say.round}
            entries={[...rounds.map(({ id, name }) => ({ id, label: name })), { id: 'new', label: say.aNewRound }]}
            selected={round?.id ?? 'new'}
            onSelect={(id) => {
              setChosen(id === 'new' ? null : id);
              setCoders(new Set(rounds.find((one) => one.id === id)?.coders));
            }}
          />
        </div>
      )}
      {!round && <RoundFields value={fields} onChange={setFields} />}
      <CoderChoice chosen={coders} onChange={setCoders} />
    </FormDialog>
  );
}
