import { orNotice } from '../../../actions/ask.ts';
import { reader } from '../../../actions/readerHandle.ts';
import { showDocument } from '../../../actions/showDocument.ts';
import { client } from '../../../state/client.ts';
import { nextReadAhead } from '../../../state/readAhead.ts';
import { useRecords } from '../../../state/records.ts';

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
  const known = step === 1 && !uncoded ? nextReadAhead(document) : undefined;
  const next =
    known === undefined
      ? await orNotice(() => client().call('documents.neighbour', { document, step, uncoded }))
      : known;
  if (next === undefined || next === null) return;
  await showDocument(next);
  reader()?.focus();
}
