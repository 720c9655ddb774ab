import { once } from '../once.ts';
import { locale } from './format.ts';
import { endingsOf, importerIds, usualEndings } from '../../model/importers.ts';
import type { ImporterId, ImporterOptionName, ImporterOptionValue } from '../../model/importers.ts';

type ImporterWords<Id extends ImporterId> = {
  /** What a single file of its kind is called. */
  label: string;
  /** What its files are called in a list within a sentence. */
  files: string;
  /** What users should know of it, a line each. */
  guide: readonly string[];
  /** For each of its own options. */
  options: {
    readonly [Name in ImporterOptionName<Id>]: ImporterOptionValue<Id, Name> extends boolean
      ? OptionWords
      : OptionWords & ChoicesWords<ImporterOptionValue<Id, Name> & string>;
  };
};

/** The words of one option: what a box to tick says, and what that means. The command line says both of the flag. */
export type OptionWords = { label: string; help: string; choices?: Readonly<Record<string, string>>; unset?: string };

/** What a list says of each choice, and of none: what holds where nothing is chosen. */
type ChoicesWords<Value extends string> = { choices: Readonly<Record<Value, string>>; unset: string };

/** What is said of each importer. */
export const importerWords = {
  text: {
    label: 'Plain text',
    files: 'text',
    guide: [
      'The text is kept as it is; line ends become LF, and a byte order mark goes.',
      'The name of the file, without its ending, is the name of the document. Where that says nothing (`001`, a hash), the headline in the first line is, if there surely is one; the report says so, and the file stays with the document.',
      'A second document of the same headline has the name of its file in brackets. Tables of codings and answers that name files find their documents all the same.',
      'A file whose name has no ending is read as plain text, too.',
    ],
    options: {
      names: {
        label: 'Names of documents',
        help: 'A file name of digits or a hash says nothing. Only a first line that surely is a headline names a document, and the text stays as it is.',
        choices: {
          file: 'Always by file',
          headline: 'By headline, where the first line is one',
        },
        unset: 'By file, or by headline if that says nothing',
      },
    },
  },
  markdown: {
    label: 'Markdown',
    files: 'Markdown',
    guide: [
      'The text is kept with all its signs, so that places in it are places in the file.',
      'Front matter is read for title, byline, date, outlet, address and language, and stays in the text.',
      'Without a title in the front matter the first heading of the first level is the name of the document.',
    ],
    options: {},
  },
  html: {
    label: 'Web page (HTML)',
    files: 'saved web pages',
    guide: [
      'The article is found in the page; where none is found, the text of the whole page is kept, and a warning says so.',
      'What is left out as no part of the article is listed with its first words. _Keep it_ in the report, or `galley keep`, takes it in afterwards.',
      'Several articles on one page come in as one document, one after another.',
      'Title, byline, date, outlet, address and language are those that the page states of itself.',
      'Scripts do not run, and nothing is fetched.',
    ],
    options: {
      wholePage: {
        label: 'Keep the whole page',
        help: 'All of its text, menus too, rather than the article.',
      },
      leftOut: {
        label: 'Keep what is no part of the article',
        help: 'The other passages of the page stand at their places; menus stay out.',
      },
    },
  },
} as const satisfies { readonly [Id in ImporterId]: ImporterWords<Id> };

/** What a document’s importer is called; its id, where it is one that this version does not have. */
export function importerLabel(id: string): string {
  return Object.hasOwn(importerWords, id) ? importerWords[id as ImporterId].label : id; // its own names
}

/** The words of an option of an importer, which has to have it. */
export function optionWords(importer: ImporterId, name: string): OptionWords {
  const options: Readonly<Record<string, OptionWords>> = importerWords[importer].options;
  const words = options[name];
  if (words === undefined) throw new Error(`${importer} has no option ${name}`);
  return words;
}

const all = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
const one = once(() => new Intl.ListFormat(locale, { type: 'disjunction' }));

/** What is said of importers in general. */
export const importingWords = {
  /** What can be imported, as a sentence without its full stop: `Text, Markdown and saved web pages`. */
  get kinds(): string {
    const kinds = all().format(importerIds.map((id) => importerWords[id].files));
    return `${kinds.slice(0, 1).toUpperCase()}${kinds.slice(1)}`;
  },
  /** `.txt, .md and .html` */
  get endings(): string {
    return all().format(usualEndings);
  },
  /** `text, markdown or html`, as the command line wants them. */
  get ids(): string {
    return one().format(importerIds);
  },
  /** Each kind with all its endings. */
  get kindsWithEndings(): string {
    return importerIds.map((id) => `${importerWords[id].label} (${endingsOf(id).join(' ')})`).join(', ');
  },
};

/** What the guide says around the list of formats, in Markdown. */
export const importGuideWords = {
  title: 'What can be imported',
  lead: [
    'Drop files or folders on the window, choose _Project › Import files…_ (Ctrl+I) or _Import folder…_, or say `galley import P.galley PATH…`. Files of up to 100 MB are read; what cannot be read is refused with the reason, and the others come in.',
    'The ending of a file’s name says how it is read; `--format NAME` chooses one format for all files. The encoding is recognised for each file, unless `--encoding LABEL` names it. The original file is kept in the project.',
  ],
  format: 'format',
  endings: 'endings',
  id: '`--format`',
  options: 'Options',
  /** What holds where none of the choices of an option is made. */
  unset: 'without it',
} as const;
