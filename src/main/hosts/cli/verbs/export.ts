import { resolve } from 'node:path';
import { exportFormatSchema } from '../../../../shared/api/exports.ts';
import type { ExportFormat } from '../../../../shared/api/exports.ts';
import { withProject } from '../project.ts';
import { alignColumns, count } from '../terminal.ts';
import { answer, jsonOption, UsageError, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const exportVerb: Verb = {
  name: 'export',
  words: 'P.galley OUT_DIR',
  least: 2,
  most: 2,
  summary: 'Write codings and documents as tables with data dictionaries, or as annotation files.',
  details: [
    'Writes codings.* (a row for each coding) and documents.* (a row for each document, a count and a 0/1 for each code)',
    'into the folder, which is made where it is missing. Files of those names are replaced. Offsets are code points.',
    'Annotation formats write a folder of their name: web-annotation (W3C JSON-LD), brat, webanno (TSV 3.3, for INCEpTION),',
    'spacy (JSON Lines), semeval (span files of SemEval-2020 task 11), html and docx (highlighted documents to print).',
  ],
  options: {
    format: {
      value: 'LIST',
      help: `Formats, separated by commas: ${exportFormatSchema.options.join(', ')}. Default: csv.`,
    },
    bom: { help: 'Begin CSV files with a byte order mark, which Excel needs to see that they are UTF-8.' },
    raw: {
      help: 'Write CSV cells that a spreadsheet would run as formulas as they are, without an apostrophe before them.',
    },
    json: jsonOption,
  },
  async run(call) {
    const formats = readFormats(call.value('format') ?? 'csv');
    const folder = wordAt(call, 1);
    const result = await withProject(call, wordAt(call, 0), (project) =>
      project.run('exports.run', {
        folder: project.file(folder),
        formats,
        byteOrderMark: call.has('bom'),
        raw: call.has('raw'),
      }),
    );
    answer(call, { folder: resolve(call.terminal.folder, folder), ...result }, () =>
      alignColumns(
        [
          ...result.files.map(({ name, rows }) => [name, count(rows, 'row')]),
          ...result.folders.map(({ name, files }) => [`${name}/`, count(files, 'file')]),
        ],
        [1],
      ),
    );
    for (const warning of result.warnings) call.terminal.note(warning);
    return 0;
  },
};

function readFormats(list: string): ExportFormat[] {
  const names = list.split(',').map((name) => name.trim().toLowerCase());
  const formats = names.map((name) => {
    const format = exportFormatSchema.safeParse(name);
    if (format.success) return format.data;
    throw new UsageError(`--format: “${name}” is unknown; known are ${exportFormatSchema.options.join(', ')}`);
  });
  return [...new Set(formats)];
}
