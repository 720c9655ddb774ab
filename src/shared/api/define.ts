import { z } from 'zod';

/**
 * The four kinds of method.
 * - `query` reads the open project.
 * - `command` changes the open project: one synchronous handler, one transaction, one undo step, one label.
 * - `task` answers with a task id at once, reports progress, can be cancelled, commits through one command at the end.
 * - `control` acts on the program rather than on the project's records: open, close, undo, settings, files.
 */
export type MethodKind = 'query' | 'command' | 'task' | 'control';

/** One method of the contract: its kind, and the schemas of what goes in and what comes out. */
export type Method<K extends MethodKind, I extends z.ZodType, O extends z.ZodType> = {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
};

export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<'query', I, O> {
  return { kind: 'query', input, output };
}

export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<'command', I, O> {
  return { kind: 'command', input, output };
}

/**
 * Says that work of other coders, which the command changes or removes, is meant: without it such a command throws
 * `others-work`, with the names of the coders in `details.coder`.
 */
export const confirmedSchema = z.boolean().default(false);

/** Whose records an act takes with it, apart from those of whoever acts: each other coder’s name, and how many. */
export const sharesSchema = z.array(z.strictObject({ coder: z.string(), records: z.number().int() }));

/** `output` is the task's result; a call of the method itself answers `{ task: id }`. */
export function task<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<'task', I, O> {
  return { kind: 'task', input, output };
}

export function control<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<'control', I, O> {
  return { kind: 'control', input, output };
}
