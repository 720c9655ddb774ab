import { roundStrings as say } from '#words/window/rounds.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { Round } from '../../../../shared/model/variables.ts';
import { orNotice, send } from '../../../actions/ask.ts';
import { client } from '../../../state/client.ts';
import { documentIds } from '../../../state/queries.ts';
import { notify } from '../../../state/ui.ts';

export type RoundFields = Pick<Round, 'name' | 'kind' | 'mode' | 'note'>;

/** Which documents a new round begins with. */
export type RoundDocuments = readonly Id[] | 'listed';

async function idsOf(documents: RoundDocuments): Promise<Id[] | undefined> {
  return documents === 'listed' ? await orNotice(() => documentIds()) : [...documents];
}

/** Makes a round in which every one of these coders gets every one of these documents. False where it was refused. */
export async function createRound(
  fields: RoundFields,
  documents: RoundDocuments,
  coders: readonly Id[],
): Promise<boolean> {
  const ids = await idsOf(documents);
  if (!ids) return false;
  return (await send('rounds.create', { ...fields, documents: ids, coders: [...coders] })) !== undefined;
}

/** Changes a round: its words, and who has its documents. */
export async function changeRound(
  round: Round & { coders: readonly Id[] },
  fields: RoundFields,
  coders: readonly Id[],
): Promise<boolean> {
  const added = coders.filter((id) => !round.coders.includes(id));
  const gone = round.coders.filter((id) => !coders.includes(id));
  const documents = added.length === 0 ? [] : await orNotice(() => client().call('documents.ids', { round: round.id }));
  if (!documents) return false;
  const { name, kind, mode, note } = fields;
  if (name !== round.name || kind !== round.kind || mode !== round.mode || note !== round.note) {
    if (!(await send('rounds.update', { round: round.id, name, kind, mode, note }))) return false;
  }
  if (added.length > 0) await send('rounds.assign', { round: round.id, documents, coders: added });
  if (gone.length > 0) await send('rounds.unassign', { round: round.id, coders: gone });
  return true;
}

/** Gives documents to coders in a round, and says how many assignments that made. */
export async function giveToRound(round: Round, documents: readonly Id[], coders: readonly Id[]): Promise<void> {
  const answer = await send('rounds.assign', { round: round.id, documents: [...documents], coders: [...coders] });
  if (answer) notify('info', say.given(answer.assignments, round.name));
}

/** Takes documents from coders in a round. */
export async function takeFromRound(round: Round, documents: readonly Id[], coders: readonly Id[]): Promise<void> {
  const answer = await send('rounds.unassign', { round: round.id, documents: [...documents], coders: [...coders] });
  if (answer) notify('info', say.taken(answer.assignments, round.name));
}

export async function removeRound(round: Id): Promise<void> {
  await send('rounds.remove', { round });
}

/** Makes a coder known who has not coded yet. */
export async function addCoder(name: string): Promise<Id | undefined> {
  return (await send('coders.add', { name }))?.id;
}
