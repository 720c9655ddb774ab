import { codebookStrings as say } from '#words/window/codebook.ts';
import { NameField } from '../../../components/NameField.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { useRecords } from '../../../state/records.ts';
import { ChoiceSelect } from './ChoiceSelect.tsx';
import type { VariableDraft } from './variableDraft.ts';
import styles from '../../../parts/dialogFields.module.css';

type FallbackFieldProps = { draft: VariableDraft; onChange: (part: Partial<VariableDraft>) => void };

/** The value that stands for an unanswered question: a choice, a name of the list, or what is typed. */
export function FallbackField({ draft, onChange }: FallbackFieldProps) {
  const { level, fallback, choices } = draft;
  if (level === 'entity') return <EntityFallback draft={draft} onChange={onChange} />;
  if (level !== 'nominal' && level !== 'ordinal') {
    return (
      <TextField
        label={say.fallback}
        note={level === 'multiple' ? say.fallbackSeveral : say.fallbackNote}
        value={fallback}
        onChange={(typed) => onChange({ fallback: typed })}
      />
    );
  }
  return (
    <div className={styles.field}>
      <span className={styles.label}>{say.fallback}</span>
      <ChoiceSelect
        label={say.fallback}
        choices={choices}
        selected={fallback}
        none={say.fallbackNone}
        onSelect={(value) => onChange({ fallback: value })}
      />
      <span className={styles.hint}>{say.fallbackNote}</span>
    </div>
  );
}

function EntityFallback({ draft: { entityList, name, fallback }, onChange }: FallbackFieldProps) {
  const known = useRecords((state) => state.entities);
  // A list without a name is called as the variable is.
  const list = entityList.trim() === '' ? name.trim() : entityList.trim();
  const entries = [...known.values()]
    .filter((entity) => entity.list === list)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <div className={styles.field}>
      <NameField
        label={say.fallback}
        openLabel={say.showNames}
        entries={entries}
        selected={fallback}
        onSelect={(id) => onChange({ fallback: id })}
        className={styles.wide}
      />
      <span className={styles.hint}>{entries.length === 0 ? say.fallbackNoNames : say.fallbackNote}</span>
    </div>
  );
}
