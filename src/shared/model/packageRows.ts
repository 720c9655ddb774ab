/**
 * The records that a package carries, table by table as the project file keeps them, so that what comes back is what went
 * out. `id` is a UUID as text; `hash` 32 hexadecimal digits; `json` any value; a `?` after it allows null.
 */
export type FieldKind =
  'id' | 'id?' | 'integer' | 'integer?' | 'number?' | 'text' | 'text?' | 'hash' | 'json' | 'json?';

export type Fields = Readonly<Record<string, FieldKind>>;

/** A record as JSON has it, by field. */
export type PackageRow = Record<string, unknown>;

/** In the order in which they can be written: what is referred to comes first. */
export const packageTables = {
  coder: { id: 'id', name: 'text', kind: 'text', created: 'integer' },
  exclusive_set: { id: 'id', name: 'text', rule: 'text', created: 'integer' },
  code: {
    id: 'id',
    parent: 'id?',
    name: 'text',
    definition: 'text',
    hue: 'integer',
    pattern: 'text',
    key: 'text?',
    position: 'integer',
    include: 'text',
    exclude: 'text',
    archived: 'integer',
    exclusive_set: 'id?',
    created: 'integer',
    modified: 'integer',
  },
  variable: {
    id: 'id',
    scope: 'text',
    code: 'id?',
    name: 'text',
    label: 'text',
    help: 'text',
    level: 'text',
    choices: 'json',
    required: 'integer',
    minimum: 'number?',
    maximum: 'number?',
    show_if: 'json?',
    fallback: 'json?',
    entity_list: 'text',
    archived: 'integer',
    position: 'integer',
    created: 'integer',
  },
  entity: { id: 'id', list: 'text', name: 'text', attributes: 'json', created: 'integer' },
  codebook_version: { id: 'id', number: 'integer', note: 'text', coder: 'id?', content: 'json', created: 'integer' },
  round: { id: 'id', name: 'text', kind: 'text', mode: 'text', note: 'text', position: 'integer', created: 'integer' },
  recipe: { id: 'id', name: 'text', content: 'json', created: 'integer', modified: 'integer' },
  document: {
    id: 'id',
    name: 'text',
    position: 'integer',
    path: 'text',
    language: 'text',
    direction: 'text',
    created: 'integer',
  },
  example: {
    id: 'id',
    code: 'id',
    quote: 'text',
    document: 'id?',
    start: 'integer?',
    end: 'integer?',
    position: 'integer',
    created: 'integer',
  },
  assignment: { id: 'id', round: 'id', document: 'id', coder: 'id', created: 'integer' },
  progress: {
    id: 'id',
    document: 'id',
    coder: 'id',
    status: 'text',
    reason: 'text',
    version: 'integer',
    created: 'integer',
    modified: 'integer',
  },
  annotation: {
    id: 'id',
    document: 'id',
    code: 'id',
    coder: 'id',
    start: 'integer',
    end: 'integer',
    quote_hash: 'hash',
    memo: 'text',
    version: 'integer',
    created: 'integer',
    modified: 'integer',
  },
  link: {
    id: 'id',
    document: 'id',
    source: 'id',
    target: 'id',
    relation: 'text',
    coder: 'id',
    created: 'integer',
  },
  answer: {
    id: 'id',
    document: 'id',
    annotation: 'id?',
    variable: 'id',
    coder: 'id?',
    state: 'text',
    value: 'text',
    evidence: 'json',
    version: 'integer',
    created: 'integer',
    modified: 'integer',
  },
} as const satisfies Record<string, Fields>;

/** Fields that packages of earlier programs do not have, with what they then hold. */
export const laterFields: Readonly<Partial<Record<PackageTable, PackageRow>>> = { round: { note: '' } };

export type PackageTable = keyof typeof packageTables;

/** The tables in their order. */
export const packageTableNames = Object.keys(packageTables) as PackageTable[]; // the keys of a constant

/** Which field of a table names a record of which other one. */
export const packageReferences: Readonly<Record<PackageTable, Readonly<Record<string, PackageTable>>>> = {
  coder: {},
  exclusive_set: {},
  code: { parent: 'code', exclusive_set: 'exclusive_set' },
  variable: { code: 'code' },
  entity: {},
  codebook_version: { coder: 'coder' },
  round: {},
  recipe: {},
  document: {},
  example: { code: 'code', document: 'document' },
  assignment: { round: 'round', document: 'document', coder: 'coder' },
  progress: { document: 'document', coder: 'coder' },
  annotation: { document: 'document', code: 'code', coder: 'coder' },
  link: { document: 'document', source: 'annotation', target: 'annotation', coder: 'coder' },
  answer: { document: 'document', annotation: 'annotation', variable: 'variable', coder: 'coder' },
};

/** What is wrong with a value of this kind, in words; null: nothing. */
export function fieldFault(kind: FieldKind, value: unknown): string | null {
  if (kind.endsWith('?') && value === null) return null;
  switch (kind) {
    case 'id':
    case 'id?':
      return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(value)
        ? null
        : 'is no id';
    case 'integer':
    case 'integer?':
      return Number.isSafeInteger(value) ? null : 'is no whole number';
    case 'number?':
      return typeof value === 'number' ? null : 'is no number';
    case 'text':
    case 'text?':
      return typeof value === 'string' ? null : 'is no text';
    case 'hash':
      return typeof value === 'string' && /^[0-9a-f]{32}$/u.test(value) ? null : 'is no hash';
    case 'json':
    case 'json?':
      return value === undefined ? 'is missing' : null;
  }
}
