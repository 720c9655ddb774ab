import { describe, expect, it } from 'vitest';
import type { Question } from './form.ts';
import { formSections } from './formSections.ts';

function question(name: string, label = ''): Question {
  const plain = {
    scope: 'document',
    code: null,
    level: 'nominal',
    choices: [],
    entityList: '',
    archived: false,
  } as const;
  const rest = { help: '', required: false, minimum: null, maximum: null, showIf: null, fallback: null, position: 0 };
  const variable = { ...plain, ...rest, id: name, name, label, choices: [] };
  return { key: { document: 'article', annotation: null, variable: name }, variable, answer: undefined };
}

/** Each heading with its questions’ labels. */
function shown(...questions: Question[]): [string | null, string[]][] {
  return formSections(questions).map(({ heading, questions: held }) => [heading, held.map(({ label }) => label)]);
}

describe('the questions of the form', () => {
  it('stand under no heading where their names have one level', () => {
    expect(shown(question('tone'), question('local', 'Is it local?'))).toEqual([[null, ['tone', 'Is it local?']]]);
  });

  it('stand under what their names begin with, which they do not repeat', () => {
    expect(
      shown(question('tone'), question('Frame / Conflict'), question('Frame / Morality', 'Are there morals?')),
    ).toEqual([
      [null, ['tone']],
      ['Frame', ['Conflict', 'Are there morals?']],
    ]);
  });

  it('keep their order, so that a heading may come twice', () => {
    expect(shown(question('A / x'), question('B / y'), question('A / z')).map(([heading]) => heading)).toEqual([
      'A',
      'B',
      'A',
    ]);
  });

  it('have the last level as their own where there are several, and none where a level is empty', () => {
    expect(shown(question('News / Frame / Conflict'))).toEqual([['News / Frame', ['Conflict']]]);
    expect(shown(question(' / Conflict'))).toEqual([[null, [' / Conflict']]]);
    expect(shown(question('and/or'))).toEqual([[null, ['and/or']]]);
  });
});
