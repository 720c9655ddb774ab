import type { Id } from '../../shared/model/records.ts';
import { nextAhead } from '../state/ahead.ts';
import { openDocument } from '../state/applyChanges.ts';
import { selectDocuments } from '../state/documentSelection.ts';
import { client } from '../state/client.ts';
import { useRecords } from '../state/records.ts';
import { useUi } from '../state/ui.ts';
import { attempt, send } from './attempt.ts';
import { reader } from './readerHandle.ts';

/** Opens a document in the reader and, if asked, shows a passage of it (UTF-16 code units) and chooses a coding. */
export async function showDocument(
  document: Id,
  at?: { start: number; end: number; annotation?: Id; focus?: boolean },
): Promise<void> {
  await attempt(async () => {
    if (useRecords.getState().open?.document.id !== document) await openDocument(document);
    useUi.setState({ pane: 'reader', view: 'code' });
    if (!at) return;
    await readerShown();
    const { start, end, annotation, focus = false } = at;
    reader()?.select(start, end, { scroll: true, focus });
    if (annotation !== undefined) useUi.setState({ activeAnnotation: annotation });
  });
}

/** Waits until the reader is in the page: it may come with the view that was just changed to. */
async function readerShown(frames = 30): Promise<void> {
  for (let left = frames; reader() === null && left > 0; left--) {
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
}

/** Opens the document after (1) or before (-1) this one, or the next one without codings. */
export function stepDocument(step: 1 | -1, uncoded: boolean): Promise<void> {
  const next = (): Promise<void> => stepOnce(step, uncoded);
  lastStep = lastStep.then(next, next);
  return lastStep;
}

/** Keys may come faster than articles open: each step begins where the one before it ended. */
let lastStep = Promise.resolve();

async function stepOnce(step: 1 | -1, uncoded: boolean): Promise<void> {
  const open = useRecords.getState().open;
  if (!open) return;
  const { id: document } = open.document;
  const known = step === 1 && !uncoded ? nextAhead(document) : undefined;
  const next =
    known === undefined
      ? await attempt(() => client().call('documents.neighbour', { document, step, uncoded }))
      : known;
  if (next === undefined || next === null) return;
  await showDocument(next);
  reader()?.focus();
}

export async function renameDocument(document: Id, name: string): Promise<void> {
  await send('documents.rename', { document, name });
}

export async function removeDocuments(documents: readonly Id[]): Promise<void> {
  if (await send('documents.remove', { documents: [...documents] })) selectDocuments([]);
}

/** Sets or (null) clears an article fact. */
export async function setFact(document: Id, variable: string, value: string | null): Promise<void> {
  await send('documents.setFact', { document, variable, value });
}
