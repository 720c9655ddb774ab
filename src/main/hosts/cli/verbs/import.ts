import type { ImportReport } from '../../../../shared/api/imports.ts';
import { importerOptions, switchedOn } from '../../../../shared/model/importers.ts';
import { importerWords, importingWords, optionWords } from '#words/importers.ts';
import { withProject } from '../project.ts';
import { alignColumns, count, figure, oneLine } from '../terminal.ts';
import { answer, coderOption, jsonOption, wordAt } from '../verb.ts';
import type { Option, Verb } from '../verb.ts';

/** A flag for each option that a single importer has. */
const formatFlags: Record<string, Option> = Object.fromEntries(
  importerOptions.map(({ importer, name, flag }) => {
    const { label, help } = optionWords(importer, name);
    return [flag, { help: `${importerWords[importer].label}: ${label}. ${help}` }];
  }),
);

export const importVerb: Verb = {
  name: 'import',
  words: 'P.galley PATH…',
  least: 2,
  most: Infinity,
  summary: 'Import files, and folders with all they hold.',
  details: [
    `Reads: ${importingWords.kindsWithEndings}.`,
    'Prints each document with its warnings, and each file that was refused with the reason.',
    'The status is 0 when at least one document was imported or nothing was refused, else 1.',
  ],
  options: {
    format: {
      value: 'NAME',
      help: `The importer to use for all files, rather than by extension and content: ${importingWords.ids}.`,
    },
    encoding: {
      value: 'LABEL',
      help: 'The encoding of all files, rather than detected for each: utf-8, windows-1252 …',
    },
    ...formatFlags,
    coder: coderOption,
    json: jsonOption,
  },
  async run(call) {
    const report = await withProject(call, wordAt(call, 0), (project) =>
      project.run('imports.start', {
        files: call.words.slice(1).map((path) => project.file(path)),
        ...(call.value('format') === undefined ? {} : { format: call.value('format') }),
        ...(call.value('encoding') === undefined ? {} : { encoding: call.value('encoding') }),
        formatOptions: switchedOn(importerOptions.filter(({ flag }) => call.has(flag))),
      }),
    );
    answer(call, report, () => describe(report));
    const failed = report.documents.length === 0 && report.refused.length > 0;
    if (failed) call.terminal.note(`galley: nothing was imported; ${count(report.refused.length, 'file')} refused`);
    return failed ? 1 : 0;
  },
};

function describe({ documents, refused }: ImportReport): string {
  const lines = alignColumns(
    documents.map((document) => [
      document.name,
      `${figure(document.characters)} characters`,
      document.encoding,
      document.warnings.map((warning) => oneLine(warning.message)).join(' '),
    ]),
    [1],
  );
  const refusals = refused.map(({ path, reason }) => `refused ${path}: ${oneLine(reason)}\n`).join('');
  const sum = `${count(documents.length, 'document')} imported, ${figure(refused.length)} refused\n`;
  return lines + refusals + sum;
}
