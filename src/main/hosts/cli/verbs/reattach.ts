import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { reattachVerbWords } from '#words/cli/reattach.ts';
import type { AttachReport } from '../../../../shared/api/packages.ts';
import { withApp } from '../project.ts';
import { alignColumns, oneLine } from '../terminal.ts';
import { answer, jsonOption, UsageError, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

const ending = '.galley';

export const reattachVerb: Verb = {
  name: 're-attach',
  words: 'PACKAGE PATH… P.galley',
  least: 3,
  most: Infinity,
  summary: reattachVerbWords.summary,
  details: reattachVerbWords.details,
  options: { json: jsonOption },
  async run(call) {
    const word = wordAt(call, call.words.length - 1);
    if (!word.toLowerCase().endsWith(ending)) {
      throw new UsageError(reattachVerbWords.ending({ ending, word }));
    }
    const path = resolve(call.terminal.folder, word);
    const made: string[] = [];
    try {
      const report = await withApp(call, async (app, session) => {
        const source = session.file(wordAt(call, 0));
        const { name } = await session.call('packages.inspect', { package: source });
        await app.createProject(path, name);
        made.push(path);
        const files = call.words.slice(1, -1).map((file) => session.file(file));
        return session.run('packages.attach', { package: source, files });
      });
      answer(call, { path, ...report }, () => describe(path, report));
      return 0;
    } catch (error) {
      // This command made it, and half a project would be none.
      for (const file of made) rmSync(file, { force: true });
      throw error;
    }
  },
};

function describe(path: string, report: AttachReport): string {
  const say = reattachVerbWords;
  const documents = alignColumns(
    report.documents.map(({ name, match, ...counts }) => [name, say.found[match], say.placed(counts)]),
    [2],
  );
  const open = report.open.map(({ quote, suggestion, ...rest }) => {
    const nearest = suggestion ? oneLine(suggestion.quote) : null;
    return say.notPlaced({ ...rest, quote: oneLine(quote), nearest });
  });
  const lines = [
    ...open,
    ...(report.evidence > 0 ? [say.evidence({ passages: report.evidence })] : []),
    ...report.refused.map((file) => say.refused({ path: file.path, reason: oneLine(file.reason) })),
    ...report.extra.map((name) => say.extra({ name })),
    say.sum({ exact: report.exact, moved: report.moved, open: open.length, absent: report.absent }),
    say.created({ path }),
  ];
  return documents + lines.map((line) => `${line}\n`).join('');
}
