import { z } from 'zod';
import { momentSchema } from '../model/records.ts';
import { control, query } from './define.ts';
import { historyStateSchema, stepSchema } from './events.ts';

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

export const historyApi = {
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
};
