import { count, number } from '../format.ts';

/** Texts, codes or values one after the other: `a, b, c`. */
function listed(parts: readonly (string | number)[]): string {
  return parts.join(', ');
}

/** What SPSS declares in place of all that was asked for. */
function declaredInSpss(declared: readonly number[]): string {
  return `SPSS can declare three missing values or a range and one value; ${listed(declared)} are declared`;
}

/** What is said of tables: why one cannot be read, and what a format cannot hold. */
export const tablesWords = {
  /** `reason`: what is wrong in the line. */
  atLine: ({ line, reason }: { line: number; reason: string }) => `line ${line}: ${reason}`,
  noRows: 'the file holds no rows',
  moreCells: ({ cells, columns }: { cells: number; columns: number }) =>
    `${cells} cells, but the header names ${columns} ${columns === 1 ? 'column' : 'columns'}`,
  quoteLeftOpen: 'a quote is opened and never closed',
  quoteInCell: 'a quote in the middle of a cell that is not quoted',
  textAfterQuote: 'more text after the quote that closes a cell',

  notCodingLine: 'not a JSON object; write one {"document", "start", "end", "code"} on each line',
  notObject: 'not a JSON object',
  /** `fault`: what is wrong with the value of the field. */
  atField: ({ field, fault }: { field: string; fault: string }) => `${field}: ${fault}`,

  notNumberInRange: ({ written }: { written: string }) =>
    `“${written}” is not a number. Mend the range of the article fact.`,
  notDayInRange: ({ written }: { written: string }) =>
    `“${written}” is not a day, written YYYY-MM-DD. Mend the range of the article fact.`,

  /** The rows of a kind of trouble that were not named one by one. `kind`: the trouble, as one of the kinds below. */
  moreRows: ({ kind, more, last }: { kind: string; more: number; last: number }) =>
    `${kind}: in ${more === 1 ? 'one more row' : `${more} more rows`}, the last of them row ${last}`,

  kindHalves: 'halves of characters',
  halfCharacter: 'the text holds half of a character (a lone surrogate), which is written as U+FFFD',
  kindUnwritable: 'characters that cannot be written',
  nulCharacter: 'the text holds a NUL character, which is written as U+FFFD',

  kindNoNumbers: 'left missing: no numbers',
  noNumber: ({ cell }: { cell: string }) => `“${cell}” is not a number; left missing`,
  kindNotHeld: ({ program }: { program: string }) => `left missing: no numbers that ${program} can hold`,
  notHeld: ({ cell, program }: { cell: string; program: string }) =>
    `“${cell}” is not a number that ${program} can hold; left missing`,
  kindNoDates: 'left missing: not a date (YYYY-MM-DD)',
  noDate: ({ cell }: { cell: string }) => `“${cell}” is not a date (YYYY-MM-DD); left missing`,
  kindNoMoments: 'left missing: not a moment (ISO 8601)',
  noMoment: ({ cell }: { cell: string }) => `“${cell}” is not a moment (ISO 8601); left missing`,
  kindTooEarly: ({ program, day }: { program: string; day: string }) =>
    `left missing: before ${day}, where the dates of ${program} begin`,
  tooEarly: ({ cell, program, day }: { cell: string; program: string; day: string }) =>
    `“${cell}” is before ${day}, where the dates of ${program} begin; left missing`,
  firstDayOfSpss: '15 October 1582',
  firstDayOfStata: '1 January 100',

  /** In Parquet files. */
  kindNotNumber: 'not a number',
  kindNotWhole: 'not a whole number of 32 bits',
  notWhole: ({ cell }: { cell: string }) => `“${cell}” is not a whole number of 32 bits; left missing`,
  kindNotDate: 'not a date (YYYY-MM-DD)',
  kindNotMoment: 'not a moment (ISO 8601)',

  labelledTwice: ({ value, first, second }: { value: number; first: string; second: string }) =>
    `value ${value} is labelled twice, “${first}” and “${second}”; the second is left out`,
  valueLabelCut: ({ value, mostBytes, label }: { value: number; mostBytes: number; label: string }) =>
    `the label of value ${value} is cut to ${count(mostBytes, 'byte', 'bytes')}: “${label}”`,
  /** Two values of one label, of which that of the second value is written another way. */
  labelsAlike: ({ first, second, label, written }: { first: number; second: number; label: string; written: string }) =>
    `values ${first} and ${second} have one label, “${label}”; that of ${second} is written “${written}”`,

  stataTooManyVariables: ({ variables }: { variables: number }) =>
    `A Stata file holds at most 32,767 variables, but the table has ${variables}; choose fewer columns.`,
  stataFileLabelCut: 'the label of the file is cut to 80 characters',
  stataLabelCut: ({ label }: { label: string }) =>
    `the label is cut to 80 characters, “${label}”; the whole is kept as a note`,
  stataEmptyTexts: 'empty texts and missing ones look alike in the file: Stata has no missing text',
  stataMissingLost: ({ codes }: { codes: readonly number[] }) =>
    `Stata has 26 kinds of missing values; ${listed(codes)} ${codes.length === 1 ? 'becomes' : 'become'} “.” without a label`,
  stataTextLabels: 'Stata labels numbers only: the labels of this text variable are left out',
  stataMissingTexts: 'Stata has no missing texts: missing codes stay in the column as their digits',
  stataLabelLost: ({ label, value }: { label: string; value: number }) =>
    `Stata labels whole numbers only: the label “${label}” of ${value} is left out`,
  /** A note in the file. `meanings`: each as `.a = 99 (refused)`. */
  stataMissingNote: ({ meanings }: { meanings: readonly string[] }) => `Missing values: ${meanings.join('; ')}`,

  spssFileLabelCut: 'the label of the file is cut to 64 bytes',
  spssLabelCut: ({ label }: { label: string }) => `the label is cut to 255 bytes: “${label}”`,
  spssDateLabels: 'labels of dates are kept as a note: R would take a date with labels for a number',
  spssLabelLost: ({ label }: { label: string }) => `the label “${label}” belongs to no number; left out`,
  spssEmptyTexts: 'empty texts and missing ones look alike in the file: SPSS has no missing text',
  spssLongMissingTexts: ({ mostBytes, codes }: { mostBytes: number; codes: readonly number[] }) => {
    const stand = codes.length === 1 ? 'stands in the data as a valid text' : 'stand in the data as valid texts';
    return `SPSS knows missing texts of up to ${mostBytes} bytes; ${listed(codes)} ${stand}`;
  },
  spssMissingTexts: ({ declared, lost }: { declared: readonly number[]; lost: readonly number[] }) =>
    `${declaredInSpss(declared)}, but not ${listed(lost)}: texts have no ranges`,
  spssMissingNumbers: ({ declared, lost }: { declared: readonly number[]; lost: readonly number[] }) =>
    `${declaredInSpss(declared)}, but not ${listed(lost)}: valid values lie between the codes`,
  kindBlanksAtEnd: 'blanks at the end of texts',
  blanksAtEnd: 'blanks at the end of the text are lost: SPSS fills texts with blanks',
  kindLongTexts: 'texts longer than 32,767 bytes',
  spssTextCut: 'the text is cut to 32,767 bytes, the longest that SPSS holds',

  kindNotHeldByExcel: 'numbers that Excel cannot hold',
  notHeldByExcel: ({ cell }: { cell: number }) => `Excel cannot hold ${cell}; it is written as text`,
  kindNoDatesInExcel: 'cells that are no dates',
  noDateInExcel: ({ cell }: { cell: string }) => `“${cell}” is not a date; it is written as text`,
  kindTooEarlyForExcel: 'dates before 1 March 1900, where the dates of Excel begin',
  tooEarlyForExcel: ({ cell }: { cell: string }) =>
    `“${cell}” is before 1 March 1900, where the dates of Excel begin; it is written as text`,
  kindTooLongForExcel: ({ most }: { most: number }) => `texts longer than ${number(most)} characters`,
  excelTextCut: ({ most }: { most: number }) =>
    `the text is cut to ${number(most)} characters, the longest that Excel holds in a cell`,
} as const;
