import { z } from 'zod';
import { changedKeysSchema } from '../keyTable.ts';
import type { Id } from '../model/records.ts';
import { control, query } from './define.ts';

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

export const settingsApi = {
  'settings.read': query(z.strictObject({}), settingsSchema),
  'settings.write': control(settingsSchema.partial(), settingsSchema),
};
