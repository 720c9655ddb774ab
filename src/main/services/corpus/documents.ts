import { AppError } from '../../../shared/errors.ts';
import type { Document, Id } from '../../../shared/model/records.ts';
import { wordEndsIn } from '../../../shared/text/words/dictionary.ts';
import { said } from '../../../shared/words/message.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import { annotationBatch } from '../../store/rows/annotation.ts';
import { answersOfDocument } from '../../store/rows/answer.ts';
import {
  countDocuments,
  documentsBeside,
  documentSource,
  documentText,
  findDocument,
  listDocuments,
  renameDocument,
} from '../../store/rows/document.ts';
import { factValues, listFacts, writeFact } from '../../store/rows/fact.ts';
import { linksOfDocument } from '../../store/rows/link.ts';
import { progressOfDocument } from '../../store/rows/progress.ts';
import { removeDocument } from '../../store/rows/removal.ts';
import { assignmentsOfDocument } from '../../store/rows/round.ts';
import { sharesOfDocuments } from '../../store/rows/whose.ts';
import { countAll, onlyCoder, refuseBlind, seenTallies } from '../coding/blindCoder.ts';

export function requireDocument(store: Store, id: Id): Document {
  const document = findDocument(store.db, id);
  if (!document) throw new AppError('not-found', said('corpus.documentGone'), { document: id });
  return document;
}

/** Throws `conflict` where the work of others could go with a document unseen. */
function refuseBlindDocuments(documents: readonly Id[], isBlindIn: (document: Id) => boolean): void {
  if (documents.some(isBlindIn)) {
    refuseBlind(said('corpus.blindRemoval'));
  }
}

export const documentHandlers = {
  'documents.list': (context, { offset, limit, ...wanted }) => {
    const { store, documents, session } = context;
    const annotations = seenTallies(context).documents();
    const coder = session.coder()?.id ?? null;
    const { filter, status, where, round } = wanted;
    const all = countDocuments(store.db);
    const whole = filter.trim() === '' && status === undefined && round === undefined && (where ?? []).length === 0;
    documents.prepare();
    const found = whole ? null : documents.find({ ...wanted, coder });
    const rows = found
      ? found.window(offset, limit).flatMap((id) => findDocument(store.db, id) ?? [])
      : listDocuments(store.db, offset, limit);
    return {
      total: found?.total ?? all,
      all,
      rows: rows.map((row) => ({
        ...row,
        annotations: annotations.get(row.id) ?? 0,
        status: documents.status(row.id, coder),
      })),
    };
  },
  'documents.factValues': ({ store }, { variable, limit }) => {
    const values = factValues(store.db, variable);
    const known = values.reduce((sum, { documents }) => sum + documents, 0);
    return { total: values.length, unknown: countDocuments(store.db) - known, values: values.slice(0, limit) };
  },
  'documents.ids': ({ documents, session }, { offset, limit, ...wanted }) =>
    documents.find({ ...wanted, coder: session.coder()?.id ?? null }).window(offset, limit),
  'documents.text': ({ store }, { document }) => {
    requireDocument(store, document);
    return { text: documentText(store.db, document) ?? '' };
  },
  'documents.open': (context, { document, text }) => {
    const { store } = context;
    const { db } = store;
    const only = onlyCoder(context, document);
    const seen = ({ coder }: { coder: Id }): boolean => only === undefined || coder === only;
    return {
      document: requireDocument(store, document),
      text: text ? (documentText(db, document) ?? '') : '',
      facts: listFacts(db, document),
      annotations: annotationBatch(db, document, only),
      answers: answersOfDocument(db, document).filter(seen),
      progress: progressOfDocument(db, document).filter(seen),
      links: linksOfDocument(db, document).filter(seen),
      assignments: assignmentsOfDocument(db, document),
    };
  },
  'documents.words': ({ store }, { document, start, end }) => {
    const { language } = requireDocument(store, document);
    const ends = wordEndsIn((documentText(store.db, document) ?? '').slice(start, end), language);
    return { ends: ends.map((at, index) => at - (ends[index - 1] ?? 0)) };
  },
  'documents.source': ({ store }, { document }) => {
    const source = documentSource(store.db, document);
    if (!source) throw new AppError('not-found', said('corpus.documentGone'), { document });
    return source;
  },
  'documents.neighbour': (context, { document, step, uncoded }) => {
    const annotations = seenTallies(context).documents();
    for (const id of documentsBeside(context.store.db, document, step)) {
      if (!uncoded || !annotations.has(id)) return id;
    }
    return null;
  },
  'documents.rename': ({ store }, { document, name }) => {
    requireDocument(store, document);
    renameDocument(store.db, document, name);
    return { values: { name }, output: {} };
  },
  'documents.setFact': ({ store, now }, { document, variable, value }) => {
    const { name } = requireDocument(store, document);
    writeFact(store.db, document, variable, value, now);
    return { values: { variable, document: name }, output: {} };
  },
  'documents.removal': (context, { documents }) => {
    const { store, session } = context;
    refuseBlindDocuments(documents, (document) => onlyCoder(context, document) !== undefined);
    return {
      documents: documents.length,
      annotations: countAll(seenTallies(context), 'documents', documents),
      shares: sharesOfDocuments(store.db, session.coder()?.id ?? null, documents),
    };
  },
  'documents.remove': ({ store, isBlindIn }, { documents }) => {
    refuseBlindDocuments(documents, isBlindIn);
    const names = documents.map((id) => requireDocument(store, id).name);
    for (const id of documents) removeDocument(store.db, id);
    return { values: { count: names.length, name: names[0] ?? '' }, output: {} };
  },
} satisfies Partial<Handlers>;
