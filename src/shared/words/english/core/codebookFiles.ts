import { once } from '../../once.ts';
import { locale } from '../format.ts';
const either = once(() => new Intl.ListFormat(locale, { type: 'disjunction' }));

/** A number in plain digits with what is counted. */
function count(value: number, one: string, many: string): string {
  return `${value} ${value === 1 ? one : many}`;
}

/** What has a choice of words, in a sentence. */
const choices = { pattern: 'a pattern', rule: 'a rule', scope: 'a scope', level: 'a level' } as const;
/** Cells and keys that hold a text, in a sentence. */
const texts = {
  definition: 'the definition',
  include: 'the include',
  exclude: 'the exclude',
  example: 'the example',
  description: 'the description',
  label: 'the label',
  help: 'the help',
  fallback: 'the fallback',
} as const;
const numbers = { minimum: 'the minimum', maximum: 'the maximum', fallback: 'the fallback' } as const;
const items = { code: 'code', set: 'set', variable: 'variable' } as const;

export type ChoiceName = keyof typeof choices;
export type TextName = keyof typeof texts;
export type NumberName = keyof typeof numbers;
export type ItemName = keyof typeof items;

/** What is said of codebook files: reading them, and what is lost in writing them. */
export const codebookFilesWords = {
  /** Places in a file, as people count there. */
  row: ({ row }: { row: number }) => `row ${row}`,
  variablesRow: ({ row }: { row: number }) => `variables row ${row}`,
  line: ({ line }: { line: number }) => `line ${line}`,
  item: ({ kind, number }: { kind: ItemName; number: number }) => `${items[kind]} ${number}`,
  header: 'header',

  at: ({ place, reason }: { place: string; reason: string }) => `${place}: ${reason}`,
  /** The refusal of a file for one fault, and for several: the first one, and where the next few are. */
  unchanged: ({ reason }: { reason: string }) => `${reason}. Nothing was changed.`,
  severalFaults: ({ first, more, places }: { first: string; more: number; places: readonly string[] }) =>
    `${first} (and ${more} more: ${places.join(', ')}${more > places.length ? ' …' : ''}). Nothing was changed.`,

  endings: ({ name }: { name: string }) =>
    `${name}: a codebook file ends in .csv, .json or .qdc; to print it, .html or .docx`,
  onlyWritten: 'this is a document for people; a codebook is read from .csv, .json or .qdc',
  empty: 'the file is empty',
  notUtf8: 'not UTF-8. Save it as UTF-8 (Excel: “CSV UTF-8”) and try again',

  noPathColumn: 'the table needs a column “path”, or a column “name” (with “parent” for nested codes)',
  pathAndParent: 'paths and a column “parent” both say what stands above a code; leave one of them out',
  anchorWithoutExample: 'a column “anchor” says where the examples of a column “example” stand',
  noVariableColumns: 'a table of variables needs the columns “name” and “level”',
  columnTwice: ({ column }: { column: string }) => `the column “${column}” stands there twice`,
  columnUnknown: ({ column, known }: { column: string; known: readonly string[] }) =>
    `the column “${column}” is unknown and would be lost; known are ${known.join(', ')}`,
  noAnswerColumns: ({ columns }: { columns: readonly string[] }) =>
    `there is no column ${columns.map((name) => `“${name}”`).join(' and ')}; the header must name document, variable and value`,
  noDocument: 'no document is named',
  noVariable: 'no variable is named',
  badValue: ({ fault }: { fault: string }) => `the value ${fault}`,

  noName: 'the code has no name',
  separatorInName: ({ above }: { above: string }) =>
    `a name cannot contain “ / ”; put what is above “${above}” in the column “parent”`,
  noParent: ({ parent, name }: { parent: string; name: string }) => `there is no code “${parent}” above “${name}”`,
  severalParents: ({ parent, codes }: { parent: string; codes: number }) =>
    `“${parent}” may be one of ${codes} codes; write its whole path`,
  codesInCircle: ({ names }: { names: readonly string[] }) =>
    `the codes stand in a circle: ${names.map((name) => `“${name}”`).join(' below ')}`,
  codeTwice: ({ path, place }: { path: string; place: string }) =>
    `“${path}” stands already in ${place}; name each code once`,
  keyTaken: ({ key, holder }: { key: string; holder: string }) =>
    `the key ${key} belongs to “${holder}” already; give each key to one code`,
  setTwice: ({ name, place }: { name: string; place: string }) =>
    `the set “${name}” stands already in ${place}; name each set once`,
  noSet: ({ name }: { name: string }) => `there is no set “${name}”; list it, or take the code out of it`,
  ruleWithoutSet: 'a rule stands there without a set',
  twoRules: ({ name, rule, place }: { name: string; rule: string; place: string }) =>
    `the set “${name}” has the rule “${rule}” in ${place}, and another one here`,

  notAColor: ({ cell }: { cell: string }) =>
    `“${cell}” is not a colour; write 1 to 12 (a place in the palette) or #rrggbb`,
  notAChoiceOf: ({ cell, what, words }: { cell: string; what: ChoiceName; words: readonly string[] }) =>
    `“${cell}” is not ${choices[what]}; write ${either().format(words)}`,
  notAKey: ({ cell }: { cell: string }) => `“${cell}” is not a key; write one digit, 0 to 9`,
  notYesOrNo: ({ cell }: { cell: string }) => `“${cell}” is neither yes nor no`,
  notANumber: ({ cell, what }: { cell: string; what: NumberName }) => `${numbers[what]} “${cell}” is not a number`,
  notAnAnchor: ({ line }: { line: string }) => `“${line}” is no anchor; write “12-45 NAME OF THE DOCUMENT”, or “none”`,
  anchorsAndExamples: ({ lines, examples }: { lines: number; examples: number }) =>
    `lines of “anchor”: ${lines}, examples: ${examples}; write a line for each example, “none” where it has no place`,
  notAChoice: ({ line }: { line: string }) =>
    `“${line}” is not a choice; write a number and its label, as in “1 = Yes”`,
  notAShowIfRule: ({ cell }: { cell: string }) =>
    `“${cell}” is not a show-if rule; write it as in: all of: "tone" >= 1; "topics" has 3`,
  badText: ({ what, fault }: { what: TextName; fault: string }) => `${texts[what]} ${fault}`,
  textTooLong: ({ what, characters, most }: { what: TextName; characters: number; most: number }) =>
    `${texts[what]} has ${characters} characters; at most ${most} are kept`,

  /** How a sentence speaks of a variable. */
  factNamed: ({ name }: { name: string }) => `the article fact “${name}”`,
  variableNamed: ({ name }: { name: string }) => `“${name}”`,
  variableOfCode: ({ name, code }: { name: string; code: string }) => `“${name}” of “${code}”`,
  variableTwice: ({ variable, place }: { variable: string; place: string }) =>
    `the variable ${variable} stands already in ${place}; name each one once`,
  noCodeOfVariable: ({ code }: { code: string }) => `there is no code “${code}” to which the variable could belong`,
  ruleAsksMissing: ({ variable }: { variable: string }) => `the show-if rule asks for ${variable}, which is missing`,
  rulesInCircle: ({ variables }: { variables: readonly string[] }) =>
    `show-if rules go in a circle: ${variables.join(' → ')}`,
  passageNeedsCode: 'a passage variable needs the code that it belongs to',
  codeOfDocumentVariable: 'a document variable has no code',
  codeOfFact: 'a fact variable has no code',
  choiceTwice: ({ value }: { value: number }) => `the choice ${value} stands there twice`,
  minimumAboveMaximum: ({ minimum, maximum }: { minimum: number; maximum: number }) =>
    `the minimum ${minimum} is greater than the maximum ${maximum}`,
  badFallback: ({ fallback, level }: { fallback: string; level: string }) =>
    `${fallback} cannot be the fallback of a variable of the level ${level}`,

  notACodebook: 'this is not a Galley codebook ({ "galley": "codebook", "version": 2, "codes": [ … ] })',
  newerFormat: ({ version }: { version: number }) =>
    `version ${version} of the codebook format is not known here; a newer Galley reads it`,
  notJson: ({ reason }: { reason: string }) => `not valid JSON: ${reason}`,

  encodingUnknown: ({ encoding }: { encoding: string }) => `the encoding “${encoding}” is not known`,
  notOfEncoding: ({ encoding }: { encoding: string }) => `the bytes are not ${encoding}`,
  notXml: ({ reason }: { reason: string }) => `not well-formed XML: ${reason}`,
  documentType: 'the file has a document type (<!DOCTYPE …>), which codebooks do not need and Galley does not read',
  refiProject: 'this is a REFI-QDA project, not a codebook',
  firstElement: ({ element }: { element: string }) =>
    `the first element is <${element}>, where a REFI-QDA codebook has <CodeBook>`,
  foreignNamespace: ({ namespace }: { namespace: string }) =>
    `the namespace “${namespace}” is not that of a REFI-QDA codebook`,
  tooDeep: ({ most }: { most: number }) => `elements are nested more than ${most} deep`,
  noElements: 'the file has no elements',
  elementMisplaced: ({ element, within }: { element: string; within: string }) =>
    `<${element}> has no place in <${within}>, and would be lost`,
  guidTwice: ({ guid, place }: { guid: string; place: string }) => `the GUID ${guid} stands already in ${place}`,
  inOtherSet: ({ code, set }: { code: string; set: string }) =>
    `“${code}” is in the set “${set}” already; a code has one`,
  qdcNeedsCode: 'A REFI-QDA codebook needs a code. Make one, or choose another format.',

  /** What of a file was taken in another way than it is written. */
  takenForName: ({ column }: { column: string }) => `the column “${column}” was taken for the name`,
  takenForPath: ({ column }: { column: string }) => `the column “${column}” was taken for the path`,
  takenForDefinition: ({ column }: { column: string }) => `the column “${column}” was taken for the definition`,
  countsLeftOut: ({ column }: { column: string }) => `the column “${column}” counts what was coded, and was left out`,
  takenForBorder: ({ sign, column }: { sign: string; column: string }) =>
    `“${sign}” in “${column}” was taken for the border between levels`,
  colorUnknown: ({ color }: { color: string }) => `the colour “${color}” is not known; the code gets one of ours`,
  colorReadAs: ({ written, color }: { written: string; color: string }) =>
    `the colour “${written}” was read as ${color}`,
  noGuid: 'the code has no GUID; the code is taken without it',
  notAGuid: ({ guid }: { guid: string }) => `“${guid}” is not a GUID; the code is taken without it`,
  memberMissing: ({ set, guid }: { set: string; guid: string }) =>
    `the set “${set}” names the code ${guid}, which is missing; it is left out`,
  calledWithoutSeparator: ({ written, name }: { written: string; name: string }) =>
    `“${written}” is called “${name}”, as “ / ” separates levels`,
  calledOtherwise: ({ name, own }: { name: string; own: string }) =>
    `“${name}” stands there twice; this one is called “${own}”`,
  wasNotForCoding: ({ name }: { name: string }) => `“${name}” was not for coding there; here any code can be applied`,
  /** The line in a code's definition that keeps a group of another program. */
  group: ({ name, description }: { name: string; description: string }) =>
    `Set: ${name}${description === '' ? '' : ` — ${description}`}`,

  /** What a format cannot hold. */
  lostAnchors: ({ examples }: { examples: number }) =>
    count(examples, 'example keeps its words, but not the place', 'examples keep their words, but not the places'),
  lostVariables: ({ variables }: { variables: number }) =>
    count(variables, 'variable is left out', 'variables are left out'),
  lostStripes: ({ codes }: { codes: number }) => count(codes, 'code loses its stripes', 'codes lose their stripes'),
  lostKeys: ({ codes }: { codes: number }) => count(codes, 'code loses its key', 'codes lose their keys'),
  lostArchived: ({ codes }: { codes: number }) =>
    count(codes, 'archived code looks like any other', 'archived codes look like any other'),
  lostCharacters: ({ characters }: { characters: number }) =>
    count(
      characters,
      'control character, which XML cannot hold, becomes �',
      'control characters, which XML cannot hold, become �',
    ),
  notReadBack: 'This document is for people: Galley cannot read it back',
} as const;
