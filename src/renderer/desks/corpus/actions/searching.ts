import { orNotice } from '../../../actions/ask.ts';
import { client } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { plainly, useSearch } from '../state/search.ts';
import type { SearchManner, SearchState } from '../state/search.ts';

const listed = 1000;
let latest = 0;

/** What is open: an answer that comes when it is another project is nobody’s any more. */
function opening(): unknown {
  return useRecords.getState().status?.project?.opening;
}

function change(part: Partial<SearchState>): void {
  useSearch.setState(part);
}

/** Searches all texts for a piece of text. A later search overtakes an earlier one. */
export async function searchTexts(query: string, manner: SearchManner = plainly): Promise<void> {
  const mine = ++latest;
  const from = opening();
  if (query.trim() === '') {
    change({ query, running: false, result: null });
    return;
  }
  change({ query, ...manner, running: true });
  const found = await orNotice(() => client().run('search.text', { query, ...manner, limit: listed }));
  if (mine !== latest || from !== opening()) return;
  change({ running: false, ...(found && { result: { search: mine, query, ...manner, ...found } }) });
}

/** Adds the next page of hits to those that are listed. */
export async function listMoreHits(): Promise<void> {
  const { running, result } = useSearch.getState();
  if (running || !result?.next) return;
  const mine = ++latest;
  const from = opening();
  const { query, caseSensitive, wholeWords, hits, next: after } = result;
  change({ running: true });
  const asked = { query, caseSensitive, wholeWords, limit: listed, after };
  const page = await orNotice(() => client().run('search.text', asked));
  if (mine !== latest || from !== opening()) return;
  const total = hits.length + (page?.total ?? 0);
  const all = page && { ...result, total, hits: [...hits, ...page.hits], next: page.next };
  change({ running: false, ...(all && { result: all }) });
}
