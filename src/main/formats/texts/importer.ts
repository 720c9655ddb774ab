import type { FormatOptions, ImporterId } from '../../../shared/model/importers.ts';
import type { ImportWarning } from '../../../shared/words/warning.ts';

/** A file as it arrived: its name without folder, and its bytes. */
export type ImportSource = { name: string; bytes: Uint8Array };

export type ImportOptions = {
  /** A WHATWG encoding label ("latin1", "shift_jis"), chosen by the user; absent: detected. */
  encoding?: string;
  /** What each importer alone knows, by its id. An importer looks at its own. */
  formatOptions?: FormatOptions;
};

export type EncodingSource = 'bom' | 'declared' | 'valid-utf-8' | 'detected' | 'chosen';
export type LineEnds = 'lf' | 'crlf' | 'cr' | 'mixed' | 'none';
export type Direction = 'ltr' | 'rtl';

/** One document made from a file: plain data, ready to be stored. */
export type ImportedDocument = {
  /** Suggested document name: the title where the format has one, else the file name without extension. */
  name: string;
  /** What its file calls it, where its name is a line of its text: other texts may begin with the same. */
  nameOfFile?: string;
  /** LF line ends, no byte order mark, no lone surrogates, otherwise exactly as decoded (no Unicode normalisation). */
  text: string;
  /** Article facts: title, byline, date (yyyy-mm-dd where it can be read, else as written), site, url, language. May hold signs
   * that no record can keep (U+0000, halves of characters): whoever stores them replaces these, and says so. */
  facts: Record<string, string>;
  /** Lower case WHATWG name ("windows-1252"), or the usual name where WHATWG has none ("utf-32le", "ibm855"). */
  encoding: string;
  encodingSource: EncodingSource;
  /** The line ends of the file, before they became LF. */
  lineEnds: LineEnds;
  /** Language tag, only where the file declares one. */
  language?: string;
  direction: Direction;
  warnings: ImportWarning[];
};

/** How sure an importer is that a file is one of its own, the least sure first. */
export const certainties = [
  /** It is another importer's, whatever its name says. */
  'no',
  /** Its name alone speaks for it. */
  'by name',
  /** It looks like files of this kind; a narrower format may be of the same kind, as an archive's pages are web pages. */
  'likely',
  /** It bears marks that files of this format alone have. */
  'certain',
] as const;
export type Certainty = (typeof certainties)[number];

/**
 * Turns the bytes of one file into documents. Pure: the same bytes and options always give the same documents, so that
 * an import can be explained and replayed. `version` grows whenever the result for some file changes.
 * What else is to be known of it stands under its id in `src/shared`: its endings and own options in `model/importers.ts`,
 * its words in `words`.
 */
export type Importer = {
  id: ImporterId;
  version: number;
  /**
   * How sure it is that a file is its own, by the name and the first bytes (`headLength` at most). It is asked only about
   * files whose ending is among its own.
   */
  recognises(head: ImportSource): Certainty;
  /** Throws AppError file-empty, file-binary, file-unsupported, file-too-large or file-damaged. */
  read(source: ImportSource, options: ImportOptions): Promise<ImportedDocument[]> | ImportedDocument[];
};
