import { idSchema } from '../../../shared/model/records.ts';
import type { Id } from '../../../shared/model/records.ts';
import { foldName } from '../../../shared/text/folding.ts';
import type { Store } from '../../store/database.ts';
import { listDocumentHeads } from '../../store/exportQueries.ts';
import { documentsNamed, documentTextRow } from '../../store/rows/document.ts';

export type FoundDocument = { found: Id } | { fault: string };

/**
 * Finds documents as files name them: by this very name, by id, or by a name that looks the same where only one does.
 * Names are looked up by index; all of them are read once, for the first that is not there as it is written.
 */
export function documentFinder(db: Store['db']): (name: string) => FoundDocument {
  let alike: ReadonlyMap<string, readonly Id[]> | null = null;
  return (name) => {
    const exact = documentsNamed(db, name);
    if (exact.length === 1) return one(exact, name);
    if (idSchema.safeParse(name).success && documentTextRow(db, name) !== undefined) return { found: name };
    if (exact.length > 1) return one(exact, name);
    alike ??= byLooks(db);
    return one(alike.get(foldName(name)) ?? [], name);
  };
}

function byLooks(db: Store['db']): ReadonlyMap<string, readonly Id[]> {
  const alike = new Map<string, Id[]>();
  for (const { id, name } of listDocumentHeads(db)) {
    const key = foldName(name);
    const known = alike.get(key);
    if (known) known.push(id);
    else alike.set(key, [id]);
  }
  return alike;
}

function one(documents: readonly Id[], name: string): FoundDocument {
  const [only] = documents;
  if (only === undefined) return { fault: `there is no document “${name}”` };
  if (documents.length === 1) return { found: only };
  return { fault: `${documents.length} documents are named “${name}”; name the one you mean by its id` };
}
