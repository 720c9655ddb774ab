import { useStore } from 'zustand';
import type { ListState, WindowedList } from './windowedList.ts';

/** What `select` takes out of a windowed list; the component renders again when that changes. */
export function useList<Row, Extra, Part>(
  list: WindowedList<Row, Extra>,
  select: (state: ListState<Row, Extra>) => Part,
): Part {
  return useStore(list.heard, select);
}
