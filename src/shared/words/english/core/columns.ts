import { count } from '../format.ts';

type Unit = 'paragraph' | 'sentence';

const fromText = 'Counted in Unicode code points of the document’s text, from 0.';

/** What tables say of their columns: labels, notes, and the pages and scripts that explain them. */
export const columnsWords = {
  no: 'no',
  yes: 'yes',
  documentLabel: 'Document',
  documentNote: 'The document’s name, or its id where several documents have the same name.',
  documentIdLabel: 'Document id',
  documentIdNote: 'Never changes.',
  charactersLabel: 'Characters',
  charactersNote: 'Unicode code points of the text.',
  codingsLabel: 'Codings',
  codingsNote: 'Of all codes and coders together.',
  codersLabel: 'Coders',
  codersNote: 'How many coders coded it, answered about it, or said how far they are with it.',
  coderLabel: 'Coder',
  coderIdLabel: 'Coder id',
  statusLabel: 'Status',
  statusNote: 'How far the coder is with the document: to-do, working, done, set-aside.',
  startLabel: 'Start',
  startNote: ({ what }: { what: Unit | 'passage' }) => `${fromText} The first character of the ${what}.`,
  endLabel: 'End',
  endNote: ({ what }: { what: Unit | 'passage' }) => `${fromText} The first character after the ${what}.`,
  unitLabel: ({ unit }: { unit: Unit }) => (unit === 'paragraph' ? 'Paragraph' : 'Sentence'),
  unitNote: ({ unit }: { unit: Unit }) =>
    `Its number in the document, from 1. ${unit === 'paragraph' ? 'Paragraphs' : 'Sentences'} without text are not counted.`,
  textLabel: 'Text',
  textNote: ({ unit }: { unit: Unit }) => `The words of the ${unit}.`,
  codeLabel: 'Code',
  codeNote: 'Path in the codebook, levels joined by “ / ”.',
  codeIdLabel: 'Code id',
  codeIdNote: 'Never changes, even when the code is renamed.',
  quoteLabel: 'Quotation',
  quoteNote: 'The coded words: the text from start to end.',
  memoLabel: 'Memo',
  memoNote: 'What the coder noted about this coding.',
  createdLabel: 'Coded at',
  modifiedLabel: 'Last changed at',
  momentNote: 'ISO 8601, UTC.',
  madeByNote: ({ what }: { what: 'statement' | 'coding' }) =>
    `How many coders made this ${what}: the same code on the same passage.`,
  coderNamesLabel: 'Names of the coders',
  coderNamesNote: 'Separated by “; ”.',
  codedLabel: 'Coded so',
  codedNote: 'Whether this coder put this code on this passage; empty where the coder has not begun with the document.',

  factNote: 'Article fact; empty where it is not known.',
  absent: 'absent',
  notApplicable: 'not applicable',
  codersDiffer: 'coders differ',
  noLongerAsked: 'No longer asked.',
  pooledAnswer: 'The answer that all coders who answered give.',
  emptyNotCoded: 'Empty: not yet coded.',
  /** Where one answer has several columns. `part`: a choice, or an attribute of an entity. */
  labelOfPart: ({ label, part }: { label: string; part: string }) => `${label} – ${part}`,
  labelOfId: ({ label }: { label: string }) => `${label} – id`,

  none: 'none',
  atLeastOne: 'at least one',
  countLabel: ({ code }: { code: string }) => `Codings with ${code}`,
  anyLabel: ({ code }: { code: string }) => `Any coding with ${code}`,
  shareLabel: ({ code }: { code: string }) => `Share of characters with ${code}`,
  shareNote: '0 to 1; characters that are coded twice count once.',
  withCodesBelow: 'This code and all codes below it.',
  withoutCodesBelow: 'This code itself; codings with codes below it are not counted.',
  codingsThatTouch: ({ unit }: { unit: Unit }) => `Codings that touch the ${unit}.`,
  emptyNotBegun: 'Empty where nobody has begun with the document.',

  guardedTexts:
    'In the CSV file a value that a spreadsheet would run as a formula has an apostrophe before it, which is not part of the value.',
  dictionaryTitle: ({ table }: { table: string }) => `Data dictionary: ${table}`,
  extent: ({ rows, columns }: { rows: number; columns: number }) =>
    `${count(rows, 'row', 'rows')}, ${count(columns, 'column', 'columns')}`,
  nameIn: ({ program }: { program: string }) => `Name in ${program}`,
  type: 'Type',
  level: 'Level',
  source: 'Source',
  value: 'Value',
  label: 'Label',
  missing: 'missing',
  valuesOf: ({ values }: { values: string }) => `Values: ${values}`,

  /** In the scripts. R reads them in the encoding of the machine: they should do with letters of ASCII. */
  scriptAbout:
    'Loads a table that Galley exported, with types, labels and missing values, and counts one of its columns.',
  scriptRun: ({ command }: { command: string }) => `Run it in the folder of the data, or give the folder: ${command}`,
  scriptRowsBy: 'Rows by',
  scriptGuarded:
    'Texts that a spreadsheet would run as a formula have an apostrophe before them, which is no part of the text.',
  scriptPeriods:
    'Days and moments (UTC) as periods, which hold every year; to_timestamp() makes timestamps of those from 1678 to 2261.',
} as const;

/** Where columns come from, by their names in the data dictionary. */
export const columnSourceWords = {
  document: 'document',
  'article fact': 'article fact',
  unit: 'unit',
  coder: 'coder',
  coding: 'coding',
  code: 'code',
  'article question': 'article question',
  'passage question': 'passage question',
  entity: 'entity',
} as const;

export const columnTypeWords = {
  text: 'text',
  integer: 'integer',
  decimal: 'decimal',
  binary: 'binary',
  date: 'date',
  'date-time': 'date-time',
} as const;

export const columnLevelWords = { nominal: 'nominal', ordinal: 'ordinal', scale: 'scale' } as const;
