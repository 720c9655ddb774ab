import { passageStrings as say } from '#words/window/passage.ts';
import type { Annotation, Id } from '../../shared/model/records.ts';
import { useRecords } from '../state/records.ts';
import { notify } from '../state/ui.ts';
import { send } from './ask.ts';
import { keyTextOf } from './shownKeys.ts';

/**
 * Gives a coding another code, or one that is made by the same act, and says which answers the new code has no place for. Undefined
 * when it was refused, which has been said.
 */
export async function changeCode(
  annotation: Id,
  code: Id | { name: string; parent: Id | null },
): Promise<Annotation | undefined> {
  const changed = await send('annotations.update', { annotation, code });
  if (!changed) return undefined;
  const { removedAnswers, ...coding } = changed;
  if (removedAnswers > 0) {
    const name = useRecords.getState().codes.get(coding.code)?.name ?? '';
    notify('info', say.answersRemoved(removedAnswers, name, keyTextOf('edit.undo')));
  }
  return coding;
}
