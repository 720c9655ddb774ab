import fc from 'fast-check';
import { levelSchema } from '../../../../shared/model/variables.ts';
import { joinPath } from '../entry.ts';
import type { CodebookEntry, CodebookFile, VariableEntry, VariableName } from '../entry.ts';

const line = fc
  .string({
    unit: fc.constantFrom('a', 'Ж', '👩‍🔬', '"', ',', ';', "'", '=', '-', '@', ' ', '/', '漢', '<', '&', '\\', ':'),
    minLength: 1,
    maxLength: 8,
  })
  .map((text) => text.replace(/\s+/gu, ' ').trim());
export const codeName = line.filter((text) => text !== '' && !` ${text} `.includes(' / '));
const plainName = line.filter((text) => text !== '');

/** Texts with what formats trip over: blank lines, lines of backslashes, lines that look like headings. */
export const prose = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('', '\\', '\\\\', 'Include:', '\\Example:', 'Exclude:', '  x', '=1+1', ']]>'),
    ),
    { maxLength: 5 },
  )
  .map((lines) => lines.join('\n').replaceAll('\r', ''));

const anchor = fc.option(fc.record({ document: plainName, start: fc.nat(9), end: fc.integer({ min: 10, max: 99 }) }), {
  nil: null,
});
const code = fc.record({
  path: fc.array(codeName, { minLength: 1, maxLength: 3 }),
  definition: prose,
  include: prose,
  exclude: prose,
  examples: fc.array(fc.record({ quote: prose, anchor }), { maxLength: 3 }),
  hue: fc.integer({ min: 1, max: 12 }),
  pattern: fc.constantFrom('plain' as const, 'striped' as const),
  archived: fc.boolean(),
});
const set = fc.record({ name: plainName, rule: fc.constantFrom('warn' as const, 'refuse' as const) });

const number = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((value) => value + 0 || 0);
const choice = fc.record({
  value: number,
  label: plainName,
  missing: fc.boolean(),
  help: prose,
});
const fallbacks = {
  nominal: number,
  ordinal: number,
  interval: number,
  ratio: number,
  text: prose.filter((text) => text !== ''),
  entity: plainName,
  date: fc.constantFrom('2024-02-29', '1999-12-31'),
  multiple: fc.array(number, { maxLength: 3 }),
} as const;
const variable = fc.constantFrom(...levelSchema.options).chain((level) =>
  fc.record({
    scope: fc.constantFrom('fact' as const, 'document' as const, 'passage' as const),
    name: plainName,
    label: prose,
    help: prose,
    level: fc.constant(level),
    choices: fc.uniqueArray(choice, { selector: ({ value }) => value, maxLength: 3 }),
    required: fc.boolean(),
    bounds: fc.tuple(fc.option(number), fc.option(number)),
    fallback: fc.option<VariableEntry['fallback']>(fallbacks[level]),
    entityList: level === 'entity' ? plainName : fc.constant(''),
    archived: fc.boolean(),
    owner: fc.nat(),
    tests: fc.array(
      fc.record({
        target: fc.nat(),
        is: fc.constantFrom('equal', 'not-equal', 'at-least', 'at-most', 'has', 'answered'),
        value: fc.oneof(number, prose),
      }),
      { maxLength: 3 },
    ),
    match: fc.constantFrom('all' as const, 'any' as const),
  }),
);

type Draft = typeof variable extends fc.Arbitrary<infer T> ? T : never;

/** Whole codebooks as Galley writes them: codes in tree order with all that stand above them, rules that only look back. */
export const codebooks: fc.Arbitrary<CodebookFile> = fc
  .record({
    codes: fc.array(code, { minLength: 1, maxLength: 8 }),
    sets: fc.uniqueArray(set, { selector: ({ name }) => name, maxLength: 3 }),
    choices: fc.infiniteStream(fc.nat(3)),
    variables: fc.array(variable, { maxLength: 6 }),
  })
  .map(({ codes, sets, choices, variables }) => {
    const entries = inTreeOrder(codes);
    const members = entries.map((entry, index): CodebookEntry => {
      const choice: unknown = choices.next().value;
      return {
        ...entry,
        key: index < 10 && index % 2 === 0 ? String(index) : null,
        exclusiveSet: sets[Number(choice)]?.name ?? null,
      };
    });
    return { codes: members, sets, variables: finish(variables, members) };
  });

/** Closes the paths upwards, and puts what stands below a code right behind it, siblings as they came first. */
function inTreeOrder(codes: readonly CodebookEntry[]): CodebookEntry[] {
  const [first] = codes;
  const all = new Map<string, CodebookEntry>();
  for (const entry of codes) {
    entry.path.forEach((_, index) => {
      const path = entry.path.slice(0, index + 1);
      if (first && !all.has(joinPath(path))) all.set(joinPath(path), { ...first, ...entry, path });
    });
  }
  const entries = [...all.values()];
  const below = (path: readonly string[]): CodebookEntry[] =>
    entries
      .filter((one) => one.path.length === path.length + 1 && path.every((name, index) => one.path[index] === name))
      .flatMap((one) => [one, ...below(one.path)]);
  return below([]);
}

function finish(drafts: readonly Draft[], codes: readonly CodebookEntry[]): VariableEntry[] {
  const made = new Map<string, VariableEntry>();
  for (const { owner, bounds, tests, match, ...draft } of drafts) {
    const path = draft.scope === 'passage' ? (codes[owner % codes.length]?.path ?? null) : null;
    const name: VariableName = { scope: draft.scope, code: path, name: draft.name };
    const key = JSON.stringify([name.scope, name.code, name.name]);
    if (made.has(key)) continue;
    const earlier = [...made.values()];
    const [low, high] = bounds;
    const rules = tests.flatMap(({ target, is, value }) => {
      const other = earlier[target % Math.max(1, earlier.length)];
      if (!other) return [];
      const variable = { scope: other.scope, code: other.code, name: other.name };
      // The model's own words: the generator lists them all.
      const word = is as 'equal';
      return [{ variable, is: word, value: is === 'answered' ? 0 : value }];
    });
    const isTurned = low !== null && high !== null && low > high;
    made.set(key, {
      ...draft,
      code: path,
      minimum: isTurned ? high : low,
      maximum: isTurned ? low : high,
      showIf: rules.length === 0 ? null : { match, tests: rules },
    });
  }
  return [...made.values()];
}
