import { AppError } from '../../shared/api/errors.ts';
import type { Document, Id } from '../../shared/model/records.ts';
import type { Handlers } from '../app/handlers.ts';
import type { Store } from '../store/database.ts';
import type { Tallies } from '../store/tallies.ts';
import { annotationBatch, deleteAnnotationsOfDocument } from '../store/rows/annotation.ts';
import {
  countDocuments,
  deleteDocument,
  documentHeads,
  documentsBeside,
  documentSource,
  documentText,
  findDocument,
  listDocuments,
  renameDocument,
} from '../store/rows/document.ts';
import { deleteAnswers, listFacts, writeFact } from '../store/rows/fact.ts';

export function requireDocument(store: Store, id: Id): Document {
  const document = findDocument(store.db, id);
  if (!document) throw new AppError('not-found', 'This document is no longer in the project.', { document: id });
  return document;
}

/** The words of a filter, each of which must occur, letters in either case. */
function filterWords(filter: string): string[] {
  return filter
    .toLocaleLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}

function listWindow(store: Store, filter: string, offset: number, limit: number): { total: number; rows: Document[] } {
  const words = filterWords(filter);
  if (words.length === 0) return { total: countDocuments(store.db), rows: listDocuments(store.db, offset, limit) };
  const found = documentHeads(store.db)
    .filter(({ head }) => {
      const low = head.toLocaleLowerCase();
      return words.every((word) => low.includes(word));
    })
    .map(({ id }) => id);
  const rows = found.slice(offset, offset + limit).flatMap((id) => findDocument(store.db, id) ?? []);
  return { total: found.length, rows };
}

function removalCounts(tallies: Tallies, documents: readonly Id[]): number {
  return documents.reduce((sum, id) => sum + (tallies.documents().get(id) ?? 0), 0);
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

export const documentHandlers = {
  'documents.list': ({ store, tallies }, { filter, offset, limit }) => {
    const { total, rows } = listWindow(store, filter, offset, limit);
    return {
      total,
      all: filterWords(filter).length === 0 ? total : countDocuments(store.db),
      rows: rows.map((row) => ({ ...row, annotations: tallies.documents().get(row.id) ?? 0 })),
    };
  },
  'documents.open': ({ store }, { document }) => ({
    document: requireDocument(store, document),
    text: documentText(store.db, document) ?? '',
    facts: listFacts(store.db, document),
    annotations: annotationBatch(store.db, document),
  }),
  'documents.source': ({ store }, { document }) => {
    const source = documentSource(store.db, document);
    if (!source) throw new AppError('not-found', 'This document is no longer in the project.', { document });
    return source;
  },
  'documents.neighbour': ({ store, tallies }, { document, step, uncoded }) => {
    for (const id of documentsBeside(store.db, document, step)) {
      if (!uncoded || !tallies.documents().has(id)) return id;
    }
    return null;
  },
  'documents.rename': ({ store }, { document, name }) => {
    requireDocument(store, document);
    renameDocument(store.db, document, name);
    return { label: `Rename document to “${name}”`, output: {} };
  },
  'documents.setFact': ({ store, now }, { document, variable, value }) => {
    const { name } = requireDocument(store, document);
    writeFact(store.db, document, variable, value, now);
    return { label: `Set ${variable} of “${name}”`, output: {} };
  },
  'documents.removal': ({ tallies }, { documents }) => ({
    documents: documents.length,
    annotations: removalCounts(tallies, documents),
  }),
  'documents.remove': ({ store }, { documents }) => {
    const names = documents.map((id) => requireDocument(store, id).name);
    for (const id of documents) {
      deleteAnnotationsOfDocument(store.db, id);
      deleteAnswers(store.db, id);
      deleteDocument(store.db, id);
    }
    const what = names.length === 1 ? `“${names[0] ?? ''}”` : plural(names.length, 'document', 'documents');
    return { label: `Remove ${what}`, output: {} };
  },
} satisfies Partial<Handlers>;
