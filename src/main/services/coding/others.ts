import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import { countHiddenWork, linksAt, sharesOfOthers } from '../../store/rows/whose.ts';
import type { Work } from '../../store/rows/whose.ts';

/**
 * Throws `others-work` where records that a command changes or removes are another coder's, unless the call says that this
 * is meant. `details.coder` names whose they are, `details.records` says how many.
 */
export function refuseOthers({ store, acting }: CommandContext, work: Work, confirmed: boolean): void {
  if (confirmed) return;
  const shares = sharesOfOthers(store.db, acting?.id ?? null, work);
  if (shares.length === 0) return;
  const records = shares.reduce((sum, share) => sum + share.records, 0);
  const coder = shares.map((share) => share.coder).join(', ');
  throw new AppError('others-work', said('coding.othersWork', { shares }), { coder, records });
}

/** Whether any of these records is hidden from whoever acts: then it is as good as not there. */
export function isAnyHidden({ store, blind }: CommandContext, work: Work): boolean {
  return blind !== undefined && countHiddenWork(store.db, blind, work) > 0;
}

/** Makes sure that removing codings takes no links of others along unasked, and none at all that are hidden. */
export function refuseOthersLinks(context: CommandContext, annotations: readonly string[], confirmed: boolean): void {
  const links = linksAt(context.store.db, annotations);
  if (links.length === 0 && confirmed) return;
  if (isAnyHidden(context, { links })) {
    throw new AppError('conflict', said('coding.othersRestOnIt'));
  }
  refuseOthers(context, { annotations, links }, confirmed);
}
