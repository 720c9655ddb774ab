import { z } from 'zod';
import { idSchema } from '../model/records.ts';
import { answerSchema, answerStateSchema, answerValueSchema, evidenceSchema } from '../model/variables.ts';
import { command, task } from './define.ts';
import { fileRefSchema } from './files.ts';

export const answersApi = {
  /**
   * Gives (or changes) the acting coder's answer. Throws `bad-input` with `details.variable` for a value that the variable
   * does not allow, `not-found` for a document, coding or variable that is gone.
   */
  'answers.set': command(
    z.strictObject({
      document: idSchema,
      annotation: idSchema.nullable().default(null),
      variable: idSchema,
      state: answerStateSchema.default('given'),
      value: answerValueSchema.nullable().default(null),
      /** Absent: what it points at stays. */
      evidence: z.array(evidenceSchema).max(100).optional(),
    }),
    answerSchema,
  ),
  /** Back to “not yet coded”. */
  'answers.clear': command(
    z.strictObject({ document: idSchema, annotation: idSchema.nullable().default(null), variable: idSchema }),
    z.strictObject({}),
  ),
  /** Reads answers from a table `document,variable,value`; a faulty line changes nothing. */
  'answers.import': task(
    z.strictObject({ file: fileRefSchema }),
    z.strictObject({ answers: z.number().int(), present: z.number().int() }),
  ),
};
