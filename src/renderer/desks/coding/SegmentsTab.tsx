import { memo, useCallback, useDeferredValue, useEffect, useMemo } from 'react';
import type { Segment } from '../../../shared/api/segments.ts';
import type { Id } from '../../../shared/model/records.ts';
import { inBackground } from '../../actions/ask.ts';
import { canChange } from '../../actions/conditions.ts';
import { showDocument } from '../../actions/showDocument.ts';
import { focusIn, focusRegion, startMemo } from '../../actions/view.ts';
import { client } from '../../state/client.ts';
import { useRecords } from '../../state/records.ts';
import { useSegmentFilter } from '../../state/segmentFilter.ts';
import type { SegmentFilter } from '../../state/segmentFilter.ts';
import { useUi } from '../../state/ui.ts';
import { removeAnnotation } from './actions/coding.ts';
import { startLink } from './actions/links.ts';
import {
  keepSelectionIn,
  removeMany,
  selectAllSegments,
  selectNoSegments,
  selectRead,
  selectSegmentRange,
  toggleInSelection,
} from './actions/manySegments.ts';
import type { SegmentQuestion } from './actions/manySegments.ts';
import { copySegment, startRecoding } from './actions/passage.ts';
import type { SegmentActs, SegmentSelection } from './segments/segmentActs.ts';
import { SegmentsPanel } from './segments/SegmentsPanel.tsx';
import type { LoadSegments } from './segments/useSegmentWindows.ts';
import { sortSegments, useSegmentOrder } from './state/segmentOrder.ts';
import type { SegmentOrder } from './state/segmentOrder.ts';
import { useSegmentSelection } from './state/segmentSelection.ts';

/** Drawn only when what it shows has changed: all that it does stays the same. */
const Panel = memo(SegmentsPanel);

const show = ({ document, start, end, id }: Segment): Promise<void> =>
  showDocument(document, { start, end, annotation: id });

/** A question that opens while the menu is closing would give the focus back to the menu: it waits until the list has it again. */
function afterMenu(act: () => void): void {
  if (document.querySelector('[role=menu]') === null) act();
  else requestAnimationFrame(() => requestAnimationFrame(act));
}

const acts: SegmentActs = {
  canChange,
  open: (segment) => void show(segment),
  change: ({ id: annotation, code, quote }, anchor) =>
    startRecoding({ annotations: [annotation], code, quote, isOfList: true }, anchor),
  memo: (segment) => inBackground(() => show(segment).then(startMemo)),
  link: (segment) => inBackground(() => show(segment).then(startLink)),
  copy: (segment) => inBackground(() => copySegment(segment)),
  remove: (annotation) => afterMenu(() => inBackground(() => removeAnnotation(annotation))),
  changeMany: (annotations, anchor) => startRecoding({ annotations, code: null, quote: '', isOfList: true }, anchor),
  removeMany: (annotations) => afterMenu(() => inBackground(() => removeMany(annotations))),
  sort: sortSegments,
  leave: () =>
    queueMicrotask(() => {
      if (document.activeElement === document.body) focusRegion('drawer');
    }),
  toList: () => focusIn('drawer', '[role=grid]'),
};

const changeFilter = (segmentFilter: SegmentFilter): void => useSegmentFilter.setState(segmentFilter);

const nothing = { total: 0, agreed: 0, rows: [] };

/** What is asked of the program; null: there is no article. */
function asked(
  { scope, code, coder }: SegmentFilter,
  document: Id | null,
  sorted: SegmentOrder['sorted'],
): SegmentQuestion | null {
  if (scope === 'document' && document === null) return null;
  // In one article there is nothing to sort by article.
  const isSorted = sorted !== null && (scope === 'project' || sorted.by !== 'document');
  return {
    ...(scope === 'document' && document !== null && { document }),
    ...(code !== null && { code }),
    ...(coder !== null && { coder }),
    ...(isSorted && { sort: sorted.by, descending: sorted.descending }),
  };
}

/** The segments list of this article or of the whole project. It may follow a moment after the text, which is drawn first. */
export function SegmentsTab() {
  const filter = useSegmentFilter((state) => state);
  const sorted = useSegmentOrder((state) => state.sorted);
  const ids = useSegmentSelection((state) => state.ids);
  const activeAnnotation = useDeferredValue(useUi((state) => state.activeAnnotation));
  const revision = useDeferredValue(useRecords((state) => state.revision));
  const codes = useRecords((state) => state.codes);
  const coders = useRecords((state) => state.coders);
  const document = useRecords((state) => state.open?.document.id ?? null);
  const codeList = useMemo(() => [...codes.values()], [codes]);
  const coderList = useMemo(() => [...coders.values()], [coders]);
  const question = useMemo(() => asked(filter, document, sorted), [filter, document, sorted]);
  const load = useCallback<LoadSegments>(
    async (offset, limit) =>
      question === null ? nothing : client().call('segments.list', { ...question, offset, limit }),
    [question],
  );
  const selection = useMemo<SegmentSelection>(
    () => ({
      ids,
      clear: selectNoSegments,
      toggle: toggleInSelection,
      select: selectRead,
      selectRange: (from, to) => question && void selectSegmentRange(question, from, to),
      selectAll: () => question && void selectAllSegments(question),
    }),
    [ids, question],
  );
  const { scope, code, coder } = filter;
  const list = JSON.stringify([scope, code, coder, scope === 'document' ? document : null]);
  useEffect(() => keepSelectionIn(list), [list]);
  return (
    <Panel
      load={load}
      revision={revision}
      codes={codeList}
      coders={coderList}
      activeAnnotation={activeAnnotation}
      filter={filter}
      onFilter={changeFilter}
      sorted={sorted}
      selection={selection}
      acts={acts}
    />
  );
}
