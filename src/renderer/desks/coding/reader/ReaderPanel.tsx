import { BookOpenText, FileInput } from 'lucide-react';
import { useEffect } from 'react';
import { strings } from '#words/window/frame.ts';
import { keyText } from '#words/window/keyNames.ts';
import { runAction } from '../../../actions/registry.ts';
import { useKeysOf } from '../../../actions/shownKeys.ts';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { documentList } from '../../../state/queries.ts';
import { useRecords } from '../../../state/records.ts';
import { useList } from '../../../state/useList.ts';
import { ComparisonBar } from './ComparisonBar.tsx';
import { FactsBar } from './FactsBar.tsx';
import { ReaderView } from './ReaderView.tsx';
import styles from './ReaderPanel.module.css';

/** The article: what is known of it above, its text below. */
export function ReaderPanel() {
  const hasDocument = useRecords((state) => state.open !== null);
  const readOnly = useRecords((state) => state.status?.project?.readOnly ?? true);
  return (
    <section aria-label={strings.reader.label} data-region="reader" className={styles.panel}>
      {hasDocument ? (
        <>
          <FactsBar />
          <ComparisonBar />
          <ReaderView key={String(readOnly)} readOnly={readOnly} />
        </>
      ) : (
        <NoDocument />
      )}
    </section>
  );
}

function NoDocument() {
  useEffect(() => documentList.watch(), []);
  const all = useList(documentList, (state) => state.extra?.all ?? null);
  const isOpening = useRecords((state) => state.opening !== null);
  const readOnly = useRecords((state) => state.status?.project?.readOnly ?? true);
  const sentence = useKeysOf('select.sentence');
  if (isOpening || all === null) return null;
  if (all > 0)
    return (
      <EmptyState icon={<BookOpenText />} title={strings.reader.noDocument}>
        {strings.reader.noDocumentText(sentence === undefined ? undefined : keyText(sentence))}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<FileInput />}
      title={strings.reader.emptyProject}
      actions={
        !readOnly && (
          <>
            <Button variant="primary" onPress={() => runAction('import.files')}>
              {strings.documents.importFiles}
            </Button>
            <Button onPress={() => runAction('import.folder')}>{strings.documents.importFolder}</Button>
          </>
        )
      }
    >
      {strings.reader.emptyProjectText}
    </EmptyState>
  );
}
