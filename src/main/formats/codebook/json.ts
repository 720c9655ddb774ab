import { z } from 'zod';
import type { ItemName } from '#words/core/codebookFiles.ts';
import { AppError } from '../../../shared/errors.ts';
import { exclusiveSetSchema } from '../../../shared/model/codebook.ts';
import { digitSchema, hueSchema, keptTextSchema, nameSchema, patternSchema } from '../../../shared/model/records.ts';
import {
  answerValueSchema,
  choiceSchema,
  conditionTestSchema,
  levelSchema,
  scopeSchema,
  showIfSchema,
} from '../../../shared/model/variables.ts';
import { parseJson } from '../../../shared/text/json.ts';
import { said } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';
import { checkAcrossEntries } from './checkAcrossEntries.ts';
import { joinPath, parsePath } from './entry.ts';
import type { CodebookEntry, CodebookFile, SetEntry, VariableEntry, VariableName } from './entry.ts';
import { FaultList, schemaFault } from './faults.ts';
import type { Placed } from './entry.ts';
import { longestText } from './values.ts';
import { checkVariable } from './variables/check.ts';

/** Version 1 had codes alone, with path, definition, hue, pattern and key. */
const newestVersion = 2;

const text = keptTextSchema.transform((value) => value.replace(/\r\n?/gu, '\n')).pipe(z.string().max(longestText));
const anchorSchema = z.strictObject({
  document: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
const fileSchema = z.object({
  galley: z.literal('codebook'),
  version: z.number(),
  codes: z.array(z.unknown()),
  sets: z.array(z.unknown()).default([]),
  variables: z.array(z.unknown()).default([]),
});
const codeSchema = z.strictObject({
  path: z.string().min(1),
  definition: text.optional(),
  include: text.optional(),
  exclude: text.optional(),
  examples: z.array(z.strictObject({ quote: text, anchor: anchorSchema.nullable().default(null) })).optional(),
  hue: hueSchema.optional(),
  pattern: patternSchema.optional(),
  key: digitSchema.nullable().optional(),
  archived: z.boolean().optional(),
  set: nameSchema.nullable().optional(),
});
const setSchema = z.strictObject({ name: nameSchema, rule: exclusiveSetSchema.shape.rule });
const namedVariable = { scope: scopeSchema, code: z.string().min(1).nullable().default(null), name: nameSchema };
const variableSchema = z.strictObject({
  ...namedVariable,
  label: text.default(''),
  help: text.default(''),
  level: levelSchema,
  choices: z.array(choiceSchema).default([]),
  required: z.boolean().default(false),
  minimum: z.number().nullable().default(null),
  maximum: z.number().nullable().default(null),
  showIf: z
    .strictObject({
      match: showIfSchema.shape.match,
      tests: z
        .array(conditionTestSchema.extend({ variable: z.strictObject(namedVariable) }))
        .min(1)
        .max(20),
    })
    .nullable()
    .default(null),
  fallback: answerValueSchema.nullable().default(null),
  entityList: z.string().max(300).default(''),
  archived: z.boolean().default(false),
});

/**
 * Writes a codebook as `{ "galley": "codebook", "version": 2, "codes": […], "sets": […], "variables": […] }`: all that
 * there is, with paths joined by ` / `.
 */
export function writeCodebookJson({ codes, sets, variables }: CodebookFile): string {
  const file = {
    galley: 'codebook',
    version: newestVersion,
    codes: codes.map(({ id: _, path, exclusiveSet, ...rest }) => ({
      path: joinPath(path),
      ...rest,
      set: exclusiveSet,
    })),
    sets,
    variables: variables.map(({ showIf, ...variable }) => ({
      ...withPath(variable),
      showIf: showIf && { ...showIf, tests: showIf.tests.map((one) => ({ ...one, variable: withPath(one.variable) })) },
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function withPath<T extends VariableName>(variable: T): Omit<T, 'code'> & { code: string | null } {
  return { ...variable, code: variable.code === null ? null : joinPath(variable.code) };
}

/** Reads what `writeCodebookJson` writes, and version 1. Throws AppError `file-damaged` naming what is at fault. */
export function readCodebookJson(content: string): CodebookFile {
  const file = fileSchema.safeParse(parse(content));
  if (!file.success) throw damaged(said('codebookFiles.notACodebook'));
  if (file.data.version !== 1 && file.data.version !== newestVersion) {
    throw damaged(said('codebookFiles.newerFormat', { version: file.data.version }));
  }
  const faults = new FaultList();
  const all = <T>(kind: ItemName, items: readonly unknown[], read: (item: unknown) => T): Placed<T>[] =>
    items.flatMap((item, index) => {
      const place = said('codebookFiles.item', { kind, number: index + 1 });
      const entry = faults.collect(place, () => read(item));
      return entry === undefined ? [] : [{ place, entry }];
    });
  const codes = all('code', file.data.codes, readCode);
  const sets = all('set', file.data.sets, (item): SetEntry => parsed(setSchema, item));
  const variables = all('variable', file.data.variables, readVariable);
  return checkAcrossEntries({ codes, sets, variables }, faults);
}

function parse(content: string): unknown {
  try {
    return parseJson(content.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw damaged(said('codebookFiles.notJson', { reason }));
  }
}

function damaged(reason: Message): AppError {
  return new AppError('file-damaged', said('codebookFiles.unchanged', { reason }));
}

/** Throws EntryFault with the first thing that is wrong. */
function parsed<S extends z.ZodType>(schema: S, item: unknown): z.output<S> {
  const result = schema.safeParse(item);
  if (result.success) return result.data;
  throw schemaFault(result.error);
}

function readCode(item: unknown): CodebookEntry {
  const { path, set, ...rest } = parsed(codeSchema, item);
  return { path: parsePath(path), ...rest, ...(set === undefined ? {} : { exclusiveSet: set }) };
}

function readVariable(item: unknown): VariableEntry {
  const { showIf, ...variable } = parsed(variableSchema, item);
  return checkVariable({
    ...withLevels(variable),
    showIf: showIf && { ...showIf, tests: showIf.tests.map((one) => ({ ...one, variable: withLevels(one.variable) })) },
  });
}

function withLevels<T extends { code: string | null }>(variable: T): Omit<T, 'code'> & { code: string[] | null } {
  return { ...variable, code: variable.code === null ? null : parsePath(variable.code) };
}
