import { segmentsStrings as say } from '#words/window/segments.ts';
import type { Code, Coder, Id } from '../../../../shared/model/records.ts';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { Select } from '../../../components/Select.tsx';
import type { SegmentFilter } from '../../../state/segmentFilter.ts';
import { CodeFilter } from './CodeFilter.tsx';
import { SegmentList } from './SegmentList.tsx';
import type { SegmentActs, SegmentSelection, Sorted } from './segmentActs.ts';
import { SelectedSegments } from './SelectedSegments.tsx';
import { useSegmentWindows } from './useSegmentWindows.ts';
import type { LoadSegments } from './useSegmentWindows.ts';
import styles from './SegmentsPanel.module.css';

export type SegmentsPanelProps = {
  /** Reads a window of the list that the filter describes. A new function means another list. */
  load: LoadSegments;
  /** Grows when the project changes: the rows in sight are read again. */
  revision: number;
  codes: readonly Code[];
  coders: readonly Coder[];
  /** The annotation that is active in the reader: its row is marked, and comes into sight. */
  activeAnnotation: Id | null;
  filter: SegmentFilter;
  onFilter: (filter: SegmentFilter) => void;
  sorted: Sorted;
  selection: SegmentSelection;
  acts: SegmentActs;
};

/** Choosing this in a list means: no coder in particular. */
const everyone = 'everyone';

/**
 * Every coding of the article or the project with its quotation; a click shows it in the text. The agreed version is listed, and
 * counted apart, for it says again what people have said.
 */
export function SegmentsPanel(props: SegmentsPanelProps) {
  const { load, revision, codes, coders, activeAnnotation, filter, onFilter, sorted, selection, acts } = props;
  const segments = useSegmentWindows(load, revision);
  const { total, agreed, problem } = segments;
  const count = selection.ids.size;
  const counted = filter.scope === 'project' ? say.inProject : say.inDocument;
  return (
    <div className={styles.panel}>
      <div className={styles.bar} data-selected={count > 0 || undefined}>
        {count === 0 && <Filters codes={codes} coders={coders} filter={filter} onFilter={onFilter} />}
        <span role="status" className={styles.count}>
          {count > 0 ? say.selected(count) : total !== null && counted(total - agreed, agreed)}
        </span>
        {count > 0 && <SelectedSegments selection={selection} acts={acts} />}
      </div>
      {problem !== null ? (
        <EmptyState isSmall title={say.failed} actions={<Button onPress={segments.retry}>{say.retry}</Button>}>
          {problem}
        </EmptyState>
      ) : total === 0 ? (
        <Nothing filter={filter} onFilter={onFilter} />
      ) : (
        total !== null && (
          <SegmentList
            key={`${filter.scope} ${filter.code ?? ''} ${filter.coder ?? ''}`}
            segments={segments}
            total={total}
            codes={codes}
            coders={coders}
            activeAnnotation={activeAnnotation}
            showsDocument={filter.scope === 'project'}
            sorted={sorted}
            selection={selection}
            acts={acts}
          />
        )
      )}
    </div>
  );
}

type FiltersProps = Pick<SegmentsPanelProps, 'codes' | 'coders' | 'filter' | 'onFilter'>;

/** What the list holds. What can be done with a selection takes their place, so that no row moves away from under the pointer. */
function Filters({ codes, coders, filter, onFilter }: FiltersProps) {
  return (
    <>
      <Select
        label={say.scope}
        entries={[
          { id: 'document', label: say.document },
          { id: 'project', label: say.project },
        ]}
        selected={filter.scope}
        onSelect={(scope) => onFilter({ ...filter, scope: scope === 'project' ? 'project' : 'document' })}
      />
      <CodeFilter
        codes={codes}
        selected={codes.find((code) => code.id === filter.code) ?? null}
        onSelect={(code) => onFilter({ ...filter, code })}
      />
      {(coders.length > 1 || filter.coder !== null) && (
        <Select
          label={say.coder}
          entries={[{ id: everyone, label: say.allCoders }, ...coders.map(({ id, name }) => ({ id, label: name }))]}
          selected={filter.coder ?? everyone}
          onSelect={(coder) => onFilter({ ...filter, coder: coder === everyone ? null : coder })}
        />
      )}
    </>
  );
}

function Nothing({ filter, onFilter }: Pick<SegmentsPanelProps, 'filter' | 'onFilter'>) {
  if (filter.code !== null || filter.coder !== null) {
    const showAll = (): void => onFilter({ scope: filter.scope, code: null, coder: null });
    return (
      <EmptyState isSmall title={say.noneFound} actions={<Button onPress={showAll}>{say.showAll}</Button>}>
        {say.noneFoundHelp}
      </EmptyState>
    );
  }
  return filter.scope === 'project' ? (
    <EmptyState isSmall title={say.noneInProject}>
      {say.noneInProjectHelp}
    </EmptyState>
  ) : (
    <EmptyState isSmall title={say.noneInDocument}>
      {say.noneInDocumentHelp}
    </EmptyState>
  );
}
