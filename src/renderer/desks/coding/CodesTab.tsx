import { memo, useDeferredValue, useMemo } from 'react';
import type { Id } from '../../../shared/model/records.ts';
import { codeActs } from '../../actions/codeActs.ts';
import { reader } from '../../actions/readerHandle.ts';
import { openDrawer } from '../../actions/view.ts';
import { CodesPanel } from '../../parts/codes/CodesPanel.tsx';
import { useRecords } from '../../state/records.ts';
import { useSegmentFilter } from '../../state/segmentFilter.ts';
import { useUi } from '../../state/ui.ts';
import { applyCode } from './actions/coding.ts';
import { pressedUnselected } from './actions/passage.ts';

/** Drawn only when what it shows has changed: all that it does stays the same. */
const Panel = memo(CodesPanel);

const acts = {
  onApply: (code: Id): void => {
    applyCode(code);
    reader()?.focus();
  },
  onUnapplied: pressedUnselected,
  onCreate: (name: string, parent: Id | null): void => void codeActs.create(name, parent),
  onCreateMany: (names: readonly string[], parent: Id | null): void => void codeActs.createMany(names, parent),
  onRename: codeActs.rename,
  onMove: codeActs.move,
  onRecolour: codeActs.recolour,
  onPin: codeActs.pin,
  onDefine: codeActs.define,
  onMerge: codeActs.merge,
  onSplit: codeActs.split,
  onArchive: codeActs.archive,
  onRemove: codeActs.remove,
  onShowSegments: (code: Id): void => {
    useSegmentFilter.setState({ scope: 'project', code, coder: null });
    openDrawer('segments');
  },
};

/**
 * The codes panel with the project's codebook and the selected passage. Counts and the marked code may come a moment
 * after the coding itself: the text is drawn first.
 */
export function CodesTab() {
  const codes = useRecords((state) => state.codes);
  const tally = useDeferredValue(useRecords((state) => state.tally));
  const readOnly = useRecords((state) => state.status?.project?.readOnly ?? true);
  const active = useUi((state) => state.activeAnnotation);
  const activeCode = useDeferredValue(
    useRecords((state) => (active === null ? null : (state.open?.annotations.get(active)?.code ?? null))),
  );
  const shownCode = useUi((state) => state.shownCode);
  const canCode = useUi((state) => state.selection !== null) && !readOnly;
  const list = useMemo(() => [...codes.values()], [codes]);
  return (
    <Panel
      codes={list}
      tally={tally}
      activeCode={activeCode}
      shownCode={shownCode}
      canCode={canCode}
      readOnly={readOnly}
      {...acts}
    />
  );
}
