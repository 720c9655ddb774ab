import { useRef, useState } from 'react';
import { roundStrings as say } from '#words/window/rounds.ts';
import type { Id } from '../../../../../shared/model/records.ts';
import { inBackground } from '../../../../actions/ask.ts';
import { canChange } from '../../../../actions/conditions.ts';
import { Button } from '../../../../components/Button.tsx';
import { Dialog } from '../../../../components/Dialog.tsx';
import { filterDocuments, noDocumentFilter } from '../../../../state/queries.ts';
import { useRecords } from '../../../../state/records.ts';
import type { RoundSummary } from '../../../../state/records.ts';
import { removeRound } from '../../actions/rounds.ts';
import { RoundForm } from './RoundForm.tsx';
import styles from './rounds.module.css';

/** All rounds with who has what in them; a second page makes or changes one. */
export function RoundsDialog({ onClose }: { onClose: () => void }) {
  const rounds = useRecords((state) => state.rounds);
  const [editing, setEditing] = useState<Id | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const round = rounds.find(({ id }) => id === editing) ?? null;
  // The button goes with its round; keys are the dialog’s only while the focus stays in it.
  const remove = (id: Id): void => {
    list.current?.focus();
    inBackground(() => removeRound(id));
  };
  if (editing === 'new' || round) return <RoundForm key={editing} round={round} onClose={() => setEditing(null)} />;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.rounds}
      lead={say.roundsLead}
      size="medium"
      footer={
        <Button variant="primary" autoFocus isDisabled={!canChange()} onPress={() => setEditing('new')}>
          {say.newRound}
        </Button>
      }
    >
      {rounds.length === 0 && <p className={styles.none}>{say.noRounds}</p>}
      <ul ref={list} tabIndex={-1} className={styles.rounds} aria-label={say.rounds}>
        {rounds.map((one) => (
          <RoundRow
            key={one.id}
            round={one}
            onEdit={() => setEditing(one.id)}
            onRemove={() => remove(one.id)}
            onShow={onClose}
          />
        ))}
      </ul>
    </Dialog>
  );
}

type RoundRowProps = { round: RoundSummary; onEdit: () => void; onRemove: () => void; onShow: () => void };

function RoundRow({ round, onEdit, onRemove, onShow }: RoundRowProps) {
  const coders = useRecords((state) => state.coders);
  const names = round.coders.map((id) => coders.get(id)?.name ?? '');
  return (
    <li className={styles.round}>
      <span className={styles.name} dir="auto">
        {round.name}
      </span>
      <span className={styles.about}>
        {say.kinds[round.kind]} · {say.modeNames[round.mode]} · {say.extent(round.documents, names)}
      </span>
      {round.note !== '' && (
        <span className={styles.note} dir="auto">
          {round.note}
        </span>
      )}
      <span className={styles.acts}>
        <Button
          variant="quiet"
          aria-label={say.showOf(round.name)}
          onPress={() => {
            filterDocuments({ ...noDocumentFilter, round: round.id });
            onShow();
          }}
        >
          {say.show}
        </Button>
        <Button variant="quiet" aria-label={say.editRound(round.name)} isDisabled={!canChange()} onPress={onEdit}>
          {say.change}
        </Button>
        <Button
          variant="quietDanger"
          aria-label={say.removeOf(round.name)}
          isDisabled={!canChange()}
          onPress={onRemove}
        >
          {say.removeRound}
        </Button>
      </span>
    </li>
  );
}
