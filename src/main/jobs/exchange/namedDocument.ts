import { idSchema } from '../../../shared/model/records.ts';
import type { Id } from '../../../shared/model/records.ts';
import { foldName } from '../../../shared/text/folding.ts';
import { said } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';
import { namedByFirstLine } from '../../../shared/words/warning.ts';
import { baseNameOf } from '../../formats/texts/fileName.ts';
import type { Store } from '../../store/database.ts';
import {
  countDocuments,
  documentsByName,
  documentsNamed,
  documentsWithWarning,
  documentTextRow,
} from '../../store/rows/document.ts';

export type FoundDocument = { found: Id } | { fault: Message };

/** One look-up in the index takes the time in which so many names are read one after the other. */
const namesInALookUp = 20;

/**
 * Finds documents as files name them: by this very name, by id, or by a name that looks the same where only one does. One
 * that is called by its first line is found by its file, with its ending and without, where none has that name. The first names are looked up by index; all of them are read once, where so many are asked for that this takes less
 * time, or for the first that is not there as it is written.
 */
export function documentFinder(db: Store['db']): (name: string) => FoundDocument {
  const fewNames = countDocuments(db) / namesInALookUp;
  let asked = 0;
  let all: ReadonlyMap<string, readonly Id[]> | null = null;
  let alike: ReadonlyMap<string, readonly Id[]> | null = null;
  let files: ReadonlyMap<string, readonly Id[]> | null = null;
  return (name) => {
    if (++asked > fewNames) all ??= documentsByName(db);
    const exact = all ? (all.get(name) ?? []) : documentsNamed(db, name);
    if (exact.length === 1) return one(exact, name);
    if (idSchema.safeParse(name).success && documentTextRow(db, name) !== undefined) return { found: name };
    if (exact.length > 1) return one(exact, name);
    alike ??= byLooks((all ??= documentsByName(db)));
    const looks = foldName(name);
    return one(alike.get(looks) ?? (files ??= documentsByFile(db)).get(looks) ?? [], name);
  };
}

/** All documents by their folded names, as `foldName` makes them. */
export function documentsByLooks(db: Store['db']): ReadonlyMap<string, readonly Id[]> {
  return byLooks(documentsByName(db));
}

/** The documents that are called by their first line, by the folded names of their files, with the ending and without. */
export function documentsByFile(db: Store['db']): ReadonlyMap<string, readonly Id[]> {
  const files = new Map<string, Id[]>();
  for (const { id, path } of documentsWithWarning(db, namedByFirstLine)) {
    const file = path.slice(path.lastIndexOf('/') + 1);
    for (const name of new Set([file, baseNameOf(file)])) files.set(name, [...(files.get(name) ?? []), id]);
  }
  return byLooks(files);
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
