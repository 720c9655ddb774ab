import { create } from 'zustand';
import type { StoreApi, UseBoundStore } from 'zustand';
import type { Id } from '../../shared/model/records.ts';

/** Records of a list that acts on many are for. */
export type Selection = { ids: ReadonlySet<Id> };

export type SelectionStore = {
  use: UseBoundStore<StoreApi<Selection>>;
  /** Chooses these and no others. */
  choose(ids: Iterable<Id>): void;
  /** Adds one to those that are chosen, or takes it out. `alone`: the one that counts as chosen while none is. */
  toggle(id: Id, alone: Id | null): void;
};

export function createSelection(): SelectionStore {
  const use = create<Selection>()(() => ({ ids: new Set<Id>() }));
  const choose = (ids: Iterable<Id>): void => {
    const next = new Set(ids);
    if (next.size > 0 || use.getState().ids.size > 0) use.setState({ ids: next });
  };
  const toggle = (id: Id, alone: Id | null): void => {
    const { ids } = use.getState();
    const next = new Set(ids.size === 0 && alone !== null ? [alone] : ids);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  return { use, choose, toggle };
}
