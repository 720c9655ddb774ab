import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { heardByComponents } from './store.ts';

/** Rows are asked for in pages of this many. */
export const pageSize = 100;

export type Page<Row> = { total: number; rows: readonly Row[] };

export type ListState<Row, Extra> = {
  /** Number of rows; null until the first page has come. */
  total: number | null;
  extra: Extra | null;
  rows: ReadonlyMap<number, Row>;
  error: unknown;
};

/** A long list of which only the pages in view are held. */
export type WindowedList<Row, Extra> = {
  readonly store: StoreApi<ListState<Row, Extra>>;
  /** The store as components hear of it: after the frame that is under way. */
  readonly heard: StoreApi<ListState<Row, Extra>>;
  /** Sees to it that the rows `first` to `last` (inclusive, from 0) are there or on their way. */
  ensure(first: number, last: number): void;
  /** Says that the list is on screen, until the returned function is called. Out of sight nothing is asked for. */
  watch(): () => void;
  /** Rows may be out of date: what is in view is asked for again, and shown as it was until the answer comes. */
  invalidate(): void;
  /** Another list altogether (a new filter, another project): starts empty. */
  reset(): void;
  /** Changes rows that are held, for values that came with an event. */
  patch(change: (row: Row) => Row): void;
};

/**
 * Makes a windowed list over `load`, which answers a page and whatever else came with it. Answers that were overtaken
 * by an `invalidate` or `reset` are dropped.
 */
export function createWindowedList<Row, Extra>(
  load: (offset: number, limit: number) => Promise<Page<Row> & { extra: Extra }>,
): WindowedList<Row, Extra> {
  const empty: ListState<Row, Extra> = { total: null, extra: null, rows: new Map(), error: null };
  const store = createStore<ListState<Row, Extra>>()(() => empty);
  let generation = 0;
  let pages = new Map<number, 'asked' | 'fresh'>();
  let view = { first: 0, last: 0 };
  let watchers = 0;

  const fetchPage = async (page: number): Promise<void> => {
    const asked = generation;
    pages.set(page, 'asked');
    try {
      const { total, rows, extra } = await load(page * pageSize, pageSize);
      if (asked !== generation) return;
      pages.set(page, 'fresh');
      store.setState((state) => {
        const next = new Map([...state.rows].filter(([index]) => index < total));
        rows.forEach((row, index) => next.set(page * pageSize + index, row));
        return { total, extra, rows: next, error: null };
      });
    } catch (error) {
      if (asked !== generation) return;
      pages.delete(page);
      store.setState({ error });
    }
  };

  const ensure = (first: number, last: number): void => {
    view = { first, last };
    const lastPage = Math.floor(Math.max(first, last) / pageSize);
    for (let page = Math.floor(first / pageSize); page <= lastPage; page++) if (!pages.has(page)) void fetchPage(page);
  };

  return {
    store,
    heard: heardByComponents(store, 'after-frame'),
    ensure,
    watch: () => {
      watchers++;
      ensure(view.first, view.last);
      return () => {
        watchers--;
      };
    },
    invalidate: () => {
      generation++;
      pages = new Map();
      if (watchers > 0) ensure(view.first, view.last);
    },
    reset: () => {
      generation++;
      pages = new Map();
      view = { first: 0, last: 0 };
      store.setState(empty);
      if (watchers > 0) ensure(0, 0);
    },
    patch: (change) =>
      store.setState((state) => ({ rows: new Map([...state.rows].map(([index, row]) => [index, change(row)])) })),
  };
}
