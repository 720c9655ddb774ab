import { useEffect, useRef, useState } from 'react';
import { formStrings } from '#words/window/form.ts';
import { strings } from '#words/window/frame.ts';
import { statusSchema } from '../../../../shared/model/variables.ts';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { PanelHeader } from '../../../components/PanelHeader.tsx';
import { SearchField } from '../../../components/SearchField.tsx';
import { Select } from '../../../components/Select.tsx';
import { documentList, filterDocuments, noDocumentFilter, useDocumentFilter } from '../../../state/queries.ts';
import { useRecords } from '../../../state/records.ts';
import { useList } from '../../../state/useList.ts';
import { DocumentRows } from './DocumentRows.tsx';
import { FilterButton } from './FilterButton.tsx';
import { FilterChips } from './FilterChips.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import styles from './DocumentsPanel.module.css';

export function DocumentsPanel() {
  useEffect(() => documentList.watch(), []);
  const total = useList(documentList, (state) => state.total);
  const all = useList(documentList, (state) => state.extra?.all ?? null);
  return (
    <section aria-label={strings.documents.label} data-region="documents" className={styles.panel}>
      <PanelHeader title={strings.documents.label}>
        {total !== null && all !== null && (
          <span aria-live="polite" aria-label={strings.documents.shownLong(total, all)}>
            {strings.documents.shown(total, all)}
          </span>
        )}
      </PanelHeader>
      <div className={styles.search}>
        <Filter />
        <FilterButton />
      </div>
      <StatusFilter />
      <FilterChips />
      <SelectionBar />
      {total === 0 && all === 0 && <NoDocuments />}
      {total === 0 && all !== null && all > 0 && <NoMatch />}
      {total !== null && total > 0 && <DocumentRows total={total} />}
    </section>
  );
}

/** A long list is asked for at most once in so many milliseconds while somebody types. */
const askEvery = 80;

/** Filters while typing: the first letter at once, those that follow fast together. */
function Filter() {
  const filter = useDocumentFilter((state) => state.filter);
  const [value, setValue] = useState(filter);
  const [seen, setSeen] = useState(filter);
  const asked = useRef(0);
  if (seen !== filter) {
    setSeen(filter);
    // What was asked for is what was typed without the blanks at its ends, which stay: a word may follow.
    if (filter !== value.trim()) setValue(filter);
  }
  useEffect(() => {
    const ask = (): void => {
      asked.current = performance.now();
      filterDocuments({ filter: value.trim() });
    };
    const wait = asked.current + askEvery - performance.now();
    if (wait <= 0) {
      ask();
      return;
    }
    const timer = setTimeout(ask, wait);
    return () => clearTimeout(timer);
  }, [value]);
  return (
    <SearchField
      label={strings.documents.filter}
      clearLabel={strings.common.clear}
      placeholder={strings.documents.placeholder}
      value={value}
      onChange={setValue}
      className={styles.filter}
    />
  );
}

/** Shows only the articles with one status of the acting coder. */
function StatusFilter() {
  const status = useDocumentFilter((state) => state.status);
  const coder = useRecords((state) => state.status?.coder ?? null);
  if (!coder) return null;
  return (
    <Select
      label={formStrings.statusFilter}
      entries={[
        { id: 'any', label: formStrings.anyStatus },
        ...statusSchema.options.map((id) => ({ id, label: formStrings.statuses[id] })),
      ]}
      selected={status ?? 'any'}
      onSelect={(id) => filterDocuments({ status: statusSchema.safeParse(id).data ?? null })}
      className={styles.status}
    />
  );
}

function NoDocuments() {
  return (
    <EmptyState isSmall title={strings.documents.empty}>
      {strings.documents.emptyText}
    </EmptyState>
  );
}

function NoMatch() {
  return (
    <EmptyState
      isSmall
      title={strings.documents.noMatch}
      actions={<Button onPress={() => filterDocuments(noDocumentFilter)}>{strings.documents.clearFilter}</Button>}
    >
      {strings.documents.noMatchText}
    </EmptyState>
  );
}
