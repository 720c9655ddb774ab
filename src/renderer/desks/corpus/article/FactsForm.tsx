import { useState } from 'react';
import { strings } from '#words/window/frame.ts';
import type { Document, Fact } from '../../../../shared/model/records.ts';
import { inBackground } from '../../../actions/ask.ts';
import { Button } from '../../../components/Button.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { useRecords } from '../../../state/records.ts';
import { setFact } from '../actions/documents.ts';
import styles from './ArticlePanel.module.css';

/** Article facts, each a field that saves itself when it is left; an emptied field clears the fact. */
export function FactsForm({ document, facts }: { document: Document; facts: readonly Fact[] }) {
  const readOnly = useRecords((state) => state.status?.project?.readOnly ?? true);
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{strings.article.facts}</h3>
      {facts.length === 0 && <p className={styles.none}>{strings.article.noFacts}</p>}
      <div className={styles.form} data-main-focus>
        {facts.map((fact) => (
          <FactField key={fact.variable} document={document} fact={fact} readOnly={readOnly} />
        ))}
      </div>
      {!readOnly && <NewFact document={document} />}
    </section>
  );
}

function FactField({ document, fact, readOnly }: { document: Document; fact: Fact; readOnly: boolean }) {
  const [draft, setDraft] = useState<string | null>(null);
  const save = (): void => {
    if (draft !== null && draft.trim() !== fact.value) {
      const value = draft.trim();
      inBackground(() => setFact(document.id, fact.variable, value === '' ? null : value));
    }
    setDraft(null);
  };
  return (
    <TextField
      layout="row"
      label={fact.label}
      value={draft ?? fact.value}
      onChange={setDraft}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setDraft(null);
      }}
      dir="auto"
      maxLength={10_000}
      isReadOnly={readOnly}
    />
  );
}

function NewFact({ document }: { document: Document }) {
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const canAdd = name.trim() !== '' && value.trim() !== '';
  const add = (): void => {
    if (!canAdd) return;
    inBackground(() => setFact(document.id, name.trim(), value.trim()));
    setName('');
    setValue('');
  };
  return (
    <form
      className={styles.add}
      aria-label={strings.article.add}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label={strings.article.addName}
        placeholder={strings.article.addNamePlaceholder}
        value={name}
        onChange={setName}
        maxLength={300}
      />
      <TextField label={strings.article.addValue} value={value} onChange={setValue} dir="auto" maxLength={10_000} />
      <Button type="submit" isDisabled={!canAdd}>
        {strings.article.addButton}
      </Button>
    </form>
  );
}
