import { roundStrings as say } from '#words/window/rounds.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { WorkStatus } from '../../../../shared/model/variables.ts';
import { orNotice, send } from '../../../actions/ask.ts';
import { canChange } from '../../../actions/conditions.ts';
import { sendFocus } from '../../../actions/sendFocus.ts';
import { focusRegion } from '../../../actions/view.ts';
import { withCoder } from '../../../actions/withCoder.ts';
import { selectDocuments, useDocumentSelection } from '../../../state/documentSelection.ts';
import { documentIds } from '../../../state/queries.ts';
import { useRecords } from '../../../state/records.ts';
import { notify, openDialog } from '../../../state/ui.ts';

/** The documents that acts on many are for: the selected ones, or the open one while none is. */
function chosenDocuments(): Id[] {
  const { ids } = useDocumentSelection.getState();
  const open = useRecords.getState().open?.document.id;
  if (ids.size > 0) return [...ids];
  return open === undefined ? [] : [open];
}

export function hasChosen(): boolean {
  return canChange() && chosenDocuments().length > 0;
}

/** Selects every document that the list shows, drawn or not. */
export async function selectAllDocuments(): Promise<void> {
  await orNotice(async () => selectDocuments(await documentIds()));
}

let latest = 0;

/** Selects the documents from one row of the list to another. A later range overtakes an earlier one. */
export async function selectRange(first: number, last: number): Promise<void> {
  const mine = ++latest;
  await orNotice(async () => {
    const ids = await documentIds(first, last);
    if (mine === latest) selectDocuments(ids);
  });
}

export function askToRemove(): void {
  const documents = chosenDocuments();
  const name = useRecords.getState().open?.document.name ?? '';
  if (documents.length > 0) openDialog({ kind: 'removeDocuments', documents, name });
}

export function askForRound(): void {
  const documents = chosenDocuments();
  if (documents.length > 0) openDialog({ kind: 'assign', documents });
}

export function askForStatus(): void {
  const documents = chosenDocuments();
  if (documents.length > 0) withCoder(() => openDialog({ kind: 'manyStatus', documents }));
}

/** Opens the list's filter by answers, facts and rounds. */
export function openDocumentFilter(): void {
  focusRegion('documents');
  sendFocus(() => {
    const button = document.querySelector<HTMLElement>('[data-document-filter]');
    button?.click();
    return button !== null;
  });
}

/** Sets the acting coder's status of many documents, and says what did not become done. */
export async function setManyStatus(documents: readonly Id[], status: WorkStatus, reason: string): Promise<void> {
  const answer = await send('progress.setMany', { documents: [...documents], status, reason });
  if (!answer) return;
  const { changed, incomplete } = answer;
  notify('info', say.statusSet(changed));
  if (incomplete > 0) notify('error', say.incomplete(incomplete));
}
