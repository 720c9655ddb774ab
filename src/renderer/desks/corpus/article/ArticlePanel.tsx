import { FileText } from 'lucide-react';
import { strings } from '#words/window/frame.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { useRecords } from '../../../state/records.ts';
import { FactsForm } from './FactsForm.tsx';
import { SourceReport } from './SourceReport.tsx';
import { TextVersions } from './TextVersions.tsx';
import styles from './ArticlePanel.module.css';

/** What is known about the article in the reader, and how it came into the project. */
export function ArticlePanel() {
  const open = useRecords((state) => state.open);
  if (!open)
    return (
      <EmptyState isSmall icon={<FileText />} title={strings.article.none}>
        {strings.article.noneText}
      </EmptyState>
    );
  return (
    <div className={styles.panel}>
      <FactsForm key={open.document.id} document={open.document} facts={open.facts} />
      <TextVersions key={`versions-${open.document.id}`} document={open.document.id} text={open.text} />
      <SourceReport key={`source-${open.document.id}`} document={open.document} text={open.text} />
    </div>
  );
}
