import { memo, useCallback, useDeferredValue, useMemo } from 'react';
import type { Segment } from '../../../shared/api/segments.ts';
import type { Id } from '../../../shared/model/records.ts';
import { inBackground } from '../../actions/ask.ts';
import { showDocument } from '../../actions/showDocument.ts';
import { client } from '../../state/client.ts';
import { useRecords } from '../../state/records.ts';
import { useSegmentFilter } from '../../state/segmentFilter.ts';
import type { SegmentFilter } from '../../state/segmentFilter.ts';
import { useUi } from '../../state/ui.ts';
import { removeAnnotation } from './actions/coding.ts';
import { SegmentsPanel } from './segments/SegmentsPanel.tsx';

/** Drawn only when what it shows has changed: all that it does stays the same. */
const Panel = memo(SegmentsPanel);

const acts = {
  onFilter: (segmentFilter: SegmentFilter): void => useSegmentFilter.setState(segmentFilter),
  onOpen: ({ document, start: from, end, id }: Segment): void =>
    void showDocument(document, { start: from, end, annotation: id }),
  onRemove: (annotation: Id): void => inBackground(() => removeAnnotation(annotation)),
};

/** The segments list of this article or of the whole project. It may follow a moment after the text, which is drawn first. */
export function SegmentsTab() {
  const filter = useSegmentFilter((state) => state);
  const activeAnnotation = useDeferredValue(useUi((state) => state.activeAnnotation));
  const revision = useDeferredValue(useRecords((state) => state.revision));
  const codes = useRecords((state) => state.codes);
  const coders = useRecords((state) => state.coders);
  const document = useRecords((state) => state.open?.document.id ?? null);
  const codeList = useMemo(() => [...codes.values()], [codes]);
  const coderList = useMemo(() => [...coders.values()], [coders]);
  const { scope, code, coder } = filter;
  const load = useCallback(
    async (offset: number, limit: number): Promise<{ total: number; rows: Segment[] }> => {
      if (scope === 'document' && document === null) return { total: 0, rows: [] };
      return client().call('segments.list', {
        offset,
        limit,
        ...(scope === 'document' && document !== null && { document }),
        ...(code !== null && { code }),
        ...(coder !== null && { coder }),
      });
    },
    [scope, code, coder, document],
  );
  return (
    <Panel
      load={load}
      revision={revision}
      codes={codeList}
      coders={coderList}
      activeAnnotation={activeAnnotation}
      filter={filter}
      {...acts}
    />
  );
}
