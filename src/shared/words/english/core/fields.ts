type Choice = { value: number; label: string };

const choicesTold = 12;

function choicesWords(choices: readonly Choice[]): string {
  if (choices.length === 0) return 'it has none yet';
  const told = choices.slice(0, choicesTold).map(({ value, label }) => `${value} ${label}`);
  return choices.length > choicesTold ? `${told.join(', ')}, …` : told.join(', ');
}

function rangeWords(minimum: number | null, maximum: number | null): string {
  if (minimum !== null && maximum !== null) return `${minimum} to ${maximum}`;
  if (minimum !== null) return `${minimum} or more`;
  return maximum !== null ? `${maximum} or less` : 'any number';
}

const givenWords: Readonly<Record<string, string>> = {
  text: 'give text',
  date: 'give a date',
  entity: 'give an entity',
};

type Comparison = 'equal' | 'not-equal' | 'at-least' | 'at-most' | 'has' | 'answered';

const comparisons: Readonly<Record<Comparison, string>> = {
  equal: '=',
  'not-equal': '≠',
  'at-least': '≥',
  'at-most': '≤',
  has: 'has',
  answered: 'is answered',
};

/** What is said of what records and calls must be. Most are ends of sentences, without their full stop. */
export const fieldsWords = {
  notAnId: 'not an id',
  needsName: 'a name is needed',
  nameTooLong: ({ most }: { most: number }) => `a name has at most ${most} characters`,
  separatorInName: 'a code name cannot contain “ / ”, which separates the levels of a path',
  notADigit: 'a pinned key is one digit, 0 to 9',
  notAFile: 'not a file reference',
  slashInFileName: 'a file name has no slashes',
  notAFileName: 'not a file name',
  reservedFileName: 'Windows keeps this name for itself; choose another',
  packageName: 'a package’s file name ends in .zip',
  emptyText: 'a text cannot be empty',
  endTooFar: ({ most }: { most: number }) => `the end is not ${most} units or less behind the start`,

  // Signs and nesting that nothing can keep.
  it: ({ fault }: { fault: string }) => `it ${fault}`,
  nulSign: 'holds the sign U+0000 (NUL), which no text can keep; take it out',
  halfCharacter: 'holds half of a character (a lone surrogate), which no file can keep; take it out',
  badText: ({ field, fault }: { field: string; fault: string }) => `${field === '' ? 'the text' : field}: it ${fault}`,
  badKey: ({ field, fault }: { field: string; fault: string }) =>
    `${field === '' ? 'a key' : `a key of ${field}`} ${fault}`,
  jsonBreaksOff: 'it breaks off before its end',
  jsonWrongSign: ({ sign }: { sign: string }) => `“${sign}” stands where it cannot`,
  jsonGoesWrong: ({ line, character }: { line: number; character: number }) =>
    `it goes wrong in line ${line}, at character ${character}`,
  tooDeep: ({ most }: { most: number }) => `lists and objects stand within one another more than ${most} deep`,
  noValue: 'A message needs a value: undefined is not plain JSON.',
  cannotRide: ({ reason }: { reason: string }) => `This cannot ride in a message: ${reason}.`,
  valueCannotRide: ({ key }: { key: string }) =>
    `The value of “${key}” cannot ride in a message: it is not plain JSON.`,
  taskCancelled: ({ task }: { task: string }) => `${task}: cancelled`,

  // What is wrong with a field of a package.
  isNoId: 'is no id',
  isNoWholeNumber: 'is no whole number',
  isNoNumber: 'is no number',
  isNoText: 'is no text',
  isNoHash: 'is no hash',
  isMissing: 'is missing',

  // What a variable allows.
  choices: ({ choices }: { choices: readonly Choice[] }) => choicesWords(choices),
  range: ({
    minimum,
    maximum,
    choices,
  }: {
    minimum: number | null;
    maximum: number | null;
    choices: readonly Choice[];
  }) => {
    const range = rangeWords(minimum, maximum);
    return choices.length === 0 ? range : `${range}, ${choicesWords(choices)}`;
  },
  day: 'YYYY-MM-DD',
  entryOf: ({ list }: { list: string }) => `an entry of “${list}”`,
  anyText: 'any text',

  // What is wrong with an answer.
  give: ({ level }: { level: string }) => givenWords[level] ?? level,
  noText: 'there is no text; say that it is absent, or clear the answer',
  giveNumber: 'give a number',
  giveList: 'give a list of values',
  chooseOne: 'choose one at least, or say that there is none (absent)',
  noneOfValues: ({ value, allowed }: { value: number; allowed: string }) =>
    `${value} is none of its values (${allowed})`,
  wordNoneOfValues: ({ value, allowed }: { value: string; allowed: string }) =>
    `“${value}” is none of its values (${allowed})`,
  outOfRange: ({ value, allowed }: { value: number; allowed: string }) => `${value} is outside its range (${allowed})`,
  notANumber: ({ value }: { value: string }) => `“${value}” is not a number`,
  notADate: ({ value }: { value: string }) => `“${value}” is not a date; write YYYY-MM-DD`,
  noYearZero: 'there is no year 0; years are written from 0001 on',
  noSuchDay: ({ value }: { value: string }) => `there is no day ${value}`,
  noSuchEntry: ({ list }: { list: string }) => `there is no such entry in the list “${list}”`,

  // What is wrong with a variable.
  needsCode: 'a variable of passages needs the code whose passages it is asked for',
  codeOfNoPassages: 'only a variable of passages belongs to a code',
  rangeReversed: ({ minimum, maximum }: { minimum: number; maximum: number }) =>
    `its least value (${minimum}) is greater than its greatest (${maximum})`,
  valueTwice: ({ value }: { value: number }) => `the value ${value} stands for two things`,
  labelTwice: ({ label }: { label: string }) => `two of its values are called “${label}”`,
  labelNotMissing: ({ label }: { label: string }) =>
    `“${label}” is not marked as missing; of numbers only missing codes have a label`,
  badFallback: ({ fault }: { fault: string }) => `the value for an unanswered question: ${fault}`,
  ruleAsksMissing: 'its rule asks a variable that is not there',
  ruleAsksElsewhere: ({ name }: { name: string }) =>
    `its rule asks “${name}”, which belongs to passages of another kind`,
  ruleHasOfOne: ({ name }: { name: string }) => `its rule asks what “${name}” has, which has one value only`,
  ruleCompares: ({ name }: { name: string }) => `its rule compares “${name}”, which is neither a number nor a date`,
  ruleInCircle: 'its rule goes in a circle: it would be asked only when it is asked',

  // Codes in their tree.
  levels: ({ path, levels, most }: { path: string; levels: number; most: number }) =>
    `“${path}” has ${levels} levels; codes have ${most} at most`,
  nearerToTop: ({ fault }: { fault: string }) => `${fault}. Choose a place nearer to the top.`,
  codeGone: 'This code is no longer in the codebook.',
  parentGone: 'The code to move under is no longer in the codebook.',
  siblingGone: 'The code to stand before is not there.',
  underItself: ({ name }: { name: string }) => `“${name}” cannot go under itself or a code below it`,

  // How the fields of a codebook read, where two codebooks are compared.
  yes: 'yes',
  no: 'no',
  choice: ({ value, label, missing, help }: Choice & { missing: boolean; help: string }) =>
    `${value} ${label}${missing ? ' (missing)' : ''}${help === '' ? '' : `: ${help}`}`,
  severalValues: ({ values }: { values: readonly number[] }) => values.join(', '),
  test: ({ name, is, value }: { name: string; is: Comparison; value: number | string | null }) =>
    is === 'answered' ? `${name} ${comparisons[is]}` : `${name} ${comparisons[is]} ${value}`,
  rule: ({ tests, match }: { tests: readonly string[]; match: 'all' | 'any' }) =>
    tests.join(match === 'all' ? ' and ' : ' or '),
} as const;
