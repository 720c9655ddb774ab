import { useMemo } from 'react';
import { useRecords } from '../../state/records.ts';
import { useUi } from '../../state/ui.ts';
import { applyCode, closePicker } from './actions/coding.ts';
import { CodePicker } from './codePicker/CodePicker.tsx';

/** The code picker at the selected passage. */
export function PickerHost() {
  const picker = useUi((state) => state.picker);
  const selection = useUi((state) => state.selection);
  const recent = useUi((state) => state.recentCodes);
  const codes = useRecords((state) => state.codes);
  const text = useRecords((state) => state.open?.text ?? '');
  const list = useMemo(() => [...codes.values()], [codes]);
  return (
    <CodePicker
      isOpen={picker !== null && selection !== null}
      anchor={picker?.anchor ?? null}
      initial={picker?.initial ?? ''}
      quote={selection ? text.slice(selection.start, selection.end) : ''}
      codes={list}
      recent={recent}
      onPick={(code) => {
        closePicker();
        applyCode(code);
      }}
      onCreate={(name, parent) => {
        closePicker();
        applyCode({ name, parent });
      }}
      onClose={closePicker}
    />
  );
}
