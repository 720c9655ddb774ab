import { z } from 'zod';

/**
 * An option that one importer alone has. All are switches: the command line makes a flag of each, the import dialog a box to
 * tick. One of another kind needs its place in both.
 */
const switchSchema = z.boolean().optional();

/** What program and windows know of an importer; `src/main/formats/texts` has what it does, `src/shared/words` what is said of it. */
type ImporterDescription = {
  /** Lower case, without the dot, the usual one first. The importer is asked about files with these alone. */
  readonly extensions: readonly [string, ...string[]];
  /** It is asked about files whose name has no extension, too. */
  readonly takesNameless?: true;
  /** Its own options, those that no other importer knows. */
  readonly options: z.ZodObject<Readonly<Record<string, typeof switchSchema>>, z.core.$strict>;
};

/** Every importer by its id, in the order in which lists show them. */
export const importerDescriptions = {
  text: { extensions: ['txt', 'text', 'log'], takesNameless: true, options: z.strictObject({}) },
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

/** An option of a single importer. `flag` is what the command line calls it, as in `--whole-page`. */
export type ImporterOption = { importer: ImporterId; name: string; flag: string };

/** Every own option of every importer. */
export const importerOptions: readonly ImporterOption[] = importerIds.flatMap((importer) =>
  Object.keys(described[importer].options.shape).map((name) => ({ importer, name, flag: flagOf(name) })),
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

/** The own options of importers with these switched on; undefined where none is. */
export function switchedOn(options: readonly ImporterOption[]): FormatOptions | undefined {
  if (options.length === 0) return undefined;
  const given: Record<string, Record<string, true>> = {};
  for (const { importer, name } of options) given[importer] = { ...given[importer], [name]: true };
  return formatOptionsSchema.parse(given);
}
