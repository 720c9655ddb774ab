import { useState } from 'react';
import { labelled } from '#words/format.ts';
import { keyText } from '#words/window/keyNames.ts';
import { manyPassagesStrings as say } from '#words/window/manyPassages.ts';
import type { Extent } from '../../../../shared/api/codings.ts';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { Progress } from '../../../components/Progress.tsx';
import { Select } from '../../../components/Select.tsx';
import { useRecords } from '../../../state/records.ts';
import { CodeChoice, pathOf } from './CodeChoice.tsx';
import type { ChosenCode } from './CodeChoice.tsx';
import { PassageList } from './PassageList.tsx';
import { counted, toSend } from './passages.ts';
import type { Counts, FoundPassage, Planned } from './passages.ts';
import { useCodingMany } from './useCodingMany.ts';
import { usePlan } from './usePlan.ts';
import fields from '../../../parts/dialogFields.module.css';
import styles from './ManyPassagesDialog.module.css';

export type ManyPassagesDialogProps = { passages: readonly FoundPassage[]; onClose: () => void };

const nothing: ReadonlySet<number> = new Set();

/** Gives many passages a code, as one act, after they were looked through. While it is done, Cancel and Escape stop it. */
export function ManyPassagesDialog({ passages, onClose }: ManyPassagesDialogProps) {
  const [code, setCode] = useState<ChosenCode | null>(null);
  const [extent, setExtent] = useState<Extent>('passage');
  const [left, setLeft] = useState(nothing);
  const codes = useRecords((state) => state.codes);
  const { plan, isCurrent } = usePlan(passages, typeof code === 'string' ? code : null, extent, onClose);
  const { under, apply, stop } = useCodingMany(onClose);
  const counts = counted(passages, plan, left);
  // The button keeps the focus while it works and until the dialog is gone: one that is disabled meanwhile would lose it.
  const canSubmit = under !== null || (code !== null && isCurrent && counts.places > 0);
  const toggle = (index: number): void =>
    setLeft((now) => {
      const next = new Set(now);
      if (!next.delete(index)) next.add(index);
      return next;
    });
  const tickAll = (): void => setLeft(nothing);
  const tickNone = (): void => setLeft(new Set(passages.keys()));
  const submit = (): void => {
    if (code === null || under !== null || !isCurrent) return;
    const lost = counts.states.corrected + counts.states.gone;
    apply({ passages: toSend(passages, plan, left), extent, code, path: pathOf(codes, code), lost });
  };
  return (
    <FormDialog
      onClose={under === null ? onClose : stop}
      size="large"
      title={say.title}
      lead={say.lead}
      submitLabel={under === null ? say.submit(counts.places) : say.coding}
      canSubmit={canSubmit}
      onSubmit={submit}
      remark={<Summary counts={counts} hasCode={code !== null} isCurrent={isCurrent} under={under} />}
    >
      <div className={styles.choices}>
        <div className={fields.field}>
          <span className={fields.label}>{say.code}</span>
          <CodeChoice chosen={code} onChoose={setCode} />
        </div>
        <div className={fields.field}>
          <span className={fields.label}>{say.extent}</span>
          <Select
            isField
            label={say.extent}
            entries={(['passage', 'sentence', 'paragraph'] as const).map((id) => ({ id, label: say.extents[id] }))}
            selected={extent}
            onSelect={(id) => setExtent(id as Extent)} // the ids of the entries
          />
        </div>
      </div>
      {passages.length === 0 ? (
        <EmptyState isSmall title={say.empty} />
      ) : (
        <div className={styles.review}>
          <div className={styles.head}>
            <span aria-live="polite">{say.ticks(counts.ticked, counts.offered)}</span>
            <span className={styles.keys}>{say.keys(keyText('Space'), keyText('Mod+A'))}</span>
            <Button onPress={tickAll} isDisabled={counts.ticked === counts.offered}>
              {say.all}
            </Button>
            <Button onPress={tickNone} isDisabled={counts.ticked === 0}>
              {say.none}
            </Button>
          </div>
          <PassageList
            label={say.list}
            passages={passages}
            rows={plan.map((place) => ({ isOpen: place.state === 'open', remark: remarkOf(place, extent) }))}
            left={left}
            onToggle={toggle}
            onToggleAll={counts.ticked === counts.offered ? tickNone : tickAll}
          />
        </div>
      )}
    </FormDialog>
  );
}

function remarkOf({ state, isSame }: Planned, extent: Extent): string {
  return state === 'open' && isSame ? say.same[extent] : say.states[state];
}

type SummaryProps = {
  counts: Counts;
  hasCode: boolean;
  isCurrent: boolean;
  under: { done: number; total: number } | null;
};

/** What would be coded, and why some would not; or how far it is. */
function Summary({ counts, hasCode, isCurrent, under }: SummaryProps) {
  if (under !== null) {
    return (
      <div className={styles.summary}>
        <Progress label={labelled(say.coding, say.progress)} {...under} />
      </div>
    );
  }
  const { coded, excluded, corrected, gone } = counts.states;
  const rest = [
    coded > 0 && say.coded(coded),
    excluded > 0 && say.excluded(excluded),
    corrected > 0 && say.corrected(corrected),
    gone > 0 && say.gone(gone),
  ].filter((one) => one !== false);
  return (
    <p className={styles.summary} aria-live="polite">
      {!hasCode
        ? say.chooseFirst
        : isCurrent
          ? [say.plan(counts.places, counts.documents), ...rest].join('; ')
          : say.looking}
    </p>
  );
}
