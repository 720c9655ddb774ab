import { CircleQuestionMark } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { timeLeft } from '#words/format.ts';
import { reliability as say } from '#words/window/reliability.ts';
import { agreementUnitSchema } from '../../../../shared/api/reliability.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { labelOf, runAction } from '../../../actions/registry.ts';
import { keysOf } from '../../../actions/shownKeys.ts';
import { Button } from '../../../components/Button.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { PanelHeader } from '../../../components/PanelHeader.tsx';
import { Progress } from '../../../components/Progress.tsx';
import { Select } from '../../../components/Select.tsx';
import { useDocumentSelection } from '../../../state/documentSelection.ts';
import { codePath, useRecords } from '../../../state/records.ts';
import { chooseAgreement, isNothingChosen, useAgreement } from '../state/measuring.ts';
import { NumberField } from './NumberField.tsx';
import { PickList } from './PickList.tsx';
import styles from './MeasureForm.module.css';

const everything = 'everything';
const some = 'some';

/** What is to be measured: of codes or variables, by which unit, in which articles, with how many draws. */
export function MeasureForm() {
  const choice = useAgreement((state) => state.choice);
  return (
    <section aria-label={say.form}>
      <PanelHeader title={say.form}>
        <IconButton
          label={labelOf('help.reliability')}
          icon={<CircleQuestionMark />}
          onPress={() => runAction('help.reliability')}
        />
      </PanelHeader>
      <div data-main-focus className={styles.fields}>
        <Field label={say.of}>
          <Select
            isField
            isWide
            label={say.of}
            entries={[
              { id: 'codes', label: say.ofCodes },
              { id: 'variables', label: say.ofVariables },
            ]}
            selected={choice.of}
            onSelect={(of) => chooseAgreement({ of: of === 'variables' ? 'variables' : 'codes' })}
          />
        </Field>
        {choice.of === 'codes' ? <UnitField /> : <p className={styles.note}>{say.variablesNote}</p>}
        <WhichField key={choice.of} of={choice.of} />
        <ArticlesField />
        <FactField />
        <IntervalFields />
        <MeasureButton />
      </div>
    </section>
  );
}

/** A label over a control that has the same words as its name. */
function Field({ label, note, children }: { label: string; note?: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span aria-hidden="true" className={styles.label}>
        {label}
      </span>
      {children}
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </div>
  );
}

function UnitField() {
  const unit = useAgreement((state) => state.choice.unit);
  return (
    <Field label={say.unit} note={say.unitNotes[unit]}>
      <Select
        isField
        isWide
        label={say.unit}
        entries={agreementUnitSchema.options.map((id) => ({ id, label: say.units[id] }))}
        selected={unit}
        onSelect={(id) => chooseAgreement({ unit: agreementUnitSchema.parse(id) })}
      />
    </Field>
  );
}

/** Codes by their paths, variables in the order of the form. */
function useCandidates(of: 'codes' | 'variables'): { id: Id; label: string }[] {
  const codes = useRecords((state) => state.codes);
  const variables = useRecords((state) => state.variables);
  return useMemo(() => {
    if (of === 'codes') {
      const paths = [...codes.values()].map(({ id }) => ({ id, label: codePath(codes, id) }));
      return paths.toSorted((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true }));
    }
    return [...variables.values()]
      .filter(({ scope }) => scope === 'document')
      .toSorted((a, b) => a.position - b.position)
      .map(({ id, name }) => ({ id, label: name }));
  }, [of, codes, variables]);
}

function WhichField({ of }: { of: 'codes' | 'variables' }) {
  const chosen = useAgreement((state) => state.choice[of]);
  const candidates = useCandidates(of);
  const label = say.which[of];
  return (
    <Field label={label} {...(chosen !== null && of === 'codes' && { note: say.below })}>
      <Select
        isField
        isWide
        label={label}
        entries={[
          { id: everything, label: say.all[of] },
          { id: some, label: say.chosen },
        ]}
        selected={chosen === null ? everything : some}
        onSelect={(id) => chooseAgreement({ [of]: id === everything ? null : [] })}
      />
      {chosen !== null && (
        <PickList
          label={label}
          entries={candidates}
          chosen={chosen}
          onChange={(ids) => chooseAgreement({ [of]: ids })}
        />
      )}
    </Field>
  );
}

/** All articles, those of a round, or those that are selected in the list of documents. */
function ArticlesField() {
  const rounds = useRecords((state) => state.rounds);
  const round = useAgreement((state) => state.choice.round);
  const documents = useAgreement((state) => state.choice.documents);
  const selection = useDocumentSelection(({ ids }) => ids);
  const offered = documents ?? [...selection];
  return (
    <Field label={say.round}>
      <Select
        isField
        isWide
        label={say.round}
        entries={[
          { id: everything, label: say.allArticles },
          ...(offered.length > 0 ? [{ id: some, label: say.selectedArticles(offered.length) }] : []),
          ...rounds.map(({ id, name }) => ({ id, label: say.inRound(name) })),
        ]}
        selected={documents !== null ? some : (rounds.find(({ id }) => id === round)?.id ?? everything)}
        onSelect={(id) =>
          chooseAgreement({
            round: id === everything || id === some ? null : id,
            documents: id === some ? offered : null,
          })
        }
      />
    </Field>
  );
}

function FactField() {
  const variables = useRecords((state) => state.variables);
  const by = useAgreement((state) => state.choice.by);
  const facts = useMemo(
    () => [...variables.values()].filter(({ scope }) => scope === 'fact').toSorted((a, b) => a.position - b.position),
    [variables],
  );
  if (facts.length === 0) return null;
  return (
    <Field label={say.byField}>
      <Select
        isField
        isWide
        label={say.byField}
        entries={[
          { id: everything, label: say.byNothing },
          ...facts.map(({ id, name, label }) => ({ id, label: label || name })),
        ]}
        selected={facts.find(({ id }) => id === by)?.id ?? everything}
        onSelect={(id) => chooseAgreement({ by: id === everything ? null : id })}
      />
    </Field>
  );
}

function IntervalFields() {
  const { draws, seed } = useAgreement((state) => state.choice);
  return (
    <div role="group" aria-label={say.intervals} className={styles.pair}>
      <NumberField
        label={say.draws}
        note={say.drawsNote}
        value={draws}
        most={100_000}
        onChange={(value) => chooseAgreement({ draws: value })}
      />
      <NumberField
        label={say.seed}
        note={say.seedNote}
        value={seed}
        most={0xffffffff}
        onChange={(value) => chooseAgreement({ seed: value })}
      />
    </div>
  );
}

/** One button gives way to the other; the focus goes along, where it was on the one that went. */
function useKeptFocus(root: { readonly current: HTMLElement | null }, step: string): void {
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    root.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
  }, [root, step]);
}

function MeasureButton() {
  const root = useRef<HTMLDivElement>(null);
  const running = useAgreement((state) => state.running);
  useKeptFocus(root, running === null ? 'none' : running.task === null ? 'asked' : 'runs');
  const isNothing = useAgreement(isNothingChosen);
  if (running) {
    const { done = 0, total = 0, left = null } = running.task ?? {};
    return (
      <div ref={root} className={styles.running}>
        <Progress label={say.measuring} done={done} total={total} />
        <span className={styles.left}>{left === null ? '' : timeLeft(left)}</span>
        <Button isDisabled={running.task === null} onPress={() => runAction('reliability.cancel')}>
          {say.cancel}
        </Button>
      </div>
    );
  }
  return (
    <div ref={root} className={styles.ready}>
      <Button
        variant="primary"
        isDisabled={isNothing}
        aria-keyshortcuts={keysOf('reliability.measure') ?? ''}
        onPress={() => runAction('reliability.measure')}
      >
        {say.measure}
      </Button>
    </div>
  );
}
