import type { SearchQuery } from '@codemirror/search';
import type { EditorState } from '@codemirror/state';

/** Where the matches of a query begin, as far as they have been counted. */
export type MatchCount = { readonly starts: readonly number[]; readonly complete: boolean };

/** More matches than these are not counted. */
const most = 9999;
/** Text searched at once, in UTF-16 units, and time before the window gets a turn, in milliseconds. */
const chunk = 50_000;
const turn = 8;

/**
 * Counts the matches of a query chunk by chunk of whole lines, so that the window stays quick. `report` hears of progress
 * after every turn. Returns a function that stops the counting.
 */
export function countMatches(state: EditorState, query: SearchQuery, report: (count: MatchCount) => void): () => void {
  const starts: number[] = [];
  let from = 0;
  let isCut = false; // there are more than are counted
  let timer: ReturnType<typeof setTimeout> | undefined;
  const countChunk = (): void => {
    const to = state.doc.lineAt(Math.min(state.doc.length, from + chunk)).to;
    const cursor = query.getCursor(state, from, to);
    let next = cursor.next();
    for (; !next.done && starts.length < most; next = cursor.next()) starts.push(next.value.from);
    isCut = !next.done;
    from = to + 1;
  };
  const work = (): void => {
    const begin = performance.now();
    while (from <= state.doc.length && !isCut && performance.now() - begin < turn) countChunk();
    const complete = from > state.doc.length && !isCut;
    report({ starts, complete });
    if (!complete && !isCut) timer = setTimeout(work, 0);
  };
  timer = setTimeout(work, 0);
  return () => clearTimeout(timer);
}
