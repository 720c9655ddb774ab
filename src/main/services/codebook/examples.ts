import { AppError } from '../../../shared/errors.ts';
import type { Example } from '../../../shared/model/codebook.ts';
import type { Id } from '../../../shared/model/records.ts';
import { said } from '../../../shared/words/message.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import {
  deleteExample,
  findExample,
  insertExample,
  listExamples,
  nextExamplePosition,
  updateExample,
} from '../../store/rows/example.ts';
import { requireText, wholeSpan } from '../coding/annotations.ts';
import { requireCode } from './codes.ts';

/** Most UTF-16 units of an example's words. */
const longestExample = 20_000;

function requireExample(store: Store, id: Id): Example {
  const example = findExample(store.db, id);
  if (!example) throw new AppError('not-found', said('codebook.exampleGone'), { example: id });
  return example;
}

/** The passage moved outward to whole characters, and its words as the text has them. */
function readPassage(store: Store, anchor: NonNullable<Example['anchor']>): Pick<Example, 'anchor' | 'quote'> {
  const text = requireText(store, anchor.document);
  const span = wholeSpan(text, anchor);
  const quote = text.slice(span.start, span.end);
  if (quote.length > longestExample) {
    throw new AppError('bad-input', said('codebook.exampleTooLong', { most: longestExample }));
  }
  return { quote, anchor: { document: anchor.document, ...span } };
}

export const exampleHandlers = {
  'examples.list': ({ store }) => listExamples(store.db),
  'examples.create': ({ store, newId, now }, { code, quote, anchor }) => {
    const { name } = requireCode(store, code);
    if (anchor === null && quote.trim() === '') {
      throw new AppError('bad-input', said('codebook.noExample'), { field: 'quote' });
    }
    const words = anchor === null ? { quote, anchor } : readPassage(store, anchor);
    const example: Example = { id: newId(), code, ...words, position: nextExamplePosition(store.db, code) };
    insertExample(store.db, example, now);
    return { values: { code: name }, output: example };
  },
  'examples.update': ({ store }, { example: id, quote }) => {
    const before = requireExample(store, id);
    // Words of one's own do not stand in the text any more.
    const example: Example = quote === before.quote ? before : { ...before, quote, anchor: null };
    if (example !== before) updateExample(store.db, example);
    return { values: { code: requireCode(store, before.code).name }, output: example };
  },
  'examples.remove': ({ store }, { example: id }) => {
    const { code } = requireExample(store, id);
    deleteExample(store.db, id);
    return { values: { code: requireCode(store, code).name }, output: {} };
  },
} satisfies Partial<Handlers>;
