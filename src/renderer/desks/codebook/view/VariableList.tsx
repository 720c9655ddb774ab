import { Ellipsis, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { codebookStrings as say } from '#words/window/codebook.ts';
import type { Code } from '../../../../shared/model/records.ts';
import type { Variable } from '../../../../shared/model/variables.ts';
import { send } from '../../../actions/ask.ts';
import { Button } from '../../../components/Button.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { Menu } from '../../../components/Menu.tsx';
import type { MenuEntry } from '../../../components/Menu.tsx';
import { useRecords } from '../../../state/records.ts';
import { openDialog } from '../../../state/ui.ts';
import styles from './Lists.module.css';

type VariableListProps = { code: Code | undefined; readOnly: boolean };

/** The questions of the codebook: those about articles, and those about passages of the chosen code. */
export function VariableList({ code, readOnly }: VariableListProps) {
  const all = useRecords((state) => state.variables);
  const ordered = useMemo(() => [...all.values()].toSorted((a, b) => a.position - b.position), [all]);
  const ofArticle = ordered.filter(({ scope }) => scope === 'document');
  const ofCode = code ? ordered.filter((one) => one.scope === 'passage' && one.code === code.id) : [];
  return (
    <section aria-label={say.variables} className={styles.section}>
      <div className={styles.head}>
        <h2 className={styles.title}>{say.variables}</h2>
        {ordered.some(({ level }) => level === 'entity') && (
          <Button variant="quiet" onPress={() => openDialog({ kind: 'entities' })}>
            {say.names}
          </Button>
        )}
      </div>
      <Group label={say.articleVariables} variables={ofArticle} code={null} readOnly={readOnly} />
      {code && <Group label={say.codeVariables(code.name)} variables={ofCode} code={code} readOnly={readOnly} />}
    </section>
  );
}

/** How many variables are listed before the rest is asked for; one or two more are listed with them. */
const listed = 12;

type GroupProps = { label: string; variables: readonly Variable[]; code: Code | null; readOnly: boolean };

function Group({ label, variables, code, readOnly }: GroupProps) {
  const [isAll, setAll] = useState(false);
  const shown = isAll || variables.length <= listed + 2 ? variables : variables.slice(0, listed);
  return (
    <>
      <div className={styles.group}>
        <h3>{label}</h3>
        {!readOnly && (
          <IconButton
            label={code === null ? say.newArticleVariable : say.newCodeVariable}
            icon={<Plus />}
            onPress={() => openDialog({ kind: 'variable', variable: null, code: code?.id ?? null })}
          />
        )}
      </div>
      {variables.length === 0 && <p className={styles.none}>{say.noVariables}</p>}
      {variables.length > 0 && (
        <ul aria-label={label} className={styles.list}>
          {shown.map((variable, at) => (
            <li key={variable.id} className={styles.row}>
              <AriaButton
                className={styles.name ?? ''}
                isDisabled={readOnly}
                onPress={() => openDialog({ kind: 'variable', variable: variable.id, code: variable.code })}
              >
                {variable.name}
              </AriaButton>
              <span className={styles.about}>{variable.archived ? say.isArchived : say.levels[variable.level]}</span>
              {!readOnly && <Acts variables={variables} at={at} variable={variable} />}
            </li>
          ))}
        </ul>
      )}
      {shown.length < variables.length && (
        <div className={styles.acts}>
          <Button variant="quiet" onPress={() => setAll(true)}>
            {say.allVariables(variables.length)}
          </Button>
        </div>
      )}
    </>
  );
}

type ActsProps = { variables: readonly Variable[]; at: number; variable: Variable };

function Acts({ variables, at, variable }: ActsProps) {
  const move = (before: string | null): void => void send('variables.move', { variable: variable.id, before });
  const entries = (): MenuEntry[] => [
    {
      id: 'edit',
      label: say.edit,
      run: () => openDialog({ kind: 'variable', variable: variable.id, code: variable.code }),
    },
    { id: 'up', label: say.moveUp, isDisabled: at === 0, run: () => move(variables[at - 1]?.id ?? null) },
    {
      id: 'down',
      label: say.moveDown,
      isDisabled: at === variables.length - 1,
      run: () => move(variables[at + 2]?.id ?? null),
    },
    {
      id: 'archive',
      label: variable.archived ? say.unarchive : say.archive,
      run: () => void send('variables.update', { variable: variable.id, archived: !variable.archived }),
    },
    null,
    {
      id: 'remove',
      label: say.remove,
      isDanger: true,
      run: () => openDialog({ kind: 'removeVariable', variable: variable.id }),
    },
  ];
  return (
    <Menu
      placement="bottom end"
      trigger={<IconButton label={say.variableActs(variable.name)} icon={<Ellipsis />} />}
      entries={entries}
    />
  );
}
