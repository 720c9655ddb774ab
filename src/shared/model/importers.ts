import { z } from 'zod';

/**
 * An option that one importer alone has. A switch is a flag on the command line and a box to tick in the import dialog; a
 * choice is a flag with a word, and a list. One of another kind needs its place in both.
 */
const switchSchema = z.boolean().optional();
type ChoiceSchema = z.ZodOptional<z.ZodEnum>;

/** What program and windows know of an importer; `src/main/formats/texts` has what it does, `src/shared/words` what is said of it. */
type ImporterDescription = {
  /** Lower case, without the dot, the usual one first. The importer is asked about files with these alone. */
  readonly extensions: readonly [string, ...string[]];
  /** It is asked about files whose name has no extension, too. */
  readonly takesNameless?: true;
  /** Its own options, those that no other importer knows. */
  readonly options: z.ZodObject<Readonly<Record<string, typeof switchSchema | ChoiceSchema>>, z.core.$strict>;
};

/** Every importer by its id, in the order in which lists show them. */
export const importerDescriptions = {
  text: {
    extensions: ['txt', 'text', 'log'],
    takesNameless: true,
    options: z.strictObject({
      /**
       * What documents are called by: always their files, or the headline wherever the first lines have one. Absent: the
       * headline only where the name of the file says nothing.
       */
      names: z.enum(['file', 'headline']).optional(),
    }),
  },
  markdown: { extensions: ['md', 'markdown'], options: z.strictObject({}) },
  html: {
    extensions: ['html', 'htm', 'xhtml'],
    options: z.strictObject({
      /** The text of the whole page rather than the article found in it. */
      wholePage: switchSchema,
      /** The passages of running text that are no part of the article too, at their places; menus stay out. */
      leftOut: switchSchema,
    }),
  },
} as const satisfies Readonly<Record<string, ImporterDescription>>;

type Descriptions = typeof importerDescriptions;
export type ImporterId = keyof Descriptions;
/** The names of an importer's own options. */
export type ImporterOptionName<Id extends ImporterId> = keyof Descriptions[Id]['options']['shape'] & string;
/** What an option of an importer can be. */
export type ImporterOptionValue<Id extends ImporterId, Name extends ImporterOptionName<Id>> = NonNullable<
  z.output<Descriptions[Id]['options']>[Name & keyof z.output<Descriptions[Id]['options']>]
>;

export const importerIds = Object.keys(importerDescriptions) as ImporterId[]; // the object has these keys alone

const described: Readonly<Record<ImporterId, ImporterDescription>> = importerDescriptions;

/** Whether an importer is asked about files with this extension; '' stands for names without one. */
export function takesExtension(importer: ImporterId, extension: string): boolean {
  const { extensions, takesNameless = false } = described[importer];
  return extension === '' ? takesNameless : extensions.includes(extension);
}

/** The endings of one importer's files as people write them: `.txt`, the usual one first. */
export function endingsOf(importer: ImporterId): string[] {
  return described[importer].extensions.map((extension) => `.${extension}`);
}

/** The usual ending of every format that can be imported, each once. */
export const usualEndings: readonly string[] = [...new Set(importerIds.map((id) => `.${described[id].extensions[0]}`))];

/** Every ending that a file to import can have, each once. */
export const allEndings: readonly string[] = [...new Set(importerIds.flatMap(endingsOf))];

/** An option of a single importer. `flag` is what the command line calls it, as in `--whole-page`; a choice has the words to choose from. */
export type ImporterOption = { importer: ImporterId; name: string; flag: string; choices?: readonly string[] };
/** An option that was switched on, or one that `value` was chosen for. */
export type ChosenOption = ImporterOption & { value?: string };

/** Every own option of every importer. */
export const importerOptions: readonly ImporterOption[] = importerIds.flatMap((importer) =>
  Object.entries(described[importer].options.shape).map(([name, schema]) => {
    const of = schema.unwrap();
    const choices = of instanceof z.ZodEnum ? { choices: of.options.map(String) } : {};
    return { importer, name, flag: flagOf(name), ...choices };
  }),
);

function flagOf(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

/** The own options of importers by their ids. What an importer does not know is refused. */
export const formatOptionsSchema = z.strictObject(
  Object.fromEntries(importerIds.map((id) => [id, described[id].options.optional()])) as {
    [Id in ImporterId]: z.ZodOptional<Descriptions[Id]['options']>; // made of these very entries
  },
);
export type FormatOptions = z.output<typeof formatOptionsSchema>;

/** The own options of importers with these switched on or chosen; undefined where none is. */
export function switchedOn(options: readonly ChosenOption[]): FormatOptions | undefined {
  if (options.length === 0) return undefined;
  const given: Record<string, Record<string, true | string>> = {};
  for (const { importer, name, value = true } of options) given[importer] = { ...given[importer], [name]: value };
  return formatOptionsSchema.parse(given);
}
