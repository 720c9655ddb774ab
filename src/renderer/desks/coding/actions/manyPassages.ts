import { strings } from '#words/window/frame.ts';
import { manyPassagesStrings as say } from '#words/window/manyPassages.ts';
import type { Extent } from '../../../../shared/api/codings.ts';
import type { Result } from '../../../../shared/api/contract.ts';
import type { Task } from '../../../../shared/api/events.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { inBackground, orNotice } from '../../../actions/ask.ts';
import { currentStep } from '../../../actions/importing.ts';
import { undo } from '../../../actions/project.ts';
import { client } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { dismissNotice, notify } from '../../../state/ui.ts';
import { byText } from '../manyPassages/passages.ts';
import type { FoundPassage } from '../manyPassages/passages.ts';
import { remember } from './coding.ts';

export type ManyToCode = {
  passages: readonly FoundPassage[];
  extent: Extent;
  code: Id | { name: string; parent: Id | null };
  /** The path of the code, for what is said afterwards. */
  path: string;
  /** Passages that are no longer where they were found, and were not even asked for. */
  lost: number;
};

/** Gives passages a code, as one act, and says what came of it. False: nothing was done, and a notice says why. */
export async function codeMany(
  { passages, extent, code, path, lost }: ManyToCode,
  progress: (task: Task) => void,
): Promise<boolean> {
  const asked = { passages: byText(passages), extent, code };
  const told = await orNotice(() => client().run('codings.apply', asked, progress));
  if (!told) return false;
  remember(told.code);
  tell(told, path);
  if (lost > 0) notify('error', say.notThere(lost));
  return true;
}

/** Excluded places that a notice names. */
const named = 3;

function tell(told: Result<'codings.apply'>, code: string): void {
  const { annotations: passages, documents, present, excluded, excludedPlaces } = told;
  const step = currentStep();
  const act = {
    label: strings.common.undo,
    run: () => (currentStep() === step ? inBackground(undo) : notify('info', say.laterStep)),
  };
  const notice = notify('info', say.done({ passages, documents, code, present }), passages > 0 ? { act } : {});
  // Once it is undone, or something else was done, there is nothing to undo from here.
  const stop = useRecords.subscribe(() => {
    if (currentStep() === step) return;
    stop();
    dismissNotice(notice);
  });
  if (excluded === 0) return;
  const first = excludedPlaces.slice(0, named).map(({ name, by }) => ({ document: name, by }));
  notify('error', say.notExcluded(excluded, first));
}
