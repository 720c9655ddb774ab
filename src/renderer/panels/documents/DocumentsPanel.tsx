import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PanelHeader } from '../../components/PanelHeader.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { documentList, filterDocuments, useDocumentFilter } from '../../state/queries.ts';
import { useList } from '../../state/useList.ts';
import { strings } from '../../strings/strings.ts';
import { DocumentRows } from './DocumentRows.tsx';
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
      <Filter />
      {total === 0 && all === 0 && <NoDocuments />}
      {total === 0 && all !== null && all > 0 && <NoMatch />}
      {total !== null && total > 0 && <DocumentRows total={total} />}
    </section>
  );
}

/** Filters while typing, with a pause so that a long list is not asked for at each letter. */
function Filter() {
  const filter = useDocumentFilter((state) => state.filter);
  const [value, setValue] = useState(filter);
  const [seen, setSeen] = useState(filter);
  if (seen !== filter) {
    setSeen(filter);
    setValue(filter);
  }
  useEffect(() => {
    const timer = setTimeout(() => filterDocuments(value.trim()), 120);
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
      actions={<Button onPress={() => filterDocuments('')}>{strings.documents.clearFilter}</Button>}
    >
      {strings.documents.noMatchText}
    </EmptyState>
  );
}
