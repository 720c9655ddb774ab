import type { Arguments } from '../../../shared/api/contract.ts';
import { descendants } from '../../../shared/model/codeTree.ts';
import type { Handlers, QueryContext } from '../../app/handlers.ts';
import { agreedCoder, listCoders } from '../../store/rows/coder.ts';
import { documentOrder } from '../../store/rows/document.ts';
import { countSegments, listSegments } from '../../store/rows/segment.ts';
import type { SegmentFilter } from '../../store/rows/segment.ts';
import { segmentIds, sortedSegments } from '../../store/rows/segmentOrder.ts';
import type { SegmentOrder } from '../../store/rows/segmentOrder.ts';
import type { Counts } from '../../store/tallies.ts';
import { codeTree } from '../codebook/codes.ts';
import { toSegments } from './annotations.ts';
import { blindCoder, seenTallies } from './blindCoder.ts';

type Asked = Omit<Arguments<'segments.list'>, 'offset' | 'limit'>;

function filterOf(context: QueryContext, { document, code, coder, round }: Asked): SegmentFilter {
  const below = code === undefined ? [] : descendants(codeTree(context.store), code).map((node) => node.code.id);
  const codes = code === undefined ? undefined : [code, ...below];
  return { document, codes, coder, round, seenBy: blindCoder(context) };
}

const names = new Intl.Collator('en', { numeric: true });

/** Undefined: the order of the texts. */
function orderOf({ store }: QueryContext, { sort, descending = false }: Asked): SegmentOrder | undefined {
  switch (sort) {
    case undefined:
      return undefined;
    case 'code':
      return { by: 'code', ranked: [...codeTree(store).nodes.keys()], descending };
    case 'coder': {
      const coders = listCoders(store.db).toSorted((a, b) => names.compare(a.name, b.name));
      return { by: 'coder', ranked: coders.map(({ id }) => id), descending };
    }
    case 'document':
      return { by: 'document', ranked: documentOrder(store.db), descending };
    case 'length':
      return { by: 'length', descending };
  }
}

/**
 * How many segments there are, and how many of them are the agreed version's. The usual questions are answered from the
 * tallies; counting a million rows takes time.
 */
function segmentTotals(context: QueryContext, filter: SegmentFilter): { total: number; agreed: number } {
  const { db } = context.store;
  const { document, codes, coder, round } = filter;
  if (coder !== undefined || round !== undefined || (codes && document !== undefined)) {
    const agreed = agreedCoder(db)?.id;
    const isOfOthers = agreed === undefined || (coder !== undefined && coder !== agreed);
    const total = countSegments(db, filter);
    return { total, agreed: isOfOthers ? 0 : countSegments(db, { ...filter, coder: agreed }) };
  }
  const { agreed, ...people } = seenTallies(context);
  const of = (counts: Counts): number => {
    if (document !== undefined) return counts.documents().get(document) ?? 0;
    const byCode = counts.codes();
    return (codes ?? [...byCode.keys()]).reduce((sum, id) => sum + (byCode.get(id) ?? 0), 0);
  };
  const settled = of(agreed);
  return { total: of(people) + settled, agreed: settled };
}

/** Lists of codings, of which a window is asked for. */
export const segmentHandlers = {
  'segments.list': (context, { offset, limit, ...asked }) => {
    const { store } = context;
    const filter = filterOf(context, asked);
    const order = orderOf(context, asked);
    const totals = segmentTotals(context, filter);
    const rows = order
      ? sortedSegments(store.db, filter, order, { offset, limit, total: totals.total })
      : listSegments(store.db, filter, offset, limit);
    return { ...totals, rows: toSegments(store, rows) };
  },
  'segments.ids': (context, { offset, limit, ...asked }) => {
    const filter = filterOf(context, asked);
    const { total } = segmentTotals(context, filter);
    return { total, ids: segmentIds(context.store.db, filter, orderOf(context, asked), { offset, limit, total }) };
  },
} satisfies Partial<Handlers>;
