import { nameSchema } from '../../../../shared/model/records.ts';
import { conditionTestSchema, scopeSchema } from '../../../../shared/model/variables.ts';
import { said } from '../../../../shared/words/message.ts';
import { joinPath, parsePath } from '../entry.ts';
import type { ShowIfEntry, VariableName } from '../entry.ts';
import { EntryFault } from '../faults.ts';

type Test = ShowIfEntry['tests'][number];

const signs = {
  equal: '=',
  'not-equal': '!=',
  'at-least': '>=',
  'at-most': '<=',
  has: 'has',
  answered: 'answered',
} as const satisfies Record<Test['is'], string>;

/** A quoted word as JSON writes it. */
const quoted = String.raw`"(?:[^"\\]|\\.)*"`;
const testPattern = new RegExp(
  String.raw`\s*(?:(fact|document|passage)\s+)?(${quoted})(?:\s+of\s+(${quoted}))?\s*(=|!=|>=|<=|has|answered)\s*(${quoted}|-?[\d.]+(?:e[+-]?\d+)?)?\s*(;|$)`,
  'uy',
);

/**
 * A rule in one cell: `all of: "tone" >= 1; "topics" has 3` or `any of: …`. Names and words stand in double quotes as in
 * JSON. A name alone means the variable of the same scope and code; `document "name"`, `fact "name"` and
 * `passage "name" of "code path"` mean others.
 */
export function writeShowIf(rule: ShowIfEntry | null, owner: VariableName): string {
  if (rule === null) return '';
  const tests = rule.tests.map(({ variable, is, value }) => {
    const own = variable.scope === owner.scope && JSON.stringify(variable.code) === JSON.stringify(owner.code);
    const of = own || variable.code === null ? '' : ` of ${JSON.stringify(joinPath(variable.code))}`;
    const name = `${own ? '' : `${variable.scope} `}${JSON.stringify(variable.name)}${of}`;
    return `${name} ${signs[is]}${is === 'answered' ? '' : ` ${JSON.stringify(value)}`}`;
  });
  return `${rule.match} of: ${tests.join('; ')}`;
}

/** Throws EntryFault when the cell is no rule. */
export function readShowIf(cell: string, owner: VariableName): ShowIfEntry | null {
  if (cell === '') return null;
  const head = /^(all|any) of:/iu.exec(cell);
  const body = cell.slice(head?.[0].length ?? 0);
  const tests: Test[] = [];
  testPattern.lastIndex = 0;
  while (testPattern.lastIndex < body.length) {
    const found = testPattern.exec(body);
    if (!found) throw notARule(cell);
    tests.push(readTest(found, owner, cell));
  }
  if (tests.length === 0) throw notARule(cell);
  return { match: head?.[1]?.toLowerCase() === 'any' ? 'any' : 'all', tests };
}

function readTest(found: RegExpExecArray, owner: VariableName, cell: string): Test {
  const [, scopeWord, nameWord = '', codeWord, sign, valueWord] = found;
  const is = conditionTestSchema.shape.is.options.find((option) => signs[option] === sign);
  if (is === undefined || (valueWord === undefined) !== (is === 'answered')) throw notARule(cell);
  const name = nameSchema.safeParse(unquote(nameWord, cell));
  if (!name.success) throw notARule(cell);
  const code = codeWord === undefined ? null : parsePath(String(unquote(codeWord, cell)));
  const variable: VariableName =
    scopeWord === undefined && code === null
      ? { scope: owner.scope, code: owner.code, name: name.data }
      : { scope: scopeWord === undefined ? 'passage' : scopeSchema.parse(scopeWord), code, name: name.data };
  return { variable, is, value: valueWord === undefined ? 0 : unquote(valueWord, cell) };
}

function unquote(word: string, cell: string): string | number {
  try {
    const value: unknown = JSON.parse(word);
    if (typeof value === 'string' || typeof value === 'number') return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw notARule(cell);
}

function notARule(cell: string): EntryFault {
  return new EntryFault(said('codebookFiles.notAShowIfRule', { cell }));
}
