/**
 * Writes docs/import.md, the part of the guide on what can be imported, from the descriptions of the importers and their
 * words: `node scripts/importGuide.ts`. Its test makes it again and compares.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { importerWords, importGuideWords as words, optionWords } from '#words/importers.ts';
import { endingsOf, importerIds, importerOptions } from '../src/shared/model/importers.ts';
import type { ImporterId } from '../src/shared/model/importers.ts';

export const importGuideFile = join(resolve(import.meta.dirname, '..'), 'docs/import.md');

/** The page as it has to be. */
export async function importGuide(): Promise<string> {
  const table = [
    [words.format, words.endings, words.id],
    ['---', '---', '---'],
    ...importerIds.map((id) => [importerWords[id].label, endingsOf(id).map(code).join(', '), code(id)]),
  ];
  const page = [
    `# ${words.title}`,
    ...words.lead,
    table.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    ...importerIds.map(formatSection),
  ].join('\n\n');
  return format(page, { ...(await resolveConfig(importGuideFile)), filepath: importGuideFile });
}

function formatSection(id: ImporterId): string {
  const lines = importerWords[id].guide.map((line) => `- ${line}`).join('\n');
  const options = importerOptions
    .filter(({ importer }) => importer === id)
    .flatMap(({ name, flag, choices = [] }) => {
      const { label, help, choices: named = {}, unset } = optionWords(id, name);
      const line = `- **${label}** (${code([`--${flag}`, choices.join('|')].join(' ').trim())}). ${help}`;
      const chosen = choices.map((choice) => `  - ${code(choice)}: ${named[choice] ?? ''}.`);
      return [line, ...(unset === undefined ? [] : [`  - ${words.unset}: ${unset}.`]), ...chosen];
    });
  const rest = options.length === 0 ? [] : [`${words.options}:`, options.join('\n')];
  return [`## ${importerWords[id].label}`, lines, ...rest].join('\n\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

if (import.meta.main) writeFileSync(importGuideFile, await importGuide());
