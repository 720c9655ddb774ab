import { count } from '../format.ts';

const named = 'names separated by “;”, or by commas where no name has one';

/** `galley export`. */
export const exportVerbWords = {
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
  help: {
    format: ({ formats }: { formats: readonly string[] }) =>
      `Formats, separated by commas: ${formats.join(', ')}. Default: csv.`,
    recipe: 'Do what is saved in the project under this name; holds all other choices.',
    saveRecipe: 'Save these choices in the project under this name.',
    bom: 'Begin CSV files with a byte order mark, which Excel needs to see that they are UTF-8.',
    raw: 'Write CSV cells that a spreadsheet would run as formulas as they are, without an apostrophe before them.',
    partition:
      'Split Parquet by the values of a column: a folder for each, COLUMN=VALUE, which DuckDB, Spark and Arrow read as one table.',
    unit: ({ units }: { units: readonly string[] }) =>
      `What a row is: ${units.join(', ')}. Default: codings and documents.`,
    coders:
      'Several coders as rows, as columns side by side, or pooled in one row. Default: rows for codings, else pooled.',
    columns:
      'Of facts, answers, text, one of binary, count, share (what is said of each code), and roll-up (codes with those below them). Default: facts,answers,text,count.',
    noText: 'Leave out the words of passages.',
    where:
      'Only articles with such a fact: FACT=VALUE, or FACT>=VALUE and FACT<=VALUE for days and numbers; several separated by “;”.',
    document: `Only these documents: ${named}.`,
    status: ({ statuses }: { statuses: readonly string[] }) =>
      `Only work of coders who are so far: ${statuses.join(', ')}.`,
    round: `Only work that these rounds gave out: ${named}.`,
    coder: `Only work of these coders: ${named}.`,
    code: 'Only these codes and all below them, by path (“Frames / Conflict”), as with coders.',
  },
  recipeHoldsAll: ({ options }: { options: readonly string[] }) =>
    `--recipe holds all choices; leave out ${options.join(', ')}`,
  oneMeasure: ({ measures }: { measures: readonly string[] }) =>
    `--columns: say one of ${measures.join(', ')}; a table has one of them`,
  notATest: ({ words }: { words: string }) => `--where: “${words}” is not FACT=VALUE, FACT>=VALUE or FACT<=VALUE`,
  rows: ({ rows }: { rows: number }) => count(rows, 'row', 'rows'),
  files: ({ files }: { files: number }) => count(files, 'file', 'files'),
} as const;
