import { go } from 'fuzzysort';
import { useId, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Input } from 'react-aria-components';
import { formStrings as say } from '#words/window/form.ts';
import type { Entity } from '../../../../shared/model/variables.ts';
import { foldText } from '../../../../shared/text/folding.ts';
import { useRecords } from '../../../state/records.ts';
import { createEntity, setAnswer } from '../actions/answers.ts';
import type { AnswerFieldProps } from './answerFieldProps.ts';
import { classes } from '../../../components/classes.ts';
import field from '../../../components/Field.module.css';
import popover from '../../../components/popover.module.css';
import rowStyles from '../../../components/rows.module.css';
import styles from './EntityField.module.css';

/** How many names are offered at most; typing finds the others. */
const most = 12;

function listed(known: ReadonlyMap<string, Entity>, list: string): Entity[] {
  return [...known.values()].filter((entity) => entity.list === list).sort((a, b) => a.name.localeCompare(b.name));
}

function ranked(entities: readonly Entity[], typed: string): Entity[] {
  const text = typed.trim();
  if (text === '') return entities.slice(0, most);
  return go(text, entities, { key: 'name', limit: most, threshold: 0.2 }).map(({ obj }) => obj);
}

/** Picks a name from a list that the project keeps, or adds one to it. Leaving the field without a pick changes nothing. */
export function EntityField({ variable, keyNow, content, label, helpId, readOnly }: AnswerFieldProps) {
  const known = useRecords((state) => state.entities);
  const entities = useMemo(() => listed(known, variable.entityList), [known, variable.entityList]);
  const [typed, setTyped] = useState<string | null>(null);
  const [cursor, setCursor] = useState(0);
  const listId = useId();
  const chosen = content?.state === 'given' && typeof content.value === 'string' ? known.get(content.value) : undefined;

  const found = typed === null ? [] : ranked(entities, typed);
  const name = typed?.trim() ?? '';
  const isNew = name !== '' && !entities.some((entity) => foldText(entity.name) === foldText(name));
  const count = found.length + (isNew ? 1 : 0);
  const active = Math.min(cursor, count - 1);
  const isOpen = typed !== null && count > 0 && !readOnly;

  const close = (): void => {
    setTyped(null);
    setCursor(0);
  };
  const take = (at: number): void => {
    const entity = found[at];
    close();
    if (entity) setAnswer(keyNow(), { state: 'given', value: entity.id });
    else if (isNew) void createEntity(keyNow(), variable.entityList, name);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      if (!isOpen) setTyped(typed ?? '');
      else setCursor((active + step + count) % count);
    } else if (event.key === 'Escape' && isOpen) close();
    else if (event.key === 'Enter' && isOpen && name !== '') take(active);
    else if (event.key === 'Enter' && isOpen && cursor > 0) take(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.field}>
      <Input
        role="combobox"
        aria-label={label}
        aria-describedby={helpId}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        {...(isOpen && { 'aria-activedescendant': `${listId}-${active}` })}
        className={classes(field.box, styles.input)}
        dir="auto"
        placeholder={say.entityPlaceholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        value={typed ?? chosen?.name ?? ''}
        readOnly={readOnly}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setCursor(0);
          if (value === '' && content !== null) setAnswer(keyNow(), null);
          setTyped(value);
        }}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <Offered
        id={listId}
        label={say.entities(variable.entityList)}
        isOpen={isOpen}
        found={found}
        addition={isNew ? say.addEntity(name, variable.entityList) : null}
        active={active}
        onTake={take}
      />
    </div>
  );
}

type OfferedProps = {
  id: string;
  label: string;
  isOpen: boolean;
  found: readonly Entity[];
  /** The last entry, which adds the name that was typed; null: it is there already. */
  addition: string | null;
  active: number;
  onTake: (at: number) => void;
};

/** The names that fit what was typed. */
function Offered({ id, label, isOpen, found, addition, active, onTake }: OfferedProps) {
  const option = (at: number) => ({
    id: `${id}-${at}`,
    role: 'option',
    'aria-selected': at === active,
    className: classes(rowStyles.row, rowStyles.pointed, rowStyles.told, styles.option),
    // Pressing must not take the focus out of the field, which would close the list.
    onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
    onClick: () => onTake(at),
  });
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      hidden={!isOpen}
      className={classes(popover.popover, popover.list, styles.list)}
    >
      {isOpen &&
        found.map((entity, at) => (
          <div key={entity.id} {...option(at)}>
            <bdi>{entity.name}</bdi>
            <span className={styles.attributes}>{Object.values(entity.attributes).join(' · ')}</span>
          </div>
        ))}
      {isOpen && addition !== null && <div {...option(found.length)}>{addition}</div>}
    </div>
  );
}
