import { X } from 'lucide-react';
import { useState } from 'react';
import { entityStrings as say } from '#words/window/entities.ts';
import type { Entity } from '../../../../../shared/model/variables.ts';
import { send } from '../../../../actions/ask.ts';
import { Button } from '../../../../components/Button.tsx';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { IconButton } from '../../../../components/IconButton.tsx';
import { TextField } from '../../../../components/TextField.tsx';
import { useRecords } from '../../../../state/records.ts';
import styles from './entities.module.css';

type Line = { attribute: string; value: string };

/** A line for all that is known of the name, and an empty one for what is known of others in its list. */
function linesOf(entity: Entity): Line[] {
  const others = [...useRecords.getState().entities.values()].filter(({ list }) => list === entity.list);
  const attributes = new Set([entity, ...others].flatMap((one) => Object.keys(one.attributes)));
  return Array.from(attributes, (attribute) => ({ attribute, value: entity.attributes[attribute] ?? '' }));
}

/** What is wrong with a line, or nothing. A line without a value is left out when it is saved. */
function faultOf(lines: readonly Line[], at: number): string | undefined {
  const attribute = lines[at]?.attribute.trim() ?? '';
  if (attribute === '') return (lines[at]?.value ?? '') === '' ? undefined : say.noAttributeName;
  return lines.slice(0, at).some((line) => line.attribute.trim() === attribute) ? say.twice(attribute) : undefined;
}

/** Changes a name, and what is known of it. */
export function EntityForm({ entity, onClose }: { entity: Entity; onClose: () => void }) {
  const [name, setName] = useState(entity.name);
  const [lines, setLines] = useState(() => linesOf(entity));
  const canSave = name.trim() !== '' && lines.every((_, at) => faultOf(lines, at) === undefined);
  const put = (at: number, change: Partial<Line>): void =>
    setLines(lines.map((line, index) => (index === at ? { ...line, ...change } : line)));
  const save = async (): Promise<void> => {
    const said = lines.map(({ attribute, value }) => [attribute.trim(), value.trim()] as const);
    const attributes = Object.fromEntries(said.filter(([attribute, value]) => attribute !== '' && value !== ''));
    if (await send('entities.update', { entity: entity.id, name, attributes })) onClose();
  };
  return (
    <FormDialog
      onClose={onClose}
      title={say.editTitle(entity.name)}
      lead={say.editLead(entity.list)}
      submitLabel={say.save}
      canSubmit={canSave}
      onSubmit={() => void save()}
    >
      <TextField label={say.name} value={name} onChange={setName} maxLength={300} dir="auto" autoFocus />
      <div role="group" aria-label={say.attributes} className={styles.lines}>
        <span className={styles.label}>{say.attributes}</span>
        {lines.map((line, at) => (
          // Lines are told apart by their place alone: two may be empty.
          <div key={at} className={styles.line}>
            <TextField
              label={say.attribute(at + 1)}
              hideLabel
              placeholder={say.attributeHint}
              value={line.attribute}
              onChange={(attribute) => put(at, { attribute })}
              error={faultOf(lines, at)}
              maxLength={200}
              dir="auto"
            />
            <TextField
              label={say.value(at + 1)}
              hideLabel
              value={line.value}
              onChange={(value) => put(at, { value })}
              maxLength={5000}
              dir="auto"
            />
            <IconButton
              label={say.removeAttribute(at + 1)}
              icon={<X />}
              onPress={() => setLines(lines.filter((_, index) => index !== at))}
            />
          </div>
        ))}
        <Button
          variant="quiet"
          className={styles.more}
          onPress={() => setLines([...lines, { attribute: '', value: '' }])}
        >
          {say.addAttribute}
        </Button>
      </div>
    </FormDialog>
  );
}
