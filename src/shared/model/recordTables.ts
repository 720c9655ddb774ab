import type { z } from 'zod';
import { exampleSchema, exclusiveSetSchema } from './codebook.ts';
import { disagreementSchema } from './disagreement.ts';
import { flag, id, integer, json, local, of, optional, part, text, written } from './recordTable.ts';
import type { Column, RecordTable } from './recordTable.ts';
import { annotationSchema, codeSchema, coderSchema, documentSchema } from './records.ts';
import { answerSchema, entitySchema, linkSchema, progressSchema, roundSchema, variableSchema } from './variables.ts';

/** Every kind of record, by its table. What is referred to comes first, but for a table that refers to itself. */
export const recordTables = {
  text: {
    kept: 'frozen',
    columns: {
      id: { kind: 'row' },
      sha256: { kind: 'bytes' },
      content: text,
      utf16_units: integer,
      code_points: integer,
    },
    sight: 'all',
  },
  original: {
    kept: 'frozen',
    columns: {
      id: { kind: 'row' },
      sha256: { kind: 'bytes' },
      size: integer,
      packing: text,
      text: { kind: 'row', optional: true, refers: 'text' },
      bytes: { kind: 'bytes', optional: true },
    },
    sight: 'all',
  },
  project: {
    kept: 'journaled',
    openActs: ['project', 'packages', 'history'],
    apart: true,
    columns: { id, name: text, created: integer },
    announced: { as: 'project', how: 'again' },
    sight: 'all',
  },
  coder: {
    kept: 'journaled',
    openActs: ['coders'],
    columns: { id, name: text, kind: text, created: integer },
    schema: coderSchema,
    packaged: 'coders',
    announced: { as: 'coder', how: 'records' },
    sight: 'all',
    held: { of: 'project', as: 'coders' },
  },
  exclusive_set: {
    kept: 'journaled',
    openActs: ['exclusiveSets'],
    apart: true,
    columns: { id, name: text, rule: text, created: integer },
    schema: exclusiveSetSchema,
    packaged: 'sets',
    announced: { as: 'exclusiveSet', how: 'records' },
    sight: 'all',
    held: { of: 'project', as: 'exclusiveSets', by: 'exclusiveSets.list' },
  },
  code: {
    kept: 'journaled',
    openActs: ['codebook', 'codes', 'templates'],
    columns: {
      id,
      parent: optional(of('code')),
      name: text,
      definition: written,
      hue: integer,
      pattern: text,
      key: optional(text),
      position: integer,
      include: written,
      exclude: written,
      archived: flag,
      exclusive_set: optional(of('exclusive_set')),
      created: integer,
      modified: integer,
    },
    schema: codeSchema,
    packaged: 'codes',
    announced: { as: 'code', how: 'records' },
    sight: 'all',
    held: { of: 'project', as: 'codes' },
  },
  variable: {
    kept: 'journaled',
    openActs: ['variables'],
    columns: {
      id,
      scope: text,
      code: optional(of('code')),
      name: text,
      label: written,
      help: written,
      level: text,
      choices: { kind: 'json', words: 'cleaned' },
      required: flag,
      minimum: { kind: 'number', optional: true },
      maximum: { kind: 'number', optional: true },
      show_if: optional(json),
      fallback: optional(json),
      entity_list: text,
      archived: flag,
      position: integer,
      created: integer,
    },
    schema: variableSchema,
    packaged: 'variables',
    announced: { as: 'variable', how: 'records' },
    sight: 'all',
    held: { of: 'project', as: 'variables', by: 'variables.list' },
  },
  entity: {
    kept: 'journaled',
    openActs: ['entities'],
    columns: { id, list: text, name: text, attributes: { kind: 'json', words: 'cleaned' }, created: integer },
    schema: entitySchema,
    packaged: 'entities',
    announced: { as: 'entity', how: 'records' },
    sight: 'all',
    held: { of: 'project', as: 'entities', by: 'entities.list' },
  },
  codebook_version: {
    kept: 'journaled',
    openActs: ['versions'],
    columns: {
      id,
      number: integer,
      note: written,
      coder: optional(of('coder')),
      content: { kind: 'json', words: 'cleaned' },
      created: integer,
    },
    packaged: 'versions',
    announced: { as: 'version', how: 'again' },
    sight: 'all',
    held: { of: 'project', as: 'versions', by: 'versions.list' },
  },
  round: {
    kept: 'journaled',
    openActs: ['rounds'],
    columns: {
      id,
      name: text,
      kind: text,
      mode: text,
      note: { kind: 'text', words: 'cleaned', packaged: { since: '' } },
      position: integer,
      created: integer,
    },
    schema: roundSchema,
    packaged: 'rounds',
    announced: { as: 'round', how: 'again' },
    sight: 'all',
    held: { of: 'project', as: 'rounds', by: 'rounds.list' },
  },
  recipe: {
    kept: 'journaled',
    openActs: ['recipes'],
    apart: true,
    columns: { id, name: text, content: json, created: integer, modified: integer },
    packaged: 'recipes',
    announced: { as: 'recipe', how: 'again' },
    sight: 'all',
  },
  import: {
    kept: 'journaled',
    openActs: ['imports'],
    columns: { id, coder: optional(of('coder')), program: text, options: json, created: integer },
    sight: 'all',
  },
  document: {
    kept: 'journaled',
    openActs: ['documents', 'texts'],
    columns: {
      id,
      name: text,
      position: integer,
      path: text,
      language: text,
      direction: text,
      created: integer,
      text: { kind: 'row', refers: 'text', packaged: false },
      original: { kind: 'row', refers: 'original', packaged: false },
      import: local(of('import')),
      importer: local(text),
      importer_version: local(integer),
      encoding: local(text),
      encoding_source: local(text),
      line_ends: local(text),
      warnings: local(json),
    },
    schema: documentSchema,
    packaged: 'documents',
    announced: { as: 'document', how: 'records' },
    sight: 'all',
  },
  text_version: {
    kept: 'journaled',
    columns: {
      id,
      document: of('document'),
      number: integer,
      text: { kind: 'row', refers: 'text' },
      reason: text,
      coder: optional(of('coder')),
      created: integer,
    },
    sight: 'all',
  },
  example: {
    kept: 'journaled',
    openActs: ['examples'],
    apart: true,
    columns: {
      id,
      code: of('code'),
      quote: text,
      document: { kind: 'id', refers: 'document', optional: true, in: 'anchor' },
      start: part('anchor'),
      end: part('anchor'),
      position: integer,
      created: integer,
    },
    schema: exampleSchema,
    packaged: 'examples',
    announced: { as: 'example', how: 'records' },
    sight: 'all',
    held: { of: 'project', as: 'examples', by: 'examples.list' },
  },
  assignment: {
    kept: 'journaled',
    columns: { id, round: of('round'), document: of('document'), coder: of('coder'), created: integer },
    packaged: 'assignments',
    announced: { as: 'assignment', how: 'again' },
    sight: 'all',
    held: { of: 'document', as: 'assignments', also: 'rounds' },
  },
  progress: {
    kept: 'journaled',
    columns: {
      id,
      document: of('document'),
      coder: of('coder'),
      status: text,
      reason: { kind: 'text', words: 'dropped' },
      version: integer,
      created: integer,
      modified: integer,
    },
    schema: progressSchema,
    packaged: 'statuses',
    announced: { as: 'progress', how: 'records' },
    sight: 'own',
    held: { of: 'document', as: 'progress' },
  },
  annotation: {
    kept: 'journaled',
    columns: {
      id,
      document: of('document'),
      code: of('code'),
      coder: of('coder'),
      start: integer,
      end: integer,
      quote_hash: { kind: 'hash' },
      memo: { kind: 'text', words: 'dropped' },
      version: integer,
      created: integer,
      modified: integer,
    },
    schema: annotationSchema,
    packaged: 'codings',
    announced: { as: 'annotation', how: 'records' },
    sight: 'own',
    held: { of: 'document', as: 'annotations' },
  },
  link: {
    kept: 'journaled',
    columns: {
      id,
      document: of('document'),
      source: of('annotation'),
      target: of('annotation'),
      relation: written,
      coder: of('coder'),
      created: integer,
    },
    schema: linkSchema,
    packaged: 'links',
    announced: { as: 'link', how: 'records' },
    sight: 'own',
    held: { of: 'document', as: 'links' },
  },
  answer: {
    kept: 'journaled',
    columns: {
      id,
      document: of('document'),
      annotation: optional(of('annotation')),
      variable: of('variable'),
      coder: optional(of('coder')),
      state: text,
      value: text,
      evidence: json,
      version: integer,
      created: integer,
      modified: integer,
    },
    schema: answerSchema,
    packaged: 'answers',
    announced: { as: 'answer', how: 'records' },
    sight: 'own',
    held: { of: 'document', as: 'answers' },
  },
  disagreement: {
    kept: 'journaled',
    columns: {
      id,
      document: of('document'),
      start: part('span'),
      end: part('span'),
      variable: optional(of('variable')),
      mark: optional(text),
      memo: text,
      resolver: optional(of('coder')),
      resolved: optional(integer),
      created: integer,
      modified: integer,
    },
    schema: disagreementSchema,
    announced: { as: 'disagreement', how: 'records' },
    sight: 'none',
  },
} as const satisfies Record<string, RecordTable>;

type RecordTables = typeof recordTables;

/** The name of a kind's table in the project file. */
export type TableName = keyof RecordTables;

/** The tables whose entries have these properties. */
export type TablesWith<P> = { [T in TableName]: RecordTables[T] extends P ? T : never }[TableName];

/** Namespaces whose acts say nothing of what somebody coded. */
export function openNamespaces(): string[] {
  return tableNames.flatMap((name) => tableOf(name).openActs ?? []);
}

export type JournaledTable = TablesWith<{ kept: 'journaled' }>;
export type PackagedTable = TablesWith<{ packaged: string }>;
/** Tables whose single records the contract gives. */
export type ShownTable = TablesWith<{ schema: z.ZodObject }>;

/** A kind's record, as the contract gives it. */
export type RecordOf<T extends ShownTable> = z.output<RecordTables[T]['schema']>;

/** Every table in its order. */
export const tableNames = Object.keys(recordTables) as TableName[]; // the keys of a constant

/** What is known of a table. */
export function tableOf(name: TableName): RecordTable {
  return recordTables[name];
}

/** The columns of a table, in their order. */
export function columnsOfTable(name: TableName): [name: string, column: Column][] {
  return Object.entries(tableOf(name).columns);
}

/** The tables of which this holds, in their order. */
export function tablesWhere(holds: (table: RecordTable) => boolean): TableName[] {
  return tableNames.filter((name) => holds(recordTables[name]));
}
