import { describe, expect, test } from 'vitest';
import { say } from '../words/message.ts';
import { checkValue, readFactValue, readValue, readWritten, writeValue } from './answers.ts';
import { fallbackAnswers, missingAnswers } from './completeness.ts';
import type { Work } from './completeness.ts';
import { isShown, stateOf } from './showIf.ts';
import type { Questions } from './showIf.ts';
import { tidyVariable, variableFault, withoutTestsOf } from './variableRules.ts';
import type { Answer, AnswerValue, Choice, Entity, ShowIf, Variable } from './variables.ts';

const choice = (value: number, label: string, missing = false): Choice => ({ value, label, missing, help: '' });

function variable(id: string, change: Partial<Variable> = {}): Variable {
  const plain = { label: '', help: '', choices: [], required: false, minimum: null, maximum: null, showIf: null };
  const rest = { fallback: null, entityList: '', archived: false, position: 0, code: null } as const;
  return { id, name: id, scope: 'document', level: 'nominal', ...plain, ...rest, ...change };
}

const ada: Entity = { id: 'e1', list: 'People', name: 'Ada Lovelace', attributes: {} };
const entityOf = (id: string): Entity | undefined => (id === ada.id ? ada : undefined);
const entityNamed = (list: string, name: string): Entity | undefined =>
  list === ada.list && name === ada.name ? ada : undefined;
const tone = variable('tone', { choices: [choice(-1, 'critical'), choice(1, 'Fair'), choice(99, 'unclear', true)] });

function check(asked: Variable, value: AnswerValue): AnswerValue | string {
  const checked = checkValue(asked, value, entityOf);
  return 'fault' in checked ? `fault: ${say(checked.fault)}` : checked.value;
}

function read(asked: Variable, written: string): AnswerValue | string {
  const checked = readWritten(asked, written, entityOf, entityNamed);
  return 'fault' in checked ? `fault: ${say(checked.fault)}` : checked.value;
}

describe('A value', () => {
  test('of a nominal variable is one of its choices', () => {
    expect(check(tone, 1)).toBe(1);
    expect(check(tone, 2)).toBe('fault: 2 is none of its values (-1 critical, 1 Fair, 99 unclear)');
    expect(check(tone, 'Fair')).toBe('fault: give a number');
    expect(check(tone, NaN)).toBe('fault: give a number');
  });

  test('of a number lies in its range, both ends included, or is a missing code', () => {
    const share = variable('share', {
      level: 'ratio',
      minimum: 0,
      maximum: 10,
      choices: [choice(99, 'unclear', true)],
    });
    for (const value of [0, 10, 2.5, 99]) expect(check(share, value)).toBe(value);
    expect(Object.is(check(share, -0), 0)).toBe(true);
    expect(check(share, 11)).toBe('fault: 11 is outside its range (0 to 10, 99 unclear)');
    expect(check(share, -0.1)).toContain('outside its range');
  });

  test('of multiple choice comes in ascending order, each once', () => {
    const several = { ...tone, level: 'multiple' as const };
    expect(check(several, [99, 1, 99])).toEqual([1, 99]);
    expect(check(several, [])).toContain('absent');
    expect(check(several, [1, 5])).toContain('5 is none of its values');
    expect(check(several, 1)).toContain('list');
  });

  test.each([
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['0001-01-01', '0001-01-01'],
    ['0000-01-01', 'fault: there is no year 0; years are written from 0001 on'],
    ['1900-02-29', 'fault: there is no day 1900-02-29'],
    ['2023-02-29', 'fault: there is no day 2023-02-29'],
    ['2023-13-01', 'fault: there is no day 2023-13-01'],
    ['2023-04-31', 'fault: there is no day 2023-04-31'],
    ['1.4.2023', 'fault: “1.4.2023” is not a date; write YYYY-MM-DD'],
  ])('of a date is a day of the calendar: %s', (value, expected) => {
    expect(check(variable('day', { level: 'date' }), value)).toBe(expected);
  });

  test('of an entity is an entry of its list', () => {
    const who = variable('who', { level: 'entity', entityList: 'People' });
    expect(check(who, 'e1')).toBe('e1');
    expect(check({ ...who, entityList: 'Parties' }, 'e1')).toContain('no such entry');
    expect(read(who, 'Ada Lovelace')).toBe('e1');
    expect(read(who, 'Ada')).toContain('no such entry');
  });

  test('of text is not empty, and stays as it was written', () => {
    const text = variable('text', { level: 'text' });
    expect(read(text, ' two\nlines ')).toBe(' two\nlines ');
    expect(check(text, ' ')).toContain('absent');
  });

  test('is read from a table by number or label, several by semicolons', () => {
    expect(read(tone, '-1')).toBe(-1);
    expect(read(tone, ' Fair ')).toBe(1);
    expect(read(tone, 'CRITICAL')).toBe(-1);
    expect(read(tone, 'good')).toBe('fault: “good” is none of its values (-1 critical, 1 Fair, 99 unclear)');
    expect(read({ ...tone, level: 'multiple' }, 'Fair; -1')).toEqual([-1, 1]);
    expect(read(variable('n', { level: 'interval' }), 'ten')).toBe('fault: “ten” is not a number');
    expect(read(variable('n', { level: 'interval' }), '1e+21')).toBe(1e21);
  });

  test('comes back from the file as it went in, and is not taken for one of another level', () => {
    for (const value of [0.1, -1e21, 99]) expect(readValue('ratio', writeValue(value))).toBe(value);
    expect(readValue('multiple', writeValue([1, 99]))).toEqual([1, 99]);
    expect(readValue('text', writeValue('12'))).toBe('12');
    expect(readValue('ratio', 'twelve')).toBeUndefined();
    expect(readValue('multiple', '3')).toBeUndefined();
    expect(readFactValue('ratio', '12')).toBe(12);
    expect(readFactValue('text', '12')).toBe('12');
    expect(readFactValue('ratio', '0x5')).toBe('0x5');
  });

  test.each(['0x5', '1e3', 'Infinity', '٣', '9007199254740993'])('is no number where it reads %j', (written) => {
    expect(read(variable('share', { level: 'ratio' }), written)).toBe(`fault: “${written}” is not a number`);
    expect(read(tone, written)).toContain('is none of its values');
    expect(read({ ...tone, level: 'multiple' }, `1; ${written}`)).toContain('is none of its values');
  });

  test('is the label that it spells before it is a number', () => {
    const years = variable('year', { choices: [choice(1, '1e3'), choice(2, '0x5')] });
    expect(read(years, '0x5')).toBe(2);
  });
});

const rule = (tests: ShowIf['tests'], match: ShowIf['match'] = 'all'): ShowIf => ({ match, tests });
const given = (value: AnswerValue): Pick<Answer, 'state' | 'value'> => ({ state: 'given', value });

function questions(
  variables: readonly Variable[],
  answers: Record<string, Pick<Answer, 'state' | 'value'>>,
): Questions {
  return { variable: (id) => variables.find((one) => one.id === id), answer: (id) => answers[id] };
}

describe('A show-if rule', () => {
  const one = (is: ShowIf['tests'][number]['is'], value: number | string): Variable =>
    variable('next', { showIf: rule([{ variable: 'tone', is, value }]) });
  const shown = (asked: Variable, answer?: Pick<Answer, 'state' | 'value'>): boolean =>
    isShown(asked, questions([tone, asked], answer ? { tone: answer } : {}));

  test('compares what was given', () => {
    expect(shown(one('equal', 1), given(1))).toBe(true);
    expect(shown(one('equal', 1), given(-1))).toBe(false);
    expect(shown(one('not-equal', 1), given(-1))).toBe(true);
    expect(shown(one('at-least', 0), given(1))).toBe(true);
    expect(shown(one('at-most', 0), given(1))).toBe(false);
    expect(shown(one('has', 1), given([1, 2]))).toBe(true);
    expect(shown(one('has', 3), given([1, 2]))).toBe(false);
    expect(shown(one('answered', 0), given(-1))).toBe(true);
  });

  test('does not hold without a given answer, not even “not equal”', () => {
    for (const is of ['equal', 'not-equal', 'at-least', 'at-most', 'has', 'answered'] as const) {
      expect(shown(one(is, 0))).toBe(false);
      expect(shown(one(is, 0), { state: 'absent', value: null })).toBe(false);
    }
  });

  test('does not take a missing code for an amount', () => {
    expect(shown(one('at-least', 0), given(99))).toBe(false);
    expect(shown(one('equal', 99), given(99))).toBe(true);
  });

  test('asks for all of its tests, or for any', () => {
    const tests: ShowIf['tests'] = [
      { variable: 'tone', is: 'equal', value: 1 },
      { variable: 'topic', is: 'equal', value: 'war' },
    ];
    const topic = variable('topic', { level: 'text' });
    const asked = (match: ShowIf['match']): boolean => {
      const next = variable('next', { showIf: rule(tests, match) });
      return isShown(next, questions([tone, topic, next], { tone: given(1), topic: given('peace') }));
    };
    expect(asked('all')).toBe(false);
    expect(asked('any')).toBe(true);
  });

  test('on a question that is itself not asked does not hold, though the old answer is there', () => {
    const second = one('equal', 1);
    const third = variable('third', { showIf: rule([{ variable: 'next', is: 'answered', value: 0 }]) });
    const answers = { tone: given(-1), next: given(1), third: given(1) };
    const all = questions([tone, second, third], answers);
    expect(isShown(third, all)).toBe(false);
    expect(stateOf(third, all)).toBe('not-applicable');
    expect(stateOf(tone, all)).toBe('given');
    expect(stateOf(tone, questions([tone], {}))).toBe('not-coded');
  });
});

describe('Work on an article', () => {
  const variables = [
    variable('tone', { choices: tone.choices, required: true, position: 1 }),
    variable('why', {
      level: 'text',
      required: true,
      position: 2,
      showIf: rule([{ variable: 'tone', is: 'equal', value: -1 }]),
    }),
    variable('old', { required: true, archived: true, position: 3 }),
    variable('actor', { scope: 'passage', code: 'claim', level: 'text', required: true, position: 4 }),
  ];
  const work: Work = { variables, annotations: [], answers: [], facts: new Map() };
  const missing = (changed: Partial<Work>): string[] =>
    missingAnswers({ ...work, ...changed }).map(({ variable: { id }, annotation }) => `${annotation ?? ''}${id}`);
  const answer = (id: string, value: AnswerValue | null, annotation: string | null = null) => ({
    annotation,
    variable: id,
    state: value === null ? ('absent' as const) : ('given' as const),
    value,
  });

  test('misses required answers to questions that are asked, of the article and then of each passage', () => {
    expect(missing({})).toEqual(['tone']);
    expect(missing({ answers: [answer('tone', 1)] })).toEqual([]);
    expect(missing({ answers: [answer('tone', -1)] })).toEqual(['why']);
    expect(missing({ answers: [answer('tone', -1), answer('why', null)] })).toEqual([]);
    const annotations = [
      { id: 'a', code: 'claim' },
      { id: 'b', code: 'other' },
      { id: 'c', code: 'claim' },
    ];
    const answers = [answer('tone', 1), answer('actor', 'Ada', 'c')];
    expect(missing({ annotations, answers })).toEqual(['aactor']);
  });

  test('fills unanswered questions with their fallback, and those that appear by it', () => {
    const filled = [
      variable('second', {
        level: 'text',
        fallback: 'none',
        showIf: rule([{ variable: 'first', is: 'equal', value: 1 }]),
      }),
      variable('first', { choices: tone.choices, fallback: 1, position: 1 }),
      variable('third', {
        level: 'text',
        fallback: 'x',
        showIf: rule([{ variable: 'first', is: 'equal', value: -1 }]),
      }),
    ];
    const found = fallbackAnswers({ ...work, variables: filled });
    expect(found.map(({ variable: { id }, value }) => [id, value])).toEqual([
      ['first', 1],
      ['second', 'none'],
    ]);
    expect(fallbackAnswers({ ...work, variables: filled, answers: [answer('first', null)] })).toEqual([]);
  });

  test('lets rules ask article facts', () => {
    const site = variable('site', { scope: 'fact', level: 'text' });
    const next = variable('next', { required: true, showIf: rule([{ variable: 'site', is: 'equal', value: 'taz' }]) });
    const facts = (value: string): Partial<Work> => ({ variables: [site, next], facts: new Map([['site', value]]) });
    expect(missing(facts('taz'))).toEqual(['next']);
    expect(missing(facts('FAZ'))).toEqual([]);
  });
});

describe('A variable', () => {
  const fault = (wanted: Variable, others: readonly Variable[] = []): string | null => {
    const found = variableFault(wanted, others, entityOf);
    return found && say(found);
  };

  test('is told what is wrong with it', () => {
    expect(fault(tone)).toBeNull();
    expect(fault(variable('v', { scope: 'passage' }))).toContain('needs the code');
    expect(fault(variable('v', { code: 'c' }))).toContain('only a variable of passages');
    expect(fault(variable('v', { choices: [choice(1, 'a'), choice(1, 'b')] }))).toContain('stands for two things');
    expect(fault(variable('v', { choices: [choice(1, 'a'), choice(2, 'a')] }))).toContain('are called “a”');
    expect(fault(variable('v', { level: 'ratio', choices: [choice(1, 'a')] }))).toContain('not marked as missing');
    expect(fault(variable('v', { level: 'ratio', minimum: 3, maximum: 2 }))).toContain('greater');
    expect(fault({ ...tone, fallback: 7 })).toContain('7 is none of its values');
  });

  test('has a rule that can be answered, and does not go in a circle', () => {
    const a = variable('a', { showIf: rule([{ variable: 'b', is: 'equal', value: 1 }]) });
    const b = variable('b', { showIf: rule([{ variable: 'a', is: 'equal', value: 1 }]) });
    expect(fault(a, [variable('b')])).toBeNull();
    expect(fault(a, [])).toContain('not there');
    expect(fault(a, [a, b])).toContain('circle');
    expect(fault(variable('a', { showIf: rule([{ variable: 'a', is: 'equal', value: 1 }]) }))).toContain('circle');
    expect(fault(a, [variable('b', { scope: 'passage', code: 'c' })])).toContain('passages of another kind');
    const compares = variable('a', { showIf: rule([{ variable: 'b', is: 'at-least', value: 1 }]) });
    expect(fault(compares, [variable('b', { level: 'text' })])).toContain('neither a number nor a date');
    expect(withoutTestsOf(a, 'b').showIf).toBeNull();
  });

  test('is rid of what its level has no use for', () => {
    const tidy = tidyVariable(variable('v', { level: 'entity', choices: [choice(1, 'a')], minimum: 1 }));
    expect(tidy).toMatchObject({ choices: [], minimum: null, entityList: 'v' });
    expect(tidyVariable(variable('v', { scope: 'fact', level: 'text', required: true })).required).toBe(false);
  });
});
