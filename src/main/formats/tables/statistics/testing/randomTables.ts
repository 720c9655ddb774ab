import fc from 'fast-check';
import type { Cell, Row, Variable } from '../dataset.ts';

export type RandomTable = { variables: Variable[]; rows: Row[] };

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => !/[\s\0]/u.test(text));
const code = fc.integer({ min: -200, max: 200 });

const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom('', '\ud83d', ' ', 'NA', '"', '\\', '\r\n') },
  // About the widths at which the formats change their ways.
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('x', 'ä', '漢', '🙂'),
        fc.constantFrom(254, 255, 256, 257, 504, 505, 2044, 2045, 2046, 9000),
      )
      .map(
        ([letter, bytes]) =>
          letter.repeat(Math.floor(bytes / Buffer.byteLength(letter))) + 'y'.repeat(bytes % Buffer.byteLength(letter)),
      ),
  },
);

const day = fc
  .date({ min: new Date('1582-10-15T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

function value(kind: Variable['kind']): fc.Arbitrary<Cell> {
  switch (kind) {
    case 'text':
      return text;
    case 'date':
      return day.map((iso) => iso.slice(0, 10));
    case 'datetime':
      return day;
    case 'number':
      return fc.oneof(
        fc.integer({ min: -130, max: 155 }),
        fc.integer(),
        fc.maxSafeInteger(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      );
  }
}

const column = fc
  .record({
    name: fc.oneof(word, fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('a', 'A', 'if', 'to', '1')),
    label: fc.oneof(word, fc.constant('')),
    kind: fc.constantFrom('number' as const, 'text' as const, 'date' as const, 'datetime' as const),
    level: fc.constantFrom('nominal' as const, 'ordinal' as const, 'scale' as const),
    labels: fc.uniqueArray(fc.tuple(code, word), { selector: ([value]) => value, maxLength: 8 }),
    missing: fc.nat({ max: 3 }),
  })
  .map(({ labels, missing, ...rest }): Variable => {
    // Programs would find equal labels changed; that is tested apart.
    const entries = labels.map(([value, label], index) => ({ value, label: `${index} ${label}` }));
    const hasLabels = rest.kind === 'number';
    const hasMissing = rest.kind !== 'text';
    return {
      ...rest,
      missing: hasMissing ? entries.slice(0, missing) : [],
      valueLabels: hasLabels ? entries.slice(missing) : [],
    };
  });

/** Tables of all kinds of variables, one to eight of them, with up to thirty rows. */
export const randomTables: fc.Arbitrary<RandomTable> = fc
  .array(column, { minLength: 1, maxLength: 8 })
  .chain((variables) => {
    const cells = variables.map(({ kind, missing }) => {
      const codes = missing.map(({ value: missingCode }) => missingCode);
      return fc.oneof(
        { weight: 8, arbitrary: value(kind) },
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: codes.length, arbitrary: fc.constantFrom<Cell>(null, ...codes) },
      );
    });
    return fc.array(fc.tuple(...cells), { maxLength: 30 }).map((rows) => ({ variables, rows }));
  });
