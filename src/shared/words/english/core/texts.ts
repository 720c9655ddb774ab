import { count } from '../format.ts';
import { importerIds } from '../../../model/importers.ts';
import { importingWords } from '../importers.ts';

/** What a file is that holds no text. */
const fileKinds = {
  unknown: 'not a text file',
  pdf: 'a PDF file',
  zip: 'a Word, Excel, EPUB or zip file',
  emptyZip: 'an empty zip file',
  oldOffice: 'an old Word, Excel or PowerPoint file',
  png: 'a PNG picture',
  jpeg: 'a JPEG picture',
  gif: 'a GIF picture',
  tiff: 'a TIFF picture',
  gzip: 'a gzip archive',
  sevenZip: 'a 7-Zip archive',
  rar: 'a RAR archive',
  xz: 'an xz archive',
  bzip2: 'a bzip2 archive',
  program: 'a program',
  sqlite: 'an SQLite database',
  ogg: 'an Ogg recording',
  mp3: 'an MP3 recording',
  matroska: 'a Matroska or WebM recording',
} as const;

export type FileKind = keyof typeof fileKinds;

const supported = (): string => `Galley reads ${importingWords.endings}; save or export this file as one of these.`;

/** The end of a warning about a date: what is done with it. */
const dateKept = 'it is kept as it is written. Set it among the facts, as YYYY-MM-DD.';

/** What is said of files that are read as articles: why one cannot be, and what was lost or guessed. */
export const textsWords = {
  /** The refusal of a file whose ending no importer takes. */
  unsupported: ({ name, extension }: { name: string; extension: string }) =>
    `${name} is a .${extension} file. ${supported()}`,
  /** The refusal of a file that holds no text. */
  notText: ({ name, kind }: { name: string; kind: FileKind }) => `${name} is ${fileKinds[kind]}. ${supported()}`,
  /** The refusal of a choice of format. */
  noFormat: ({ format }: { format: string }) =>
    `There is no import format "${format}". Choose one of: ${importerIds.join(', ')}.`,
  empty: ({ name }: { name: string }) => `${name} holds no text.`,

  noEncoding: ({ encoding }: { encoding: string }) =>
    `No encoding is called "${encoding}". Choose one such as utf-8 or windows-1252.`,
  undecodable: ({ name, encoding }: { name: string; encoding: string }) =>
    `${name} is written in ${encoding}, which Galley cannot read. Save it as UTF-8 in the program it comes from, or import it with another encoding chosen.`,
  encodingUnsure: ({ encoding }: { encoding: string }) =>
    `The encoding was guessed as ${encoding} on little evidence. If letters look wrong, undo and import the file again with its encoding chosen.`,
  nulCharacters: ({ count, line }: { count: number; line: number }) => {
    const what =
      count === 1
        ? '1 NUL character, which no text can hold, is'
        : `${count} NUL characters, which no text can hold, are`;
    return `${what} shown as �; the first is in line ${line}.`;
  },
  replacedInSource: ({ count, line }: { count: number; line: number }) =>
    `${characters(count)} shown as � ${count === 1 ? 'stands' : 'stand'} in the file itself; the first is in line ${line}.`,
  replaced: ({ count, line, encoding }: { count: number; line: number; encoding: string }) =>
    `${characters(count)} shown as � could not be read as ${encoding}; the first is in line ${line}.`,
  controlCharacters: ({ line }: { line: number }) =>
    `The text has control characters that are not shown; the first is in line ${line}.`,

  tooManyCharacters: ({ name }: { name: string }) => tooLarge(name, 'more than 20 million characters'),
  tooManyTags: ({ name }: { name: string }) => tooLarge(name, 'more than 200,000 tags'),
  tooManyAttributes: ({ name }: { name: string }) => unreadable(name, 'its tags have too many attributes'),
  tooDeep: ({ name }: { name: string }) => unreadable(name, 'its tags are nested more than 1,000 deep or never closed'),
  neverClosed: ({ name }: { name: string }) => unreadable(name, 'too many of its tags are never closed'),

  severalArticles: ({ articles }: { articles: number }) =>
    `This page has ${articles} articles; all are in this document, one after another.`,
  noArticle: 'No article was found in this page; the text of the whole page was kept.',
  articleNotSought: 'This page is too large to look for the article in it; the text of the whole page was kept.',
  readingsLeftOut: ({ readings, first }: { readings: number; first: string }) => {
    const what = readings === 1 ? '1 reading above characters' : `${readings} readings above characters`;
    return `${what} (ruby, furigana) left out; the first is “${first}”.`;
  },
  passageLeftOut: ({ beginning, characters }: { beginning: string; characters: number }) =>
    `Left out as no part of the article: “${beginning}” (${count(characters, 'character', 'characters')}).`,
  morePassagesLeftOut: ({ more }: { more: number }) =>
    `${count(more, 'more passage was', 'more passages were')} left out as no part of the article.`,
  menusLeftOut: ({ lines, beginning }: { lines: number; beginning: string }) => {
    const what = lines === 1 ? '1 short line' : `${lines} short lines`;
    return `${what} outside the article (menus, links and the like) left out: “${beginning}”${lines === 1 ? '' : ' …'}`;
  },

  dateUnread: ({ date }: { date: string }) => `The date “${date}” could not be read as a day; ${dateKept}`,
  dateAmbiguous: ({ date }: { date: string }) =>
    `The date “${date}” can mean two days, by the order of day and month; ${dateKept}`,
  dateOfOtherCalendar: ({ date, year }: { date: string; year: string }) =>
    `The date “${date}” has the year ${year}, as of another calendar; ${dateKept}`,

  namedByFirstLine: ({ file }: { file: string }) => `Named by its first line; the file is ${file}.`,

  looksLikeHtml: 'This looks like a web page. Imported as HTML it would lose its tags.',
  looksLikeRtf: 'This looks like RTF. Saved as plain text it would lose its formatting codes.',
} as const;

function characters(count: number): string {
  return count === 1 ? '1 character' : `${count} characters`;
}

function tooLarge(name: string, what: string): string {
  return `${name} has ${what}. Split it, or save its text as .txt.`;
}

function unreadable(name: string, what: string): string {
  return `${name} cannot be read: ${what}. Save the page's text as .txt.`;
}
