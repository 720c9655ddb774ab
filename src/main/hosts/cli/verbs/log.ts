import type { HistoryEntry } from '../../../../shared/api/session.ts';
import { withProject } from '../project.ts';
import type { Session } from '../project.ts';
import { alignColumns } from '../terminal.ts';
import { answer, jsonOption, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const logVerb: Verb = {
  name: 'log',
  words: 'P.galley',
  least: 1,
  most: 1,
  summary: 'List what was done, by whom and when, newest first.',
  details: [],
  options: { json: jsonOption },
  async run(call) {
    const entries = await withProject(call, wordAt(call, 0), allEntries);
    const dated = entries.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }));
    answer(call, { entries: dated }, () =>
      alignColumns(
        dated.map(({ seq, at, coder, doer, kind, label, state }) => {
          const whose = doer === null || doer === coder ? '' : ` (by ${doer})`;
          const act = kind === 'command' ? label : `${kind === 'undo' ? 'Undo' : 'Redo'}: ${label}${whose}`;
          return [
            String(seq),
            at.slice(0, 19).replace('T', ' '),
            coder ?? '–',
            state === 'done' ? act : `${act} (${state})`,
          ];
        }),
        [0],
      ),
    );
    return 0;
  },
};

async function allEntries(project: Session): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  for (let all = 1; entries.length < all;) {
    const page = await project.call('history.list', { offset: entries.length, limit: 1000 });
    all = page.total;
    entries.push(...page.entries);
  }
  return entries;
}
