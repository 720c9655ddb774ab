import { z } from 'zod';
import { idSchema, nameSchema, offsetSchema } from './records.ts';
import type { Id } from './records.ts';

/**
 * Level of measurement. `nominal` and `ordinal` answers are one of the variable's choices, `multiple` a set of them;
 * `interval` and `ratio` are numbers; `date` is YYYY-MM-DD; `entity` is an entry of a list that the project keeps.
 */
export const levelSchema = z.enum(['nominal', 'ordinal', 'interval', 'ratio', 'text', 'date', 'multiple', 'entity']);
export type Level = z.output<typeof levelSchema>;

/** `fact`: an article fact, without a coder; `document`: answered for a whole article; `passage`: for a coding. */
export const scopeSchema = z.enum(['fact', 'document', 'passage']);
export type Scope = z.output<typeof scopeSchema>;

/** One value with its label. Labels of numbers of `interval` and `ratio` variables name missing codes only. */
export const choiceSchema = z.strictObject({
  value: z.number(),
  label: nameSchema,
  /** A missing code, such as 99 “cannot tell”: a given answer that statistics leave out. */
  missing: z.boolean().default(false),
  help: z.string().max(5000).default(''),
});
export type Choice = z.output<typeof choiceSchema>;

/**
 * An answer's value: a number (nominal, ordinal, interval, ratio), text (text, date as YYYY-MM-DD, entity as its id), or
 * the chosen values in ascending order (multiple).
 */
export const answerValueSchema = z.union([z.number(), z.string().max(100_000), z.array(z.number()).max(1000)]);
export type AnswerValue = z.output<typeof answerValueSchema>;

/** One test of a show-if rule. `has` is for multiple choice; `at-least` and `at-most` compare numbers. */
export const conditionTestSchema = z.strictObject({
  variable: idSchema,
  is: z.enum(['equal', 'not-equal', 'at-least', 'at-most', 'has', 'answered']),
  /** Compared with the answer; ignored for `answered`. */
  value: z.union([z.number(), z.string().max(1000)]).default(0),
});

/** A variable with a rule is asked only where the rule holds; else its answer is not applicable. */
export const showIfSchema = z.strictObject({
  match: z.enum(['all', 'any']),
  tests: z.array(conditionTestSchema).min(1).max(20),
});
export type ShowIf = z.output<typeof showIfSchema>;

export const variableSchema = z.strictObject({
  id: idSchema,
  scope: scopeSchema,
  /** The code whose passages it is asked for; null unless `scope` is `passage`. */
  code: idSchema.nullable(),
  /** Short name, as data files show it; one of its kind within its scope (and code). */
  name: nameSchema,
  /** The question, in words. */
  label: z.string().max(2000),
  help: z.string().max(20_000),
  level: levelSchema,
  choices: z.array(choiceSchema).max(1000),
  required: z.boolean(),
  /** Allowed range of numbers, both ends included; null: no bound. */
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  showIf: showIfSchema.nullable(),
  /** The value that stands for an unanswered question when an article is marked done. */
  fallback: answerValueSchema.nullable(),
  /** Name of the list that an `entity` variable picks from; '' for other levels. */
  entityList: z.string().max(300),
  archived: z.boolean(),
  position: z.number().int().nonnegative(),
});
export type Variable = z.output<typeof variableSchema>;

/**
 * `given`: there is a value; `absent`: the coder looked, and there is none; `not-applicable`: the question does not arise.
 * Not yet coded is no answer at all.
 */
export const answerStateSchema = z.enum(['given', 'absent', 'not-applicable']);
export type AnswerState = z.output<typeof answerStateSchema>;

/** A passage that an answer points at, half-open, in UTF-16 code units of the document's text. */
export const evidenceSchema = z.strictObject({ start: offsetSchema, end: offsetSchema });

/** A coder's answer. (Article facts are not among these.) */
export const answerSchema = z.strictObject({
  id: idSchema,
  document: idSchema,
  /** The coding that it is about; null: the whole article. */
  annotation: idSchema.nullable(),
  variable: idSchema,
  coder: idSchema,
  state: answerStateSchema,
  /** Null exactly when `state` is not `given`. */
  value: answerValueSchema.nullable(),
  evidence: z.array(evidenceSchema).max(100),
  /** Codebook version under which it was given or confirmed last. */
  version: z.number().int().nonnegative(),
});
export type Answer = z.output<typeof answerSchema>;

/** An entry of a list that the project keeps (people, organisations, concepts). */
export const entitySchema = z.strictObject({
  id: idSchema,
  list: nameSchema,
  name: nameSchema,
  attributes: z.record(z.string().max(200), z.string().max(5000)),
});
export type Entity = z.output<typeof entitySchema>;

/** How far a coder is with an article. */
export const statusSchema = z.enum(['to-do', 'working', 'done', 'set-aside']);
export type WorkStatus = z.output<typeof statusSchema>;

export const progressSchema = z.strictObject({
  id: idSchema,
  document: idSchema,
  coder: idSchema,
  status: statusSchema.exclude(['to-do']),
  /** Why it was set aside; '' otherwise. */
  reason: z.string().max(2000),
});
export type Progress = z.output<typeof progressSchema>;

/** Two codings of one text, related by a name. */
export const linkSchema = z.strictObject({
  id: idSchema,
  document: idSchema,
  source: idSchema,
  target: idSchema,
  relation: nameSchema,
  coder: idSchema,
});
export type Link = z.output<typeof linkSchema>;

export const roundSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  kind: z.enum(['training', 'reliability', 'main']),
  /** `blind`: coders do not see each other's work. */
  mode: z.enum(['blind', 'open']),
  /** What the round is for, and what its coders should know; '' for nothing. */
  note: z.string().max(5000),
  position: z.number().int().nonnegative(),
});
export type Round = z.output<typeof roundSchema>;

export type AnswerKey = { document: Id; annotation: Id | null; variable: Id };
