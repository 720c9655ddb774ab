import { readingStrings as say } from '#words/window/reading.ts';
import type { Annotation } from '../../../../shared/model/records.ts';
import { send } from '../../../actions/ask.ts';
import { keyTextOf } from '../../../actions/shownKeys.ts';
import { useRecords } from '../../../state/records.ts';
import { notify, useUi } from '../../../state/ui.ts';
import { nearDouble } from './nearDouble.ts';

/** The coding that another one, as a rule the chosen one, nearly doubles. */
export function doubleOf(coding: Annotation | null): Annotation | null {
  const { open } = useRecords.getState();
  return coding && open ? nearDouble(coding, open.annotations.values()) : null;
}

/** Says so when a new coding nearly doubles another one of its code and coder. */
export function offerToUnite(coding: Annotation): void {
  if (!doubleOf(coding)) return;
  const code = useRecords.getState().codes.get(coding.code)?.name ?? '';
  notify('info', say.uniteOffer(code, keyTextOf('code.unite')));
}

/** Makes one coding of this one and the one that it nearly doubles: the older stays and covers both. */
export async function unite(coding: Annotation): Promise<void> {
  const other = doubleOf(coding);
  if (!other) return;
  const united = await send('annotations.unite', { annotations: [other.id, coding.id] });
  if (united) useUi.setState({ activeAnnotation: united.id });
}
