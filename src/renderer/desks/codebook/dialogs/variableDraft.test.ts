import { describe, expect, test } from 'vitest';
import type { Level, Variable } from '../../../../shared/model/variables.ts';
import { choicesOf, draftOf, emptyVariable, newCondition, newKey, readDraft, testsOf } from './variableDraft.ts';
import type { ChoiceDraft, ConditionDraft, VariableDraft } from './variableDraft.ts';

const saved: Variable = {
  id: 'v',
  scope: 'document',
  code: null,
  name: 'tone',
  label: 'How does it sound?',
  help: 'By ear.',
  level: 'ordinal',
  choices: [
    { value: -1, label: 'cold', missing: false, help: 'It freezes.' },
    { value: 2.5, label: 'warm', missing: false, help: '' },
    { value: 99, label: 'cannot tell', missing: true, help: '' },
  ],
  required: true,
  minimum: null,
  maximum: null,
  showIf: { match: 'any', tests: [{ variable: 'other', is: 'at-least', value: 3 }] },
  fallback: 2.5,
  entityList: '',
  archived: false,
  position: 0,
};

const levels: Readonly<Record<string, Level>> = { other: 'interval', words: 'text', day: 'date', who: 'entity' };
const levelOf = (id: string): Level | undefined => levels[id];

const choice = (value: string, more: Partial<ChoiceDraft> = {}): ChoiceDraft => ({
  key: newKey(),
  value,
  label: 'so',
  missing: false,
  help: '',
  ...more,
});
const condition = (variable: string, value: string, is: ConditionDraft['is'] = 'equal'): ConditionDraft => ({
  key: newKey(),
  variable,
  is,
  value,
});

const draft = (more: Partial<VariableDraft>): VariableDraft => ({ ...emptyVariable, name: 'v', ...more });

/** What is read from a draft of these fields; a problem fails the test. */
function fields(more: Partial<VariableDraft>) {
  const read = readDraft(draft(more), levelOf);
  if ('problem' in read) throw new Error(read.problem);
  return read.fields;
}

function problem(more: Partial<VariableDraft>): string {
  const read = readDraft(draft(more), levelOf);
  return 'problem' in read ? read.problem : 'none';
}

describe('A draft of a variable', () => {
  test('of a saved one reads as what was saved', () => {
    const { id, scope, code, archived, position, ...rest } = saved;
    expect([id, scope, code, archived, position]).toEqual(['v', 'document', null, false, 0]);
    expect(readDraft(draftOf(saved), levelOf)).toEqual({ fields: rest });
  });

  test('shows numbers as plain digits, several fallbacks with commas, and no bound as nothing', () => {
    const shown = draftOf({ ...saved, level: 'multiple', fallback: [1, 3], minimum: -0.5 });
    expect([shown.fallback, shown.minimum, shown.maximum]).toEqual(['1, 3', '-0.5', '']);
    expect(shown.choices.map(({ value }) => value)).toEqual(['-1', '2.5', '99']);
  });

  test('gives every row a key of its own, so that fields stay with their row', () => {
    const { choices, conditions } = draftOf(saved);
    const keys = [...choices, ...conditions, newCondition(saved)].map(({ key }) => key);
    expect(new Set(keys).size).toBe(5);
  });

  test('needs a name that is more than blanks', () => {
    expect(problem({ name: '' })).toBe('A name is needed');
    expect(problem({ name: ' \t' })).toBe('A name is needed');
  });
});

describe('Numbers in a draft', () => {
  test.each([
    ['3', 3],
    [' 3 ', 3],
    ['3,5', 3.5],
    ['−2', -2],
    ['.5', 0.5],
    ['-0', 0],
  ])('are read as people type them: “%s”', (typed, value) => {
    expect(fields({ level: 'ratio', minimum: typed }).minimum).toBe(value);
  });

  test.each(['three', '1,500', '0x5', '1e3', '1 2', 'Infinity', '٣'])('are not guessed: “%s” is refused', (typed) => {
    expect(problem({ level: 'interval', maximum: typed })).toBe('At most: not a number');
  });

  test('are said to be wrong where they stand', () => {
    expect(problem({ level: 'ratio', minimum: 'x' })).toBe('At least: not a number');
    expect(problem({ level: 'nominal', choices: [choice('1'), choice('')] })).toBe('Number of choice 2: not a number');
    expect(problem({ level: 'nominal', fallback: 'x' })).toBe('If left open: not a number');
    expect(problem({ level: 'multiple', fallback: '1, x' })).toBe('If left open: not a number');
    expect(problem({ conditions: [condition('other', 'x')] })).toBe('Asked only if: not a number');
  });

  test('count among the rows that are shown: of a number’s choices the missing codes alone', () => {
    const choices = [choice('1'), choice('2'), choice('x', { missing: true })];
    expect(problem({ level: 'ratio', choices })).toBe('Number of choice 1: not a number');
  });
});

describe('What a level has no use for', () => {
  const everything: Partial<VariableDraft> = {
    choices: [choice('1'), choice('99', { missing: true })],
    minimum: '1',
    maximum: '5',
    entityList: 'People',
  };

  test.each<[Level, number[], number | null, string]>([
    ['nominal', [1, 99], null, ''],
    ['ordinal', [1, 99], null, ''],
    ['multiple', [1, 99], null, ''],
    ['interval', [99], 5, ''],
    ['ratio', [99], 5, ''],
    ['text', [], null, ''],
    ['date', [], null, ''],
    ['entity', [], null, 'People'],
  ])('is left out of a variable of the level %s', (level, values, maximum, list) => {
    const read = fields({ level, ...everything });
    expect(read.choices.map(({ value }) => value)).toEqual(values);
    expect([read.maximum, read.entityList]).toEqual([maximum, list]);
    expect(choicesOf(draft({ level: 'ratio', ...everything })).map(({ value }) => value)).toEqual(['99']);
  });

  test('is not read either: a wrong bound of a text refuses nothing', () => {
    expect(fields({ level: 'text', minimum: 'x', choices: [choice('y')] })).toMatchObject({
      minimum: null,
      choices: [],
    });
  });
});

describe('A choice', () => {
  test('without a label is called as its number is', () => {
    const { choices } = fields({
      level: 'nominal',
      choices: [choice('7', { label: '  ' }), choice('8', { label: 'نعم' })],
    });
    expect(choices.map(({ label }) => label)).toEqual(['7', 'نعم']);
  });
});

describe('What stands for no answer', () => {
  test('is a list of numbers where several can be chosen, however they are parted', () => {
    expect(fields({ level: 'multiple', fallback: ' 1, 2;3  4 ' }).fallback).toEqual([1, 2, 3, 4]);
  });

  test('is text where text is answered, and nothing where nothing is typed', () => {
    expect(fields({ level: 'text', fallback: '  none at all ' }).fallback).toBe('none at all');
    expect(fields({ level: 'date', fallback: '2024-02-29' }).fallback).toBe('2024-02-29');
    expect(fields({ level: 'text', fallback: '  ' }).fallback).toBeNull();
    expect(fields({ level: 'multiple', fallback: '' }).fallback).toBeNull();
  });
});

describe('A condition', () => {
  test('compares text with text, and all else with a number', () => {
    const conditions = [
      condition('words', '12'),
      condition('day', '2024-01-01'),
      condition('who', 'id'),
      condition('other', '12'),
    ];
    expect(fields({ conditions, match: 'any' }).showIf).toEqual({
      match: 'any',
      tests: [
        { variable: 'words', is: 'equal', value: '12' },
        { variable: 'day', is: 'equal', value: '2024-01-01' },
        { variable: 'who', is: 'equal', value: 'id' },
        { variable: 'other', is: 'equal', value: 12 },
      ],
    });
  });

  test('that only wants an answer compares nothing, whatever was typed before', () => {
    expect(fields({ conditions: [condition('other', 'x', 'answered')] }).showIf?.tests).toEqual([
      { variable: 'other', is: 'answered', value: 0 },
    ]);
  });

  test('begins with the usual test of what it asks, and its first choice', () => {
    expect(newCondition(saved)).toMatchObject({ variable: 'v', is: 'equal', value: '-1' });
    expect(newCondition({ ...saved, level: 'multiple' })).toMatchObject({ is: 'has', value: '-1' });
    expect(newCondition({ ...saved, level: 'nominal', choices: [] })).toMatchObject({ is: 'equal', value: '' });
    expect(newCondition({ ...saved, level: 'text' })).toMatchObject({ is: 'equal', value: '' });
  });

  test('asks more or less of what has an order alone', () => {
    const ordered = (['nominal', 'ordinal', 'interval', 'ratio', 'text', 'date', 'multiple', 'entity'] as const).filter(
      (level) => testsOf(level).includes('at-least') && testsOf(level).includes('at-most'),
    );
    expect(ordered).toEqual(['ordinal', 'interval', 'ratio', 'date']);
    expect(testsOf('multiple')).toContain('has');
    expect(testsOf('nominal')).not.toContain('has');
  });
});

test('No condition is no rule', () => {
  expect(fields({ conditions: [], match: 'any' }).showIf).toBeNull();
});
