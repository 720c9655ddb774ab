import { commandLineWords } from '#words/cli/commandLine.ts';
import { exportVerbWords } from '#words/cli/export.ts';
import { exportFormatSchema } from '../../../../shared/api/exports.ts';
import type { ExportFormat } from '../../../../shared/api/exports.ts';
import type { RecipeContent } from '../../../../shared/api/recipes.ts';
import { AppError } from '../../../../shared/errors.ts';
import { said } from '../../../../shared/words/message.ts';
import { withProject } from '../project.ts';
import type { Session } from '../project.ts';
import { alignColumns } from '../terminal.ts';
import { answer, jsonOption, replaceOption, UsageError, wordAt } from '../verb.ts';
import type { Call, Verb } from '../verb.ts';
import { choiceOptions, givenChoices, readFilters, readShape } from './exportChoice.ts';

const { help } = exportVerbWords;

export const exportVerb: Verb = {
  name: 'export',
  words: 'P.galley OUT_DIR',
  least: 2,
  most: 2,
  summary: exportVerbWords.summary,
  details: exportVerbWords.details,
  options: {
    format: {
      value: 'LIST',
      help: help.format({ formats: exportFormatSchema.options }),
    },
    ...choiceOptions,
    replace: replaceOption,
    recipe: { value: 'NAME', help: help.recipe },
    'save-recipe': { value: 'NAME', help: help.saveRecipe },
    bom: { help: help.bom },
    raw: { help: help.raw },
    partition: { value: 'COLUMN', help: help.partition },
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
          ...result.files.map(({ name, rows }) => [name, exportVerbWords.rows({ rows })]),
          ...result.folders.map(({ name, files }) => [`${name}/`, exportVerbWords.files({ files })]),
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
    throw new UsageError(exportVerbWords.recipeHoldsAll({ options: others.map((name) => `--${name}`) }));
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
  const missing = { recipe: wanted, recipes: recipes.map(({ name }) => name) };
  throw new AppError('not-found', said('hosts.noRecipe', missing), { recipe: wanted });
}

function readFormats(list: string): ExportFormat[] {
  const names = list.split(',').map((name) => name.trim().toLowerCase());
  const formats = names.map((name) => {
    const format = exportFormatSchema.safeParse(name);
    if (format.success) return format.data;
    throw new UsageError(
      commandLineWords.unknownWord({ option: 'format', word: name, known: exportFormatSchema.options }),
    );
  });
  return [...new Set(formats)];
}
