import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
  undefined: 'nothing',
  nan: 'no number',
};

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
  set: ['entry', 'entries'],
  map: ['entry', 'entries'],
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isNaN(value) ? 'nan' : typeof value;
}

function kindWords(kind: string): string {
  return kinds[kind] ?? kind;
}

/** `at most 300 characters are wanted`, `above 0 is wanted`. */
function bound(issue: Issue & { code: 'too_big' | 'too_small' }): string {
  const end = issue.code === 'too_big' ? issue.maximum : issue.minimum;
  const unit = units[issue.origin];
  const how = issue.code === 'too_big' ? ['at most', 'below'] : ['at least', 'above'];
  const exactly = issue.exact === true ? 'exactly' : how[issue.inclusive === false ? 1 : 0];
  if (unit === undefined) return `${exactly} ${String(end)} is wanted`;
  return Number(end) === 1 ? `${exactly} 1 ${unit[0]} is wanted` : `${exactly} ${String(end)} ${unit[1]} are wanted`;
}

/** What is wrong with a value that has another shape than is asked for; the end of a sentence, without its full stop. */
export function shapeFault(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = kindOf(issue.input);
      const wanted = kindWords(issue.expected);
      if (issue.expected === 'int' && kind === 'number') return 'a whole number is wanted';
      return kind === 'undefined' ? `${wanted} is missing` : `${wanted} is wanted, not ${kindWords(kind)}`;
    }
    case 'invalid_value': {
      const values = issue.values.map((value) => String(value));
      return values.length === 1 ? `only ${values[0]} can stand here` : `one of these is wanted: ${values.join(', ')}`;
    }
    case 'too_big':
    case 'too_small':
      return bound(issue);
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor} is wanted`;
    case 'unrecognized_keys':
      return `there is no field ${issue.keys.map((key) => `“${key}”`).join(', ')}`;
    case 'invalid_format':
      return `the form is not that of ${issue.format}`;
    case 'invalid_union': {
      const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
      return options.length === 0
        ? 'this is none of what can stand here'
        : `one of these is wanted: ${options.join(', ')}`;
    }
    default:
      return 'this is none of what can stand here';
  }
}
