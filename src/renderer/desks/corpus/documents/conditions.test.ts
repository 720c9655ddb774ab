import { describe, expect, test } from 'vitest';
import type { Entity, Variable } from '../../../../shared/model/variables.ts';
import { conditionText, variableText } from './conditions.ts';

const topic: Variable = {
  id: 'topic',
  scope: 'document',
  code: null,
  name: 'topic',
  label: '',
  help: '',
  level: 'nominal',
  choices: [
    { value: 1, label: 'Strike', missing: false, help: '' },
    { value: 2, label: 'Weather', missing: false, help: '' },
  ],
  required: false,
  minimum: null,
  maximum: null,
  showIf: null,
  fallback: null,
  entityList: '',
  archived: false,
  position: 0,
};

const nobody = new Map<string, Entity>();
const people = new Map([['m', { id: 'm', list: 'People', name: 'The mayor', attributes: {} }]]);

describe('a condition in words', () => {
  test('begins with the question, or with the short name where there is none', () => {
    expect(variableText(topic)).toBe('topic');
    expect(variableText({ ...topic, label: 'What is it about?' })).toBe('What is it about?');
  });

  test('has a colon, unless the question ends in a sign of its own, in any script', () => {
    const asked = (label: string): string => conditionText({ ...topic, label }, 1, nobody);
    expect(asked('Topic')).toBe('Topic: Strike');
    expect(asked('Topic:')).toBe('Topic: Strike');
    expect(asked('What is it about?')).toBe('What is it about? Strike');
    expect(asked('ما الموضوع؟')).toBe('ما الموضوع؟ Strike');
    expect(asked('主题是什么？')).toBe('主题是什么？ Strike');
  });

  test('says the labels of choices, and of several each', () => {
    expect(conditionText({ ...topic, level: 'multiple' }, [1, 2], nobody)).toBe('topic: Strike, Weather');
    expect(conditionText(topic, 9, nobody)).toBe('topic: 9');
  });

  test('says that there is no answer', () => {
    expect(conditionText(topic, null, nobody)).toBe('topic: no answer');
  });

  test('says the name from a list, and a text that looks like one of its ids as it is', () => {
    expect(conditionText({ ...topic, level: 'entity' }, 'm', people)).toBe('topic: The mayor');
    expect(conditionText({ ...topic, level: 'entity' }, 'gone', people)).toBe('topic: gone');
    expect(conditionText({ ...topic, level: 'text' }, 'm', people)).toBe('topic: m');
  });
});
