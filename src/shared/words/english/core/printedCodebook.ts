const levels = {
  nominal: 'nominal',
  ordinal: 'ordinal',
  interval: 'interval',
  ratio: 'ratio',
  text: 'text',
  date: 'date',
  multiple: 'multiple',
  entity: 'entity',
} as const;

const comparisons = {
  equal: 'is',
  'not-equal': 'is not',
  'at-least': 'is at least',
  'at-most': 'is at most',
  has: 'has',
} as const;

/** What a codebook that is printed, or read on a page, says around the texts of its codes and variables. */
export const printedCodebookWords = {
  codes: 'Codes',
  variables: 'Variables',

  /** What stands before a text. */
  definition: 'Definition',
  include: 'Include',
  exclude: 'Exclude',
  example: 'Example',
  exclusive: 'Mutually exclusive',
  key: 'Key',
  status: 'Status',
  question: 'Question',
  askedFor: 'Asked for',
  level: 'Level',
  help: 'Help',
  values: 'Values',
  range: 'Range',
  list: 'List',
  showIf: 'Only if',
  fallback: 'Otherwise',
  beforeText: ({ label }: { label: string }) => `${label}: `,

  exclusiveSet: ({ name, rule }: { name: string; rule: 'refuse' | 'warn' }) =>
    `${name} (${rule === 'refuse' ? 'only one of them is allowed' : 'more than one is warned of'})`,
  anchor: ({ document, start, end }: { document: string; start: number; end: number }) =>
    `(${document}, ${start}–${end})`,
  archived: 'archived',

  fact: 'article fact',
  wholeDocument: 'the whole document',
  passagesOf: ({ code }: { code: string }) => `passages of ${code}`,
  levelOf: ({ level, required }: { level: keyof typeof levels; required: boolean }) =>
    `${levels[level]}${required ? ', required' : ''}`,
  /** One value of a variable; `help` may be ''. */
  choice: ({ value, label, missing, help }: { value: number; label: string; missing: boolean; help: string }) =>
    `${value} = ${label}${missing ? ' (missing)' : ''}${help === '' ? '' : `: ${help}`}`,
  /** '' where neither is set. */
  bounds: ({ minimum, maximum }: { minimum: number | null; maximum: number | null }) =>
    [minimum === null ? '' : `from ${minimum}`, maximum === null ? '' : `to ${maximum}`].filter(Boolean).join(' '),

  isAnswered: ({ variable }: { variable: string }) => `${variable} is answered`,
  compares: ({ variable, is, value }: { variable: string; is: keyof typeof comparisons; value: number | string }) =>
    `${variable} ${comparisons[is]} ${value}`,
  allOf: ({ tests }: { tests: readonly string[] }) => tests.join(' and '),
  anyOf: ({ tests }: { tests: readonly string[] }) => tests.join(' or '),
} as const;
