import { useCallback, useMemo } from 'react';
import type { Segment } from '../../../shared/api/annotations.ts';
import { removeAnnotation } from '../../actions/coding.ts';
import { start } from '../../actions/attempt.ts';
import { showDocument } from '../../actions/documents.ts';
import { client } from '../../state/client.ts';
import { useRecords } from '../../state/records.ts';
import { useUi } from '../../state/ui.ts';
import { SegmentsPanel } from '../segments/SegmentsPanel.tsx';

/** The segments list of this article or of the whole project. */
export function SegmentsTab() {
  const filter = useUi((state) => state.segmentFilter);
  const activeAnnotation = useUi((state) => state.activeAnnotation);
  const revision = useRecords((state) => state.revision);
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
    <SegmentsPanel
      load={load}
      revision={revision}
      codes={codeList}
      coders={coderList}
      activeAnnotation={activeAnnotation}
      filter={filter}
      onFilter={(segmentFilter) => useUi.setState({ segmentFilter })}
      onOpen={(segment) =>
        void showDocument(segment.document, { start: segment.start, end: segment.end, annotation: segment.id })
      }
      onRemove={(annotation) => start(() => removeAnnotation(annotation))}
    />
  );
}
