import { useState } from 'react';
import { correctStrings as say } from '#words/window/correct.ts';
import { strings } from '#words/window/frame.ts';
import type { Id } from '../../../../../shared/model/records.ts';
import { Button } from '../../../../components/Button.tsx';
import { Dialog } from '../../../../components/Dialog.tsx';
import type { OpenDocument } from '../../../../state/records.ts';
import { correctText } from '../../actions/correct.ts';
import type { Comparison } from '../../actions/correct.ts';
import { Difference } from './Difference.tsx';
import { DoubtfulAnnotation } from './DoubtfulAnnotation.tsx';
import type { Decision, Reanchored } from './DoubtfulAnnotation.tsx';
import { offsetAfter } from './offsetAfter.ts';
import styles from './correct.module.css';

type ReviewDialogProps = {
  open: OpenDocument;
  correction: { content: string; reason: string };
  comparison: Comparison;
  onBack: () => void;
  onClose: () => void;
};

type Decisions = ReadonlyMap<Id, Decision>;

/** Every coding with its place in the corrected text, or null where it goes. */
function placesOf(annotations: readonly Reanchored[], decisions: Decisions) {
  return annotations.map(({ annotation, certainty, place }) => {
    const decision = certainty === 'same' ? 'keep' : decisions.get(annotation);
    const chosen = typeof decision === 'object' ? decision : decision === 'keep' ? place : null;
    return { annotation, place: chosen && { start: chosen.start, end: chosen.end } };
  });
}

/** Shows the difference and the codings whose place is not certain; the text is corrected once all are decided on. */
export function ReviewDialog({ open, correction, comparison, onBack, onClose }: ReviewDialogProps) {
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const { annotations, changes } = comparison;
  const doubtful = annotations.filter(({ certainty }) => certainty !== 'same');
  const left = doubtful.filter(({ annotation }) => !decisions.has(annotation)).length;
  const places = placesOf(annotations, decisions);
  const removed = places.filter(({ place }) => place === null).length - left;
  const commit = async (): Promise<void> => {
    const done = await correctText({ document: open.document.id, ...correction, decisions: places });
    if (done) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={say.title(open.document.name)}
      lead={say.reviewLead(changes.filter(({ kind }) => kind !== 'same').length)}
      footer={
        <>
          <Button variant="quiet" onPress={onBack} className={styles.start}>
            {say.back}
          </Button>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" isDisabled={left > 0} onPress={() => void commit()}>
            {say.commit(removed)}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <h3 className={styles.heading}>{say.difference}</h3>
        <Difference changes={changes} />
        <h3 className={styles.heading}>
          {say.codings}
          {doubtful.length > 0 && (
            <span role="status" className={styles.faint}>
              {say.left(left)}
            </span>
          )}
        </h3>
        <Outcomes comparison={comparison} doubtful={doubtful.length} />
        {doubtful.length > 0 && (
          <Doubtful
            rows={doubtful}
            open={open}
            content={correction.content}
            changes={changes}
            decisions={decisions}
            decide={setDecisions}
          />
        )}
      </div>
    </Dialog>
  );
}

/** What follows by itself, in words. */
function Outcomes({ comparison, doubtful }: { comparison: Comparison; doubtful: number }) {
  const { annotations, evidence, examples } = comparison;
  const loosened = examples.doubtful + examples.lost;
  return (
    <div className={styles.note}>
      <p>
        {annotations.length > 0 && say.certain(annotations.length - doubtful)} {doubtful === 0 && say.noneDoubtful}
      </p>
      {evidence.doubtful + evidence.lost > 0 && <p>{say.evidence(evidence.doubtful, evidence.lost)}</p>}
      {loosened > 0 && <p>{say.examples(loosened)}</p>}
    </div>
  );
}

type DoubtfulProps = {
  rows: readonly Reanchored[];
  open: OpenDocument;
  content: string;
  changes: Comparison['changes'];
  decisions: Decisions;
  decide: (change: (before: Decisions) => Decisions) => void;
};

function Doubtful({ rows, open, content, changes, decisions, decide }: DoubtfulProps) {
  const lost = rows.filter(({ place }) => place === null);
  const placed = rows.filter(({ place }) => place !== null);
  const put = (chosen: readonly Reanchored[], decision: Decision): void =>
    decide((before) => new Map([...before, ...chosen.map(({ annotation }) => [annotation, decision] as const)]));
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.note}>{say.keys}</p>
        {placed.length > 1 && (
          <Button variant="quiet" onPress={() => put(placed, 'keep')}>
            {say.keepAll}
          </Button>
        )}
        {lost.length > 1 && (
          <Button variant="quiet" onPress={() => put(lost, 'remove')}>
            {say.removeLost}
          </Button>
        )}
      </div>
      <ul aria-label={say.doubtfulList} className={styles.list}>
        {rows.map((row) => (
          <DoubtfulAnnotation
            key={row.annotation}
            row={row}
            coding={open.annotations.get(row.annotation)}
            content={content}
            near={offsetAfter(changes, row.start)}
            decision={decisions.get(row.annotation)}
            onDecide={(decision) => put([row], decision)}
          />
        ))}
      </ul>
    </>
  );
}
