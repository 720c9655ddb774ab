import { useMemo, useState } from 'react';
import { labelled } from '#words/format.ts';
import { entityStrings as say } from '#words/window/entities.ts';
import type { Id } from '../../../../../shared/model/records.ts';
import type { Entity } from '../../../../../shared/model/variables.ts';
import { foldText } from '../../../../../shared/text/folding.ts';
import { send } from '../../../../actions/ask.ts';
import { canChange } from '../../../../actions/conditions.ts';
import { Button } from '../../../../components/Button.tsx';
import { Dialog } from '../../../../components/Dialog.tsx';
import { Select } from '../../../../components/Select.tsx';
import { TextField } from '../../../../components/TextField.tsx';
import { useRecords } from '../../../../state/records.ts';
import { EntityForm } from './EntityForm.tsx';
import styles from './entities.module.css';

/** Names of a list that are drawn; the filter leads to the others. */
const drawn = 200;

/** The lists that questions pick from: their names and what is known of them. A second page changes one name. */
export function EntitiesDialog({ onClose }: { onClose: () => void }) {
  const lists = useLists();
  const [chosen, setChosen] = useState<string | null>(null);
  const [editing, setEditing] = useState<Id | null>(null);
  const entity = useRecords((state) => (editing === null ? undefined : state.entities.get(editing)));
  const list = chosen !== null && lists.includes(chosen) ? chosen : (lists[0] ?? null);
  if (entity) return <EntityForm key={entity.id} entity={entity} onClose={() => setEditing(null)} />;
  return (
    <Dialog isOpen onClose={onClose} title={say.title} lead={say.lead} size="medium">
      {list === null ? (
        <p className={styles.none}>{say.noLists}</p>
      ) : (
        <>
          {lists.length > 1 && (
            <Select
              label={say.list}
              isField
              entries={lists.map((name) => ({ id: name, label: name }))}
              selected={list}
              onSelect={setChosen}
            />
          )}
          <Names key={list} list={list} onEdit={setEditing} />
        </>
      )}
    </Dialog>
  );
}

/** Names of the lists that variables pick from, and of those that have names left from before. */
function useLists(): string[] {
  const variables = useRecords((state) => state.variables);
  const entities = useRecords((state) => state.entities);
  return useMemo(() => {
    const asked = [...variables.values()].filter(({ level }) => level === 'entity').map((one) => one.entityList);
    const held = Array.from(entities.values(), ({ list }) => list);
    return [...new Set([...asked, ...held])].sort((a, b) => a.localeCompare(b));
  }, [variables, entities]);
}

function Names({ list, onEdit }: { list: string; onEdit: (entity: Id) => void }) {
  const known = useRecords((state) => state.entities);
  const [filter, setFilter] = useState('');
  const [name, setName] = useState('');
  const all = useMemo(
    () => [...known.values()].filter((one) => one.list === list).sort((a, b) => a.name.localeCompare(b.name)),
    [known, list],
  );
  const words = foldText(filter);
  const found = all.filter((one) => textOf(one).includes(words));
  const add = async (): Promise<void> => {
    if (name.trim() !== '' && (await send('entities.create', { list, name }))) setName('');
  };
  return (
    <>
      {canChange() && (
        <div className={styles.adding}>
          <TextField
            label={say.addName}
            hideLabel
            placeholder={say.addName}
            value={name}
            onChange={setName}
            maxLength={300}
            dir="auto"
            autoFocus
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              void add();
            }}
          />
          <Button isDisabled={name.trim() === ''} onPress={() => void add()}>
            {say.add}
          </Button>
        </div>
      )}
      {all.length > 8 && (
        <TextField
          label={say.filter}
          hideLabel
          placeholder={say.filter}
          value={filter}
          onChange={setFilter}
          dir="auto"
        />
      )}
      <p role="status" className={styles.none}>
        {all.length === 0 ? say.none : found.length === 0 ? say.noneFound : say.size(found.length)}
      </p>
      <ul aria-label={say.names(list)} className={styles.names}>
        {found.slice(0, drawn).map((entity) => (
          <NameRow key={entity.id} entity={entity} onEdit={() => onEdit(entity.id)} />
        ))}
      </ul>
      {found.length > drawn && <p className={styles.none}>{say.more(found.length - drawn)}</p>}
    </>
  );
}

/** What the filter looks in, folded. */
function textOf({ name, attributes }: Entity): string {
  return foldText([name, ...Object.values(attributes)].join('\n'));
}

function NameRow({ entity, onEdit }: { entity: Entity; onEdit: () => void }) {
  const { name, attributes } = entity;
  const about = Object.entries(attributes).map(([attribute, value]) => labelled(attribute, value));
  return (
    <li className={styles.row}>
      <span className={styles.name} dir="auto">
        {name}
      </span>
      {about.length > 0 && (
        <span className={styles.about} dir="auto">
          {about.join(' · ')}
        </span>
      )}
      <span className={styles.acts}>
        <Button variant="quiet" aria-label={say.changeName(name)} isDisabled={!canChange()} onPress={onEdit}>
          {say.change}
        </Button>
        <Button
          variant="quietDanger"
          aria-label={say.removeName(name)}
          isDisabled={!canChange()}
          onPress={() => void send('entities.remove', { entity: entity.id })}
        >
          {say.remove}
        </Button>
      </span>
    </li>
  );
}
