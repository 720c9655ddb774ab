import { keepStrings as say } from '#words/window/keepLeftOut.ts';
import type { Result } from '../../../../shared/api/contract.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Id, Warning } from '../../../../shared/model/records.ts';
import { orNotice } from '../../../actions/ask.ts';
import { canChange } from '../../../actions/conditions.ts';
import { client } from '../../../state/client.ts';
import { notify } from '../../../state/ui.ts';

/** What became of keeping what was left out of one web page. */
export type Keeping =
  { state: 'working' } | { state: 'done'; result: Result<'texts.keepLeftOut'> } | { state: 'refused'; message: string };

/** Whether passages were left out of a document's text that can be put in. */
export function lacksPassages(warnings: readonly Warning[]): boolean {
  return canChange() && warnings.some(({ code }) => code === 'passage-left-out');
}

/** Puts what was left out of a web page into its text. What the program refuses is in the answer. */
export async function keepLeftOut(document: Id): Promise<Keeping> {
  try {
    return { state: 'done', result: await client().run('texts.keepLeftOut', { document }) };
  } catch (error) {
    if (error instanceof AppError) return { state: 'refused', message: error.message };
    throw error;
  }
}

/** As `keepLeftOut`, where there is no place beside it to say what was done: a notice says it. */
export async function keepLeftOutHere(document: Id): Promise<void> {
  const result = await orNotice(() => client().run('texts.keepLeftOut', { document }));
  if (result) notify('info', say.kept(result.characters, result.before));
}
