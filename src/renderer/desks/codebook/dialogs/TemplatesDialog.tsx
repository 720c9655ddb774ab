import { useState } from 'react';
import { codebookStrings as say } from '#words/window/codebook.ts';
import { strings } from '#words/window/frame.ts';
import { send } from '../../../actions/ask.ts';
import { Button } from '../../../components/Button.tsx';
import { ChoiceList } from '../../../components/ChoiceList.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { classes } from '../../../components/classes.ts';
import { useAnswer } from '../../../parts/useAnswer.ts';
import { client } from '../../../state/client.ts';
import { notify } from '../../../state/ui.ts';
import rowStyles from '../../../components/rows.module.css';
import styles from '../../../parts/dialogFields.module.css';

/** Chooses a codebook that comes with the program; shows what it holds and which publication it follows. */
export function TemplatesDialog({ onClose }: { onClose: () => void }) {
  const templates = useAnswer(() => client().call('templates.list', {}));
  const [chosen, setChosen] = useState<string | null>(null);
  const template = templates?.find(({ id }) => id === chosen) ?? templates?.[0];
  const add = async (id: string): Promise<void> => {
    const added = await send('templates.add', { template: id });
    if (!added) return;
    onClose();
    notify('info', say.added(added.codes.length, added.variables.length));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={say.templatesTitle}
      lead={say.templatesLead}
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" isDisabled={!template} onPress={() => template && void add(template.id)}>
            {say.add}
          </Button>
        </>
      }
    >
      {templates && template && (
        <div className={styles.columns}>
          <ChoiceList
            label={say.templates}
            items={templates}
            textOf={({ title }) => title}
            selected={template.id}
            onChange={({ id }) => setChosen(id)}
            onChosen={({ id }) => void add(id)}
            autoFocus
            className={styles.options}
            rowClassName={classes(rowStyles.row, styles.option)}
          >
            {({ title }) => title}
          </ChoiceList>
          <div className={styles.about}>
            <p>{template.description}</p>
            <h3 className={styles.label}>{say.source}</h3>
            <p>{template.source}</p>
            <Names title={say.codes} names={template.codes} />
            <Names title={say.variables} names={template.variables} />
          </div>
        </div>
      )}
    </Dialog>
  );
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <h3 className={styles.label}>{title}</h3>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );
}
