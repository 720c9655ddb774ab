/**
 * A table as statistics programs know it: variables with labels, levels and missing codes over rows of cells. The
 * writers of SPSS (`../sav`) and Stata (`../dta`) files take it. Plain data, no Galley in it.
 */

/** What one cell holds. `null` is missing without a reason (SPSS and Stata: system missing). */
export type Cell = number | string | null;

/** One row: as many cells as there are variables, in their order. */
export type Row = readonly Cell[];

/** Rows in batches of any size (about a thousand is good); batches keep the price of waiting small. */
export type Batches = Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>;

/**
 * Opens the rows from the beginning. Writers may open them more than once (measuring, data, long texts), so that a table
 * of any size needs constant memory. Every opening must give the same rows.
 */
export type TableSource = () => Batches;

export type ValueLabel = { value: number; label: string };

export type Variable = {
  /** Any text. What a format allows as a name is made of it by `cleanNames`. */
  name: string;
  /** One line that says what the variable is; '' for none. */
  label: string;
  /**
   * What its cells are: numbers; texts; dates as ISO `YYYY-MM-DD`; moments as ISO 8601 with `Z` or an offset (without
   * one they are UTC). Cells of any kind may hold one of the variable's missing codes as a number.
   */
  kind: 'number' | 'text' | 'date' | 'datetime';
  level: 'nominal' | 'ordinal' | 'scale';
  /** Digits to show after the point, 0 to 16. Left out: none where all values are whole, else 2. */
  decimals?: number;
  /** Labels of valid values. A text variable's values are taken as their digits. */
  valueLabels: readonly ValueLabel[];
  /** Codes that the user declared missing, with their labels ('' for none). There may be more than three. */
  missing: readonly ValueLabel[];
  /** More about the variable, such as the wording of the question. */
  note?: string;
  /** A text column is made at least so wide, in bytes of UTF-8. Left out: as wide as its longest text. */
  width?: number;
};

/** Something that the format could not hold, and what was done instead. */
export type Warning = {
  /** The variable's own name (not the cleaned one); `null` when the warning is about the whole table. */
  variable: string | null;
  /** 1 for the first row of data; `null` when the warning is not about a row. */
  row: number | null;
  message: string;
};

/** How a variable stands in the written file: what a data dictionary needs. */
export type WrittenColumn = {
  variable: Variable;
  /** The name in the file. */
  name: string;
  /** The type as the program calls it: `F8.2`, `A300`, `byte`, `strL` … */
  storage: string;
  /** The label of the variable in the file, maybe cut. */
  label: string;
  /** The value labels in the file, maybe cut or told apart; those of missing codes are in `missing`. */
  valueLabels: readonly ValueLabel[];
  /** Each declared missing code and how the file has it: `99` in SPSS, `.a` in Stata, `.` when its reason was lost. */
  missing: readonly (ValueLabel & { stored: string })[];
};

/** A file that is ready to be written. */
export type TableFile = {
  columns: readonly WrittenColumn[];
  /**
   * The bytes of the file in order, in chunks of about a megabyte. A chunk's memory is used again once the next is asked
   * for: who keeps it must copy it. Equal input gives equal bytes. Warnings about rows are given while this runs. Throws when the rows are not those that were measured.
   */
  write: (source: TableSource) => AsyncGenerator<Uint8Array, void>;
};

export type TableOptions = {
  /** When the file says that it was made: ISO `YYYY-MM-DDTHH:MM:SS…`. Given, not read from a clock. */
  created: string;
  /** The label of the whole table; '' for none. */
  label: string;
  /** Lines that describe the table, kept in the file. */
  documents: readonly string[];
  /** Told about everything that the format cannot hold. */
  warn: (warning: Warning) => void;
};
