import { historyVerbsWords } from '#words/cli/history.ts';
import type { HistoryEntry } from '../../../../shared/api/history.ts';
import { readProject } from '../project.ts';
import type { Session } from '../project.ts';
import { alignColumns } from '../terminal.ts';
import { answerInParts, jsonOption, wordAt } from '../verb.ts';
import type { Parts, Verb } from '../verb.ts';

export const logVerb: Verb = {
  name: 'log',
  words: 'P.galley',
  least: 1,
  most: 1,
  summary: historyVerbsWords.log.summary,
  details: [],
  options: { json: jsonOption },
  async run(call) {
    const print = answerInParts(call, 'entries');
    await readProject(call, wordAt(call, 0), (project) => printEntries(project, print));
    print.end();
    return 0;
  },
};

/** Prints the log page by page; columns are aligned within a page. */
async function printEntries(project: Session, print: Parts): Promise<void> {
  for (let offset = 0, all = 1; offset < all;) {
    const { total, entries } = await project.call('history.list', { offset, limit: 1000 });
    all = entries.length === 0 ? 0 : total;
    offset += entries.length;
    const dated = entries.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }));
    if (!(await print.rows(dated, () => alignColumns(dated.map(describe), [0])))) return;
  }
}

function describe({ seq, at, coder, doer, kind, label, state }: Omit<HistoryEntry, 'at'> & { at: string }): string[] {
  const { acts, states } = historyVerbsWords.log;
  const act = acts[kind]({ label, by: doer === coder ? null : doer });
  const shown = state === 'done' ? act : states[state]({ act });
  return [String(seq), at.slice(0, 19).replace('T', ' '), coder ?? '–', shown];
}
