import { exportTable as say } from '#words/window/exportTable.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { orNotice, inBackground } from '../../../actions/ask.ts';
import { useDocumentSelection } from '../../../state/documentSelection.ts';
import { documentIds, noDocumentFilter, useDocumentFilter } from '../../../state/queries.ts';
import { Labelled } from './Labelled.tsx';

type ArticlesFieldProps = {
  /** Null: all. */
  documents: readonly Id[] | null;
  onChange: (documents: Id[] | null) => void;
};

/** All articles, those that the filtered list shows, or those selected in it. They are kept one by one: later ones do not join. */
export function ArticlesField({ documents, onChange }: ArticlesFieldProps) {
  const selection = useDocumentSelection(({ ids }) => ids);
  const isFiltered = useDocumentFilter((filter) => JSON.stringify(filter) !== JSON.stringify(noDocumentFilter));
  const isSelection =
    documents !== null && documents.length === selection.size && documents.every((id) => selection.has(id));
  const chosen = documents === null ? 'all' : isSelection ? 'selected' : 'kept';
  const takeListed = async (): Promise<void> => {
    const ids = await orNotice(() => documentIds());
    if (ids) onChange(ids);
  };
  return (
    <Labelled
      label={say.articles}
      entries={[
        { id: 'all', label: say.allArticles },
        ...(chosen === 'kept' && documents ? [{ id: 'kept', label: say.keptArticles(documents.length) }] : []),
        ...(selection.size > 0 ? [{ id: 'selected', label: say.selectedArticles(selection.size) }] : []),
        ...(isFiltered ? [{ id: 'listed', label: say.listedArticles }] : []),
      ]}
      selected={chosen}
      onSelect={(id) => {
        if (id === 'all') onChange(null);
        else if (id === 'selected') onChange([...selection]);
        else if (id === 'listed') inBackground(takeListed);
      }}
    />
  );
}
