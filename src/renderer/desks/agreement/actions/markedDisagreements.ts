import { marked as say } from '#words/window/markedDisagreements.ts';
import { orNotice } from '../../../actions/ask.ts';
import { openPassage } from '../../../actions/openPassage.ts';
import { showDocument } from '../../../actions/showDocument.ts';
import { client } from '../../../state/client.ts';
import { notify } from '../../../state/ui.ts';
import { markedQuery, useMarked } from '../state/markedDisagreements.ts';
import type { MarkedPlace } from '../state/markedDisagreements.ts';

/** Opens the article of a marked disagreement, at its passage. */
export async function openMarked({ id, document, span }: MarkedPlace): Promise<void> {
  useMarked.setState({ at: id });
  if (span === null) await showDocument(document);
  else await openPassage(document, span);
}

/** As many as a list can have at most. */
const most = 1000;

/** Opens the marked disagreement after (1) or before (-1) the one that was opened last, among those that are listed. */
export function stepMarked(step: 1 | -1): Promise<void> {
  const next = (): Promise<void> => stepOnce(step);
  lastStep = lastStep.then(next, next);
  return lastStep;
}

/** Keys may come faster than articles open: each step begins where the one before it ended. */
let lastStep = Promise.resolve();

async function stepOnce(step: 1 | -1): Promise<void> {
  const { filter, at } = useMarked.getState();
  const found = await orNotice(() => client().call('disagreements.list', { ...markedQuery(filter), limit: most }));
  if (!found) return;
  const place = found.rows.findIndex(({ id }) => id === at);
  const next = found.rows[place === -1 && step === -1 ? found.rows.length - 1 : place + step];
  if (next) await openMarked(next);
  else notify('info', found.total === 0 ? say.none : step === 1 ? say.last : say.first);
}
