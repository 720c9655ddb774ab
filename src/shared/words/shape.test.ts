import { expect, test } from 'vitest';
import { z } from 'zod';
import '../model/records.ts';

/** What the program says of a value that a schema does not take. */
function faultOf(schema: z.ZodType, value: unknown): string {
  return (
    schema
      .safeParse(value)
      .error?.issues.map(({ message }) => message)
      .join('; ') ?? ''
  );
}

test.each([
  [z.string(), 3, 'text is wanted, not a number'],
  [z.string(), undefined, 'text is missing'],
  [z.number().int(), 1.5, 'a whole number is wanted'],
  [z.number().int(), 'x', 'a number is wanted, not text'],
  [z.boolean(), null, 'true or false is wanted, not null'],
  [z.array(z.string()).min(2), ['a'], 'at least 2 entries are wanted'],
  [z.array(z.string()).min(1), [], 'at least 1 entry is wanted'],
  [z.string().max(3), 'abcd', 'at most 3 characters are wanted'],
  [z.number().max(12), 13, 'at most 12 is wanted'],
  [z.number().positive(), 0, 'above 0 is wanted'],
  [z.enum(['warn', 'refuse']), 'ask', 'one of these is wanted: warn, refuse'],
  [z.literal('galley'), 'x', 'only galley can stand here'],
  [z.strictObject({}), { odd: 1, even: 2 }, 'there is no field “odd”, “even”'],
  [z.strictObject({}), [], 'an object is wanted, not a list'],
  [z.union([z.string(), z.number()]), true, 'this is none of what can stand here'],
])('what is wrong with a shape is said in words of the program (%#)', (schema, value, words) => {
  expect(faultOf(schema, value)).toBe(words);
});

test('a schema that has words of its own keeps them', () => {
  expect(faultOf(z.string().min(1, 'a name is needed'), '')).toBe('a name is needed');
});
