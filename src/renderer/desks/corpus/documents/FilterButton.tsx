import { Funnel, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { roundStrings as say } from '#words/window/rounds.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { useKeysOf } from '../../../actions/shownKeys.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { Select } from '../../../components/Select.tsx';
import { filterDocuments, useDocumentFilter } from '../../../state/queries.ts';
import { useRecords } from '../../../state/records.ts';
import { ValueChoice } from './ValueChoice.tsx';
import { conditionText, variableText } from './conditions.ts';
import { classes } from '../../../components/classes.ts';
import popover from '../../../components/popover.module.css';
import styles from './DocumentFilter.module.css';

/** Opens the filter by round, answers and facts. */
export function FilterButton() {
  const isOn = useDocumentFilter(({ where, round }) => where.length > 0 || round !== null);
  return (
    <DialogTrigger>
      <IconButton
        label={isOn ? say.filterOn : say.filter}
        keys={useKeysOf('documents.filter')}
        icon={<Funnel />}
        isOn={isOn}
        data-document-filter
      />
      <Popover placement="bottom start" offset={4} className={classes(popover.popover, styles.popover)}>
        <Dialog className={styles.dialog}>
          <Heading slot="title" className={styles.title}>
            {say.filterTitle}
          </Heading>
          <RoundFilter />
          <Conditions />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function RoundFilter() {
  const rounds = useRecords((state) => state.rounds);
  const round = useDocumentFilter((state) => state.round);
  if (rounds.length === 0 && round === null) return null;
  return (
    <Select
      isField
      label={say.round}
      entries={[{ id: 'any', label: say.anyRound }, ...rounds.map(({ id, name }) => ({ id, label: name }))]}
      selected={round ?? 'any'}
      onSelect={(id) => filterDocuments({ round: id === 'any' ? null : id })}
    />
  );
}

/** Goes from the choice that added a condition, which may have nothing left to offer and be gone, to the condition’s value. */
function goToValue(condition: HTMLElement | null): void {
  condition?.querySelector<HTMLElement>('button,input:not([hidden],[type=hidden])')?.focus();
}

/** One line a question or fact, and a choice that adds another. */
function Conditions() {
  const [added, setAdded] = useState<Id | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const where = useDocumentFilter((state) => state.where);
  const variables = useRecords((state) => state.variables);
  const entities = useRecords((state) => state.entities);
  const used = new Set(where.map(({ variable }) => variable));
  const left = [...variables.values()].filter(({ id, archived }) => !archived && !used.has(id));
  return (
    <>
      <ul ref={list} tabIndex={-1} aria-label={say.filters} className={styles.conditions}>
        {where.map((condition) => {
          const variable = variables.get(condition.variable);
          const put = (next: typeof where): void => filterDocuments({ where: next });
          if (!variable) return null;
          return (
            <li key={variable.id} ref={variable.id === added ? goToValue : undefined} className={styles.condition}>
              <span className={styles.variable} dir="auto">
                {variableText(variable)}
              </span>
              <ValueChoice
                variable={variable}
                entities={entities}
                value={condition.value}
                onChange={(value) => put(where.map((one) => (one === condition ? { ...one, value } : one)))}
              />
              <IconButton
                label={say.removeFilter(conditionText(variable, condition.value, entities))}
                icon={<X />}
                onPress={() => {
                  // The button goes with its condition; Escape shuts the filter only while the focus stays in it.
                  list.current?.focus();
                  put(where.filter((one) => one !== condition));
                }}
              />
            </li>
          );
        })}
      </ul>
      {left.length > 0 && (
        <Select
          isField
          label={say.addCondition}
          entries={[
            { id: '', label: say.addCondition },
            ...left.map((variable) => ({ id: variable.id, label: variableText(variable) })),
          ]}
          selected=""
          onSelect={(id) => {
            if (!variables.has(id)) return;
            setAdded(id);
            filterDocuments({ where: [...where, { variable: id, value: null }] });
          }}
        />
      )}
      <p className={styles.note}>{say.needsCoder}</p>
    </>
  );
}
