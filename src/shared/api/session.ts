import { z } from 'zod';
import { changedKeysSchema } from '../keyTable.ts';
import { coderSchema, momentSchema, nameSchema } from '../model/records.ts';
import type { Id } from '../model/records.ts';
import { historyStateSchema, stepSchema, taskSchema } from './events.ts';
import { command, control, query } from './define.ts';

/** What the window remembers on this machine, outside any project. Absent keys keep their value. */
export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Size of the reader's text in CSS pixels. */
  textSize: z.number().min(12).max(32),
  /** Width of the reader's column in characters. */
  measure: z.number().min(40).max(120),
  /** Sizes of panels, drawers open or shut and the like, as the window likes to keep them. */
  layout: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Keys of actions that the user has changed, by the action's id; none: the action has no key. */
  keys: changedKeysSchema,
});
export type Settings = z.output<typeof settingsSchema>;

const personalMark = 'of ';

/**
 * The key under which the layout keeps what belongs to one coder (null: to nobody), such as where they read last. Only that
 * coder is given it back.
 */
export function personalKey(coder: Id | null, name: string): string {
  return `${personalMark}${coder ?? 'nobody'} ${name}`;
}

/** The layout without what belongs to other coders. */
export function ownLayout(layout: Settings['layout'], coder: Id | null): Settings['layout'] {
  const own = personalKey(coder, '');
  return Object.fromEntries(
    Object.entries(layout).filter(([key]) => !key.startsWith(personalMark) || key.startsWith(own)),
  );
}

export const historyEntrySchema = z.strictObject({
  seq: z.number().int(),
  kind: z.enum(['command', 'undo', 'redo']),
  label: z.string(),
  /** Who did it: for undo and redo, who took the act back or brought it back. */
  coder: z.string().nullable(),
  /** For undo and redo: who did the act. Null for the act itself, and where nobody said who codes. */
  doer: z.string().nullable(),
  at: momentSchema,
  /** `done`: in force; `undone`: redo would bring it back; `abandoned`: undone, then overtaken by another act;
   * `sealed`: in force, and beyond undo (the making of the project). */
  state: z.enum(['done', 'undone', 'abandoned', 'sealed']),
});
export type HistoryEntry = z.output<typeof historyEntrySchema>;

/** `anybody`: the last step whoever took it, where nobody has said who acts; one's own otherwise. */
const whoseSchema = z.strictObject({ whose: z.enum(['own', 'anybody']).default('own') });

export const sessionApi = {
  /** The coders of the open project. */
  'coders.list': query(z.strictObject({}), z.array(coderSchema)),
  /** Makes a coder known before they have coded, to give them articles. One of that name is answered as is. */
  'coders.add': command(z.strictObject({ name: nameSchema }), coderSchema),
  /** Says who codes from now on. A coder of that name in the open project is taken as the same person. */
  'coders.identify': control(z.strictObject({ name: nameSchema }), coderSchema),
  'history.state': query(z.strictObject({}), historyStateSchema),
  /** A window of the log, newest first. */
  'history.list': query(
    z.strictObject({ offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(1000) }),
    z.strictObject({ total: z.number().int(), entries: z.array(historyEntrySchema) }),
  ),
  /**
   * Takes back the last step in force that the acting coder took, or nobody in particular; answers with the step. An act on
   * which later acts of others rest stays: `conflict`, with `details.coder`.
   */
  'history.undo': control(whoseSchema, stepSchema),
  'history.redo': control(whoseSchema, stepSchema),
  'settings.read': query(z.strictObject({}), settingsSchema),
  'settings.write': control(settingsSchema.partial(), settingsSchema),
  'tasks.list': query(z.strictObject({}), z.array(taskSchema)),
  'tasks.cancel': control(z.strictObject({ task: z.string() }), z.strictObject({})),
};
