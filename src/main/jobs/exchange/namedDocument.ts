import { idSchema } from '../../../shared/model/records.ts';
import type { Id } from '../../../shared/model/records.ts';
import { foldName } from '../../../shared/text/folding.ts';
import { said } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';
import type { Store } from '../../store/database.ts';
import { countDocuments, documentsByName, documentsNamed, documentTextRow } from '../../store/rows/document.ts';

export type FoundDocument = { found: Id } | { fault: Message };

/** One look-up in the index takes the time in which so many names are read one after the other. */
const namesInALookUp = 20;

/**
 * Finds documents as files name them: by this very name, by id, or by a name that looks the same where only one does.
 * The first names are looked up by index; all of them are read once, where so many are asked for that this takes less
 * time, or for the first that is not there as it is written.
 */
export function documentFinder(db: Store['db']): (name: string) => FoundDocument {
  const fewNames = countDocuments(db) / namesInALookUp;
  let asked = 0;
  let all: ReadonlyMap<string, readonly Id[]> | null = null;
  let alike: ReadonlyMap<string, readonly Id[]> | null = null;
  return (name) => {
    if (++asked > fewNames) all ??= documentsByName(db);
    const exact = all ? (all.get(name) ?? []) : documentsNamed(db, name);
    if (exact.length === 1) return one(exact, name);
    if (idSchema.safeParse(name).success && documentTextRow(db, name) !== undefined) return { found: name };
    if (exact.length > 1) return one(exact, name);
    alike ??= byLooks((all ??= documentsByName(db)));
    return one(alike.get(foldName(name)) ?? [], name);
  };
}

/** All documents by their folded names, as `foldName` makes them. */
export function documentsByLooks(db: Store['db']): ReadonlyMap<string, readonly Id[]> {
  return byLooks(documentsByName(db));
}

function byLooks(all: ReadonlyMap<string, readonly Id[]>): ReadonlyMap<string, readonly Id[]> {
  const alike = new Map<string, Id[]>();
  for (const [name, ids] of all) {
    const key = foldName(name);
    const known = alike.get(key);
    if (known) known.push(...ids);
    else alike.set(key, [...ids]);
  }
  return alike;
}

function one(documents: readonly Id[], name: string): FoundDocument {
  const [only] = documents;
  if (only === undefined) return { fault: said('exchange.noDocument', { name }) };
  if (documents.length === 1) return { found: only };
  return { fault: said('exchange.severalDocuments', { count: documents.length, name }) };
}
