import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AttachReport } from '../../../../shared/api/packages.ts';
import { withApp } from '../project.ts';
import { alignColumns, count, oneLine } from '../terminal.ts';
import { answer, jsonOption, UsageError, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

const ending = '.galley';

export const reattachVerb: Verb = {
  name: 're-attach',
  words: 'PACKAGE PATH… P.galley',
  least: 3,
  most: Infinity,
  summary: 'Make a new project of a package and the texts of the same files.',
  details: [
    'PACKAGE is a zip file that `galley package` wrote, or the folder that it was unpacked into; PATH are files and folders.',
    'Texts are found by their hash, then by the file’s, by title and by what is quoted of them. In another version of a text a',
    'coding is placed only among the words that stood around it; all others are listed, with the nearest passage.',
    'A package without quotations places codings in texts with the same hash alone.',
  ],
  options: { json: jsonOption },
  async run(call) {
    const word = wordAt(call, call.words.length - 1);
    if (!word.toLowerCase().endsWith(ending)) {
      throw new UsageError(`the last word is the new project, whose file name ends in ${ending}: ${word}`);
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

const found = {
  text: 'same text',
  file: 'same file, another text',
  title: 'by title',
  similar: 'by what is quoted',
  missing: 'not found',
} as const;

function describe(path: string, report: AttachReport): string {
  const documents = alignColumns(
    report.documents.map(({ name, match, codings, placed }) => [
      name,
      found[match],
      `${placed} of ${count(codings, 'coding')}`,
    ]),
    [2],
  );
  const open = report.open
    .map(({ document, start, end, code, coder, quote, reason, suggestion }) => {
      const near = suggestion ? `; nearest: “${oneLine(suggestion.quote)}”` : '';
      return `not placed: ${document} ${start}–${end} ${code} (${coder}) “${oneLine(quote)}”: ${reason}${near}\n`;
    })
    .join('');
  const refused = report.refused.map((file) => `refused ${file.path}: ${oneLine(file.reason)}\n`).join('');
  const extra = report.extra.map((name) => `not in the package: ${name}\n`).join('');
  const evidence =
    report.evidence > 0 ? `${count(report.evidence, 'passage')} that answers pointed at could not be placed\n` : '';
  const sum = `${report.exact} placed where they were, ${report.moved} by their words, ${report.open.length} not placed\n`;
  return `${documents}${open}${evidence}${refused}${extra}${sum}Created ${path}\n`;
}
