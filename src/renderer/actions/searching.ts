import { client } from '../state/client.ts';
import { useUi } from '../state/ui.ts';
import { attempt } from './attempt.ts';

const listed = 1000;
let latest = 0;

/** Searches all texts for a piece of text. A later search overtakes an earlier one. */
export async function searchTexts(query: string, caseSensitive: boolean): Promise<void> {
  const mine = ++latest;
  const change = (part: Partial<ReturnType<typeof useUi.getState>['search']>): void =>
    useUi.setState(({ search }) => ({ search: { ...search, ...part } }));
  if (query.trim() === '') {
    change({ query, running: false, result: null });
    return;
  }
  change({ query, caseSensitive, running: true });
  const found = await attempt(() => client().run('search.text', { query, caseSensitive, limit: listed }));
  if (mine !== latest) return;
  change({ running: false, ...(found && { result: { query, ...found } }) });
}
