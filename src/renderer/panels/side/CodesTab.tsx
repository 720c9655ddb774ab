import { useMemo } from 'react';
import { applyCode, codeActs } from '../../actions/coding.ts';
import { openDrawer } from '../../actions/view.ts';
import { reader } from '../../actions/readerHandle.ts';
import { useRecords } from '../../state/records.ts';
import { useUi } from '../../state/ui.ts';
import { CodesPanel } from '../codes/CodesPanel.tsx';

/** The codes panel with the project's codebook and the selected passage. */
export function CodesTab() {
  const codes = useRecords((state) => state.codes);
  const tally = useRecords((state) => state.tally);
  const readOnly = useRecords((state) => state.status?.project?.readOnly ?? true);
  const active = useUi((state) => state.activeAnnotation);
  const activeCode = useRecords((state) =>
    active === null ? null : (state.open?.annotations.get(active)?.code ?? null),
  );
  const canCode = useUi((state) => state.selection !== null) && !readOnly;
  const list = useMemo(() => [...codes.values()], [codes]);
  return (
    <CodesPanel
      codes={list}
      tally={tally}
      activeCode={activeCode}
      canCode={canCode}
      readOnly={readOnly}
      onApply={(code) => {
        applyCode(code);
        reader()?.focus();
      }}
      onCreate={(name, parent) => void codeActs.create(name, parent)}
      onRename={codeActs.rename}
      onMove={codeActs.move}
      onRecolour={codeActs.recolour}
      onPin={codeActs.pin}
      onDefine={codeActs.define}
      onRemove={codeActs.remove}
      onShowSegments={(code) => {
        useUi.setState({ segmentFilter: { scope: 'project', code, coder: null } });
        openDrawer('segments');
      }}
    />
  );
}
