import type { Id } from '../../../../shared/model/records.ts';
import { send } from '../../../actions/ask.ts';
import { selectDocuments } from '../../../state/documentSelection.ts';

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
