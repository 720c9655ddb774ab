import type { Id } from '../../shared/model/records.ts';
import { openDocument } from '../state/load.ts';
import { useRecords } from '../state/records.ts';
import { useUi } from '../state/ui.ts';
import { orNotice } from './ask.ts';
import { reader } from './readerHandle.ts';

/** Opens a document in the reader and, if asked, shows a passage of it (UTF-16 code units) and chooses a coding. */
export async function showDocument(
  document: Id,
  at?: { start: number; end: number; annotation?: Id; focus?: boolean },
): Promise<void> {
  await orNotice(async () => {
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
