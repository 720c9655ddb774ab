import { expect, it } from 'vitest';
import type { Level, Variable } from '../../../../shared/model/variables.ts';
import { valueWords } from './valueWords.ts';

function variable(level: Level): Variable {
  const choices = [
    { value: 1, label: 'Low', missing: false, help: '' },
    { value: -2, label: 'متدنٍّ', missing: false, help: '' },
  ];
  const asked = {
    scope: 'document',
    code: null,
    name: 'v',
    label: '',
    help: '',
    required: false,
    showIf: null,
  } as const;
  return {
    ...asked,
    id: 'v',
    level,
    choices,
    minimum: null,
    maximum: null,
    fallback: null,
    entityList: 'Actors',
    archived: false,
    position: 0,
  };
}
const entities = new Map([['e1', { id: 'e1', list: 'Actors', name: 'Dockers’ union', attributes: {} }]]);

it.for([
  ['the label of a choice', 'ordinal', 1, 'Low'],
  ['a number that no choice has', 'nominal', 7, '7'],
  ['the labels of several, in their order, with a comma', 'multiple', [-2, 1, 7], 'متدنٍّ, Low, 7'],
  ['one of several alone', 'multiple', [1], 'Low'],
  ['a number', 'ratio', 2.5, '2.5'],
  ['the label of a missing code of a number', 'interval', 1, 'Low'],
  ['a name of a list', 'entity', 'e1', 'Dockers’ union'],
  ['what is left of a name that is gone', 'entity', 'e2', 'e2'],
  ['a text, though it reads like the id of a name', 'text', 'e1', 'e1'],
  ['a date', 'date', '2024-02-29', '2024-02-29'],
] as const)('A value in words is %s', ([, level, value, words]) => {
  expect(valueWords(variable(level), typeof value === 'object' ? [...value] : value, entities)).toBe(words);
});
