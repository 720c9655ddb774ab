import { z } from 'zod';
import { query } from './define.ts';

/** A package that is part of the program. `licence` is its SPDX name, `text` the wording; '' where it brings none. */
export const noticeSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  text: z.string(),
});

export type Notice = z.output<typeof noticeSchema>;

export const programApi = {
  /** Whose work is part of the program, and under which terms, by name. Answers without a project too. */
  'program.notices': query(z.strictObject({}), z.array(noticeSchema)),
};
