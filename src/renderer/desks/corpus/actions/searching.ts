import { strings } from '#words/window/frame.ts';
import { mostPassages } from '../../../../shared/api/codings.ts';
import { inBackground, orNotice } from '../../../actions/ask.ts';
import { canChange } from '../../../actions/conditions.ts';
import { sendFocus } from '../../../actions/sendFocus.ts';
import { withCoder } from '../../../actions/withCoder.ts';
import { client } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { notify, openDialog } from '../../../state/ui.ts';
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
export async function listMoreHits(limit = listed): Promise<void> {
  const { running, result } = useSearch.getState();
  if (running || !result?.next) return;
  const mine = ++latest;
  const from = opening();
  const { query, caseSensitive, wholeWords, hits, next: after } = result;
  change({ running: true });
  const asked = { query, caseSensitive, wholeWords, limit, after };
  const page = await orNotice(() => client().run('search.text', asked));
  if (mine !== latest || from !== opening()) return;
  const total = hits.length + (page?.total ?? 0);
  const all = page && { ...result, total, hits: [...hits, ...page.hits], next: page.next };
  change({ running: false, ...(all && { result: all }) });
}

/** Hits that are asked for at a time where all are wanted. */
const many = 10_000;

/** Whether there are hits that could be coded. */
export function canCodeHits(): boolean {
  const { running, result } = useSearch.getState();
  return canChange() && !running && result !== null && result.hits.length > 0;
}

/** Asks which of all hits are to be coded, and with what. Those that are not listed yet are listed first. */
export function codeAllHits(): void {
  const { result } = useSearch.getState();
  if (!canCodeHits() || result === null) return;
  if (result.total > mostPassages) notify('info', strings.search.tooManyToCode(result.total, mostPassages));
  else withCoder(() => sendFocus((isLast) => startAsking(result.search, isLast)));
}

/** Begins when a dialog that asked who codes has given the focus back: there it comes back to after this one, too. */
function startAsking(search: number, isLast: boolean): boolean {
  if (document.activeElement === document.body && !isLast) return false;
  inBackground(() => askWhichHits(search));
  return true;
}

async function askWhichHits(search: number): Promise<void> {
  for (;;) {
    const before = useSearch.getState().result;
    if (before?.search !== search) return;
    if (before.next === null) {
      openDialog({ kind: 'codePassages', passages: before.hits });
      return;
    }
    await listMoreHits(many);
    if (useSearch.getState().result === before) return; // refused, or overtaken
  }
}
