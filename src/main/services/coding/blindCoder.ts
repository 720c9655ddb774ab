import { AppError } from '../../../shared/errors.ts';
import type { Id } from '../../../shared/model/records.ts';
import { said } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { QueryContext } from '../../app/handlers.ts';
import type { Counts } from '../../store/tallies.ts';

type Seeing = Pick<QueryContext, 'sight' | 'session' | 'tallies'>;

/** The acting coder, if a blind round hides anything from them. */
export function blindCoder({ sight, session }: Pick<Seeing, 'sight' | 'session'>): Id | undefined {
  const coder = session.coder();
  return coder && sight.isBlind(coder) ? coder.id : undefined;
}

/** The acting coder, if they have this document in a blind round: then it holds only their own work. */
export function onlyCoder({ sight, session }: Pick<Seeing, 'sight' | 'session'>, document: Id): Id | undefined {
  const coder = session.coder();
  return coder && sight.isBlindIn(coder, document) ? coder.id : undefined;
}

/** What a coder who works blind is refused, with the way out. Throws `conflict`. */
export function refuseBlind(what: Message): never {
  throw new AppError('conflict', said('coding.refusedBlind', { what }));
}

/**
 * Refuses what would depend on the work of others, or tell of it, to whoever codes anything blind: by rule, whether there is
 * such work or not, so that the refusal tells nothing. Throws `conflict`.
 */
export function refuseWhileBlind({ blind }: Pick<CommandContext, 'blind'>, what: Message): void {
  if (blind !== undefined) refuseBlind(said('coding.refusedWhileBlind', { what }));
}

function less(all: ReadonlyMap<Id, number>, hidden: ReadonlyMap<Id, number>): ReadonlyMap<Id, number> {
  if (hidden.size === 0) return all;
  const seen = new Map(all);
  for (const [id, count] of hidden) {
    const left = (seen.get(id) ?? 0) - count;
    if (left > 0) seen.set(id, left);
    else seen.delete(id);
  }
  return seen;
}

/**
 * Numbers of codings by code and by document, as far as the acting coder may see them: what people have coded, and apart from
 * it the agreed version.
 */
export function seenTallies({ sight, session, tallies }: Seeing): Counts & { agreed: Counts } {
  const hidden = sight.hidden(session.coder());
  return {
    codes: () => less(tallies.codes(), hidden.codes),
    documents: () => less(tallies.documents(), hidden.documents),
    agreed: {
      codes: () => less(tallies.agreed.codes(), hidden.agreed.codes),
      documents: () => less(tallies.agreed.documents(), hidden.agreed.documents),
    },
  };
}

/** How many codings these codes or documents have in all, the agreed version's among them. */
export function countAll(counted: Counts & { agreed: Counts }, what: 'codes' | 'documents', ids: Iterable<Id>): number {
  const [people, agreed] = [counted[what](), counted.agreed[what]()];
  let sum = 0;
  for (const id of ids) sum += (people.get(id) ?? 0) + (agreed.get(id) ?? 0);
  return sum;
}
