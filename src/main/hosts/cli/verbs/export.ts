import { exportFormatSchema } from '../../../../shared/api/exports.ts';
import type { ExportFormat } from '../../../../shared/api/exports.ts';
import type { RecipeContent } from '../../../../shared/api/recipes.ts';
import { AppError } from '../../../../shared/errors.ts';
import { withProject } from '../project.ts';
import type { Session } from '../project.ts';
import { alignColumns, count } from '../terminal.ts';
import { answer, jsonOption, replaceOption, UsageError, wordAt } from '../verb.ts';
import type { Call, Verb } from '../verb.ts';
import { choiceOptions, givenChoices, readFilters, readShape } from './exportChoice.ts';

export const exportVerb: Verb = {
  name: 'export',
  words: 'P.galley OUT_DIR',
  least: 2,
  most: 2,
  summary: 'Write codings and documents as tables with data dictionaries, or as annotation files.',
  details: [
    'Writes codings.* (a row for each coding) and documents.* (a row for each document, a count and a 0/1 for each code)',
    'into the folder, which is made where it is missing. Offsets are code points. Files of those names are replaced where',
    'an earlier export of this project wrote them; others only with --replace. .galley-export.json in the folder says which.',
    '--unit, or any choice of rows and columns, writes one table instead: documents.*, paragraphs.*, sentences.*, codings.*',
    'or statements.* (codings of codes that have questions, with the answers). Facts, answers and codes are its columns.',
    'Annotation formats write a folder of their name: web-annotation (W3C JSON-LD), brat, webanno (TSV 3.3, for INCEpTION),',
    'spacy (JSON Lines), semeval (span files of SemEval-2020 task 11), html and docx (highlighted documents to print).',
  ],
  options: {
    format: {
      value: 'LIST',
      help: `Formats, separated by commas: ${exportFormatSchema.options.join(', ')}. Default: csv.`,
    },
    ...choiceOptions,
    replace: replaceOption,
    recipe: { value: 'NAME', help: 'Do what is saved in the project under this name; holds all other choices.' },
    'save-recipe': { value: 'NAME', help: 'Save these choices in the project under this name.' },
    bom: { help: 'Begin CSV files with a byte order mark, which Excel needs to see that they are UTF-8.' },
    raw: {
      help: 'Write CSV cells that a spreadsheet would run as formulas as they are, without an apostrophe before them.',
    },
    partition: {
      value: 'COLUMN',
      help: 'Split Parquet by the values of a column: a folder for each, COLUMN=VALUE, which DuckDB, Spark and Arrow read as one table.',
    },
    json: jsonOption,
  },
  async run(call) {
    const folder = wordAt(call, 1);
    const own = { ...call, value: (name: string) => (name === 'coder' ? undefined : call.value(name)) }; // a filter here
    const asked = readContent(call);
    const result = await withProject(own, wordAt(call, 0), async (project) => {
      const recipe = call.value('recipe');
      const content = recipe === undefined ? await complete(asked, call, project) : await findRecipe(recipe, project);
      const done = await project.run('exports.run', {
        folder: project.file(folder),
        replace: call.has('replace'),
        ...content,
      });
      const name = call.value('save-recipe');
      if (name !== undefined) await project.call('recipes.save', { name, ...content });
      return done;
    });
    answer(call, result, () =>
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

/** What the words of the call say, before the project is open. Throws UsageError. */
function readContent(call: Call): Omit<RecipeContent, 'table'> & { shape: ReturnType<typeof readShape> } {
  const others = [
    ...givenChoices(call),
    ...['format', 'bom', 'raw', 'partition', 'save-recipe'].filter((name) => isGiven(call, name)),
  ];
  if (call.value('recipe') !== undefined && others.length > 0) {
    throw new UsageError(`--recipe holds all choices; leave out --${others.join(', --')}`);
  }
  const formats = readFormats(call.value('format') ?? 'csv');
  const partition = call.value('partition') ?? null;
  return { formats, byteOrderMark: call.has('bom'), raw: call.has('raw'), partition, shape: readShape(call) };
}

function isGiven(call: Call, name: string): boolean {
  return call.has(name) || call.value(name) !== undefined;
}

async function complete(
  { shape, ...content }: ReturnType<typeof readContent>,
  call: Call,
  project: Session,
): Promise<RecipeContent> {
  return { ...content, table: shape && { ...shape, filters: await readFilters(call, project) } };
}

async function findRecipe(wanted: string, project: Session): Promise<RecipeContent> {
  const recipes = await project.call('recipes.list', {});
  const found = recipes.find(({ name }) => name === wanted.trim());
  if (found) {
    const { formats, byteOrderMark, raw, partition, table } = found;
    return { formats, byteOrderMark, raw, partition, table };
  }
  const names = recipes.map(({ name }) => `“${name}”`).join(', ');
  const there = recipes.length === 0 ? 'None is saved in this project' : `There are ${names}`;
  throw new AppError('not-found', `No export is saved as “${wanted}”. ${there}.`, { recipe: wanted });
}

function readFormats(list: string): ExportFormat[] {
  const names = list.split(',').map((name) => name.trim().toLowerCase());
  const formats = names.map((name) => {
    const format = exportFormatSchema.safeParse(name);
    if (format.success) return format.data;
    throw new UsageError(`--format: “${name}” is unknown; known are ${exportFormatSchema.options.join(', ')}`);
  });
  return [...new Set(formats)];
}
