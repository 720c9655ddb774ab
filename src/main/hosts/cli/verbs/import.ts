import { commandLineWords } from '#words/cli/commandLine.ts';
import { importVerbWords } from '#words/cli/import.ts';
import { importerWords, optionWords } from '#words/importers.ts';
import type { ImportReport } from '../../../../shared/api/imports.ts';
import { importerOptions, switchedOn } from '../../../../shared/model/importers.ts';
import type { ChosenOption } from '../../../../shared/model/importers.ts';
import { withProject } from '../project.ts';
import { alignColumns, oneLine } from '../terminal.ts';
import { answer, coderOption, jsonOption, UsageError, wordAt } from '../verb.ts';
import type { Call, Option, Verb } from '../verb.ts';

const words = importVerbWords;

/** A flag for each option that a single importer has. */
const formatFlags: Record<string, Option> = Object.fromEntries(
  importerOptions.map(({ importer, name, flag, choices }) => {
    const { label, help, choices: labels = {}, unset = '' } = optionWords(importer, name);
    const all = choices ? words.help.choice({ choices: labels, unset, help }) : help;
    const about = words.help.option({ importer: importerWords[importer].label, label, help: all });
    return [flag, { ...(choices ? { value: choices.join('|') } : {}), help: about }];
  }),
);

/** The options of single importers that were given. */
function given(call: Call): ChosenOption[] {
  return importerOptions.flatMap((option): ChosenOption[] => {
    const { flag, choices } = option;
    if (!choices) return call.has(flag) ? [option] : [];
    const value = call.value(flag);
    if (value === undefined) return [];
    if (choices.includes(value)) return [{ ...option, value }];
    throw new UsageError(commandLineWords.unknownWord({ option: flag, word: value, known: choices }));
  });
}

export const importVerb: Verb = {
  name: 'import',
  words: 'P.galley PATH…',
  least: 2,
  most: Infinity,
  summary: words.summary,
  details: words.details,
  options: {
    format: { value: 'NAME', help: words.help.format },
    encoding: { value: 'LABEL', help: words.help.encoding },
    ...formatFlags,
    coder: coderOption,
    json: jsonOption,
  },
  async run(call) {
    const formatOptions = switchedOn(given(call));
    const report = await withProject(call, wordAt(call, 0), (project) =>
      project.run('imports.start', {
        files: call.words.slice(1).map((path) => project.file(path)),
        ...(call.value('format') === undefined ? {} : { format: call.value('format') }),
        ...(call.value('encoding') === undefined ? {} : { encoding: call.value('encoding') }),
        formatOptions,
      }),
    );
    answer(call, report, () => describe(report));
    const failed = report.documents.length === 0 && report.refused.length > 0;
    if (failed) call.terminal.note(`galley: ${words.nothing({ refused: report.refused.length })}`);
    return failed ? 1 : 0;
  },
};

function describe({ documents, refused }: ImportReport): string {
  const lines = alignColumns(
    documents.map((document) => [
      document.name,
      words.characters(document),
      document.encoding,
      document.warnings.map((warning) => oneLine(warning.message)).join(' '),
    ]),
    [1],
  );
  const refusals = refused.map(({ path, reason }) => `${words.refused({ path, reason: oneLine(reason) })}\n`).join('');
  return `${lines}${refusals}${words.sum({ documents: documents.length, refused: refused.length })}\n`;
}
