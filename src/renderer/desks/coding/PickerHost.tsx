import { useMemo } from 'react';
import { useRecords } from '../../state/records.ts';
import { useUi } from '../../state/ui.ts';
import { inBackground } from '../../actions/ask.ts';
import { applyCode, closePicker } from './actions/coding.ts';
import type { NewCode } from './actions/coding.ts';
import { recodeMany } from './actions/manySegments.ts';
import { recode } from './actions/passage.ts';
import { CodePicker } from './codePicker/CodePicker.tsx';
import type { Id } from '../../../shared/model/records.ts';

/** The code picker at the selected passage, or for another code in the place of that of codings. */
export function PickerHost() {
  const picker = useUi((state) => state.picker);
  const selection = useUi((state) => state.selection);
  const recent = useUi((state) => state.recentCodes);
  const codes = useRecords((state) => state.codes);
  const text = useRecords((state) => state.open?.text ?? '');
  const instead = picker?.instead;
  const list = useMemo(() => [...codes.values()], [codes]);
  const [annotation, ...more] = instead?.annotations ?? [];
  const take = (code: Id | NewCode): void => {
    closePicker();
    if (annotation === undefined) applyCode(code);
    else if (more.length > 0) inBackground(() => recodeMany([annotation, ...more], code));
    else void recode(annotation, code);
  };
  return (
    <CodePicker
      isOpen={picker !== null && (selection !== null || instead !== undefined)}
      anchor={picker?.anchor ?? null}
      initial={picker?.initial ?? ''}
      quote={instead?.quote ?? (selection ? text.slice(selection.start, selection.end) : '')}
      without={instead?.code ?? null}
      changes={instead?.annotations.length ?? 0}
      codes={list}
      recent={recent}
      onPick={take}
      onCreate={(name, parent) => take({ name, parent })}
      onClose={closePicker}
    />
  );
}
