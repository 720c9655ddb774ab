import { correctStrings as say } from '#words/window/correct.ts';
import type { Answer, Arguments, Result } from '../../../../shared/api/contract.ts';
import { orNotice, send } from '../../../actions/ask.ts';
import { withCoder } from '../../../actions/withCoder.ts';
import { client } from '../../../state/client.ts';
import { blindRound } from '../../../state/readerFilter.ts';
import { useRecords } from '../../../state/records.ts';
import { notify, openDialog } from '../../../state/ui.ts';
import { useTextDraft } from '../state/textDraft.ts';

/** What a correction does to a text and to what stands on it. */
export type Comparison = Result<'texts.compare'>;

/** Opens the text of the article for correction, unless that would show the work of others in a blind round. */
export function startCorrection(): void {
  const { open, rounds, status } = useRecords.getState();
  if (!open) return;
  if (blindRound(open, rounds, status?.coder?.id)) {
    notify('info', say.blind);
    return;
  }
  withCoder(() => openDialog({ kind: 'correctText', document: open.document.id }));
}

/** Compares without changing anything; undefined when that failed, which has been said. */
export async function compareText(document: string, content: string): Promise<Comparison | undefined> {
  return await orNotice(() => client().run('texts.compare', { document, content }));
}

/** Gives the article its corrected text. Undefined when the program refused, which has been said. */
export async function correctText(input: Arguments<'texts.correct'>): Promise<Answer<'texts.correct'> | undefined> {
  const done = await send('texts.correct', input);
  if (!done) return undefined;
  useTextDraft.setState({ draft: null });
  notify('info', say.corrected(done.version, done.moved, done.removed));
  return done;
}
