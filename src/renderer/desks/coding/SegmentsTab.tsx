import { memo, useCallback, useDeferredValue, useMemo } from 'react';
import type { Segment } from '../../../shared/api/segments.ts';
import { inBackground } from '../../actions/ask.ts';
import { canChange } from '../../actions/conditions.ts';
import { showDocument } from '../../actions/showDocument.ts';
import { startMemo } from '../../actions/view.ts';
import { client } from '../../state/client.ts';
import { useRecords } from '../../state/records.ts';
import { useSegmentFilter } from '../../state/segmentFilter.ts';
import type { SegmentFilter } from '../../state/segmentFilter.ts';
import { useUi } from '../../state/ui.ts';
import { removeAnnotation } from './actions/coding.ts';
import { startLink } from './actions/links.ts';
import { copySegment, startRecoding } from './actions/passage.ts';
import type { SegmentActs } from './segments/segmentActs.ts';
import { SegmentsPanel } from './segments/SegmentsPanel.tsx';

/** Drawn only when what it shows has changed: all that it does stays the same. */
const Panel = memo(SegmentsPanel);

const show = ({ document, start, end, id }: Segment): Promise<void> =>
  showDocument(document, { start, end, annotation: id });

const acts: SegmentActs = {
  canChange,
  open: (segment) => void show(segment),
  change: ({ id: annotation, code, quote }, anchor) =>
    startRecoding({ annotation, code, quote, isOfList: true }, anchor),
  memo: (segment) => inBackground(() => show(segment).then(startMemo)),
  link: (segment) => inBackground(() => show(segment).then(startLink)),
  copy: (segment) => inBackground(() => copySegment(segment)),
  remove: (annotation) => inBackground(() => removeAnnotation(annotation)),
};

const changeFilter = (segmentFilter: SegmentFilter): void => useSegmentFilter.setState(segmentFilter);

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
    async (offset: number, limit: number): Promise<{ total: number; agreed: number; rows: Segment[] }> => {
      if (scope === 'document' && document === null) return { total: 0, agreed: 0, rows: [] };
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
      onFilter={changeFilter}
      acts={acts}
    />
  );
}
