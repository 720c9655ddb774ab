import { describe, expect, it } from 'vitest';
import type { Annotation, Code } from '../../../../shared/model/records.ts';
import type { Answer, Variable } from '../../../../shared/model/variables.ts';
import { utf16 } from '../../../../shared/text/offsets.ts';
import { keyOf, questionGroups } from './form.ts';
import type { FormSource } from './form.ts';

/** A variable about the article, named by its id. */
function variable(id: string, more: Partial<Variable> = {}): Variable {
  const plain = { scope: 'document', code: null, label: '', help: '', level: 'text', choices: [] } as const;
  const open = { required: false, minimum: null, maximum: null, showIf: null, fallback: null } as const;
  return { ...plain, choices: [], ...open, id, name: id, entityList: '', archived: false, position: 0, ...more };
}

const ofClaim = (id: string, more: Partial<Variable> = {}): Variable =>
  variable(id, { scope: 'passage', code: 'claim', ...more });

const answer = (variableId: string, value: string, more: Partial<Answer> = {}): Answer => ({
  id: `${variableId} ${value}`,
  document: 'text',
  annotation: null,
  variable: variableId,
  coder: 'ada',
  state: 'given',
  value,
  evidence: [],
  version: 0,
  ...more,
});

const coding = (id: string, more: Partial<Annotation> = {}): Annotation => ({
  id,
  document: 'text',
  code: 'claim',
  coder: 'ada',
  start: utf16(0),
  end: utf16(4),
  memo: '',
  ...more,
});

type Given = {
  variables?: Variable[];
  answers?: Answer[];
  codings?: Annotation[];
  facts?: { variable: string; value: string }[];
  active?: string | null;
  coder?: string | null;
};

function source({ variables = [], answers = [], codings = [], facts = [], active = null, coder = 'ada' }: Given) {
  const byId = <T extends { id: string }>(list: readonly T[]): Map<string, T> =>
    new Map(list.map((one) => [one.id, one]));
  const open = { document: { id: 'text' }, facts, annotations: byId(codings), answers: byId(answers) };
  // Of the document the form asks for its id alone.
  return { variables: byId(variables), codes: new Map<string, Code>(), open, coder, active } as unknown as FormSource;
}

/** Each group with the questions that it asks and the values of their answers. */
function asked(given: Given): [string | null, Record<string, unknown>][] {
  return questionGroups(source(given)).map(({ annotation, questions }) => [
    annotation?.id ?? null,
    Object.fromEntries(questions.map((question) => [question.variable.id, question.answer?.value ?? null])),
  ]);
}
const names = (given: Given): string[] => asked(given).flatMap(([, questions]) => Object.keys(questions));

describe('the questions that are asked', () => {
  it('are those about the article, in the order of the codebook, none that is archived or a fact', () => {
    const variables = [
      variable('last', { position: 3 }),
      variable('first', { position: 1 }),
      variable('old', { position: 0, archived: true }),
      variable('section', { position: 2, scope: 'fact' }),
      ofClaim('stance'),
    ];
    expect(names({ variables })).toEqual(['first', 'last']);
  });

  it('have the acting coder’s answers; without a coder there are none', () => {
    const variables = [variable('tone')];
    const answers = [answer('tone', 'calm', { coder: 'ben' }), answer('tone', 'angry')];
    expect(asked({ variables, answers })).toEqual([[null, { tone: 'angry' }]]);
    expect(asked({ variables, answers, coder: 'ben' })).toEqual([[null, { tone: 'calm' }]]);
    expect(asked({ variables, answers, coder: null })).toEqual([[null, { tone: null }]]);
  });

  it('begin with those of the chosen passage, which has answers of its own', () => {
    const variables = [variable('tone'), ofClaim('stance')];
    const codings = [coding('one'), coding('two')];
    const answers = [
      answer('stance', 'for', { annotation: 'one' }),
      answer('stance', 'against', { annotation: 'two' }),
    ];
    expect(asked({ variables, codings, answers, active: 'two' })).toEqual([
      ['two', { stance: 'against' }],
      [null, { tone: null }],
    ]);
    expect(asked({ variables, codings, answers })).toEqual([[null, { tone: null }]]);
  });

  it('are the article’s alone where the chosen coding is another’s, gone, or of a code without questions', () => {
    const variables = [variable('tone'), ofClaim('stance')];
    const codings = [coding('bens', { coder: 'ben' }), coding('other', { code: 'reason' })];
    for (const active of ['bens', 'other', 'gone']) expect(names({ variables, codings, active })).toEqual(['tone']);
    expect(names({ variables, codings, active: 'bens', coder: null })).toEqual(['tone']);
  });

  it('have keys that name article, passage and variable', () => {
    const groups = questionGroups(
      source({ variables: [variable('v'), ofClaim('p')], codings: [coding('c')], active: 'c' }),
    );
    const keys = groups.flatMap(({ questions }) => questions.map(({ key }) => keyOf(key)));
    expect(keys).toEqual(['text c p', 'text  v']);
  });
});

describe('a rule that shows a question', () => {
  const ifSaid = (asks: string, value: string): Pick<Variable, 'showIf'> => ({
    showIf: { match: 'all', tests: [{ variable: asks, is: 'equal', value }] },
  });

  it('asks the acting coder’s answer, not another’s', () => {
    const variables = [variable('a'), variable('b', { ...ifSaid('a', 'yes'), position: 1 })];
    expect(names({ variables, answers: [answer('a', 'yes', { coder: 'ben' })] })).toEqual(['a']);
    expect(names({ variables, answers: [answer('a', 'yes')] })).toEqual(['a', 'b']);
  });

  it('asks what is known of the article', () => {
    const variables = [variable('s', { scope: 'fact', name: 'section' }), variable('b', ifSaid('s', 'sport'))];
    expect(names({ variables, facts: [{ variable: 'section', value: 'sport' }] })).toEqual(['b']);
    expect(names({ variables, facts: [{ variable: 'section', value: 'home' }] })).toEqual([]);
    expect(names({ variables })).toEqual([]);
  });

  it('compares numbers of facts as numbers', () => {
    const variables = [
      variable('w', { scope: 'fact', name: 'words', level: 'ratio' }),
      variable('b', { showIf: { match: 'all', tests: [{ variable: 'w', is: 'at-least', value: 90 }] } }),
    ];
    // As texts “100” would come before “90”.
    expect(names({ variables, facts: [{ variable: 'words', value: '100' }] })).toEqual(['b']);
    expect(names({ variables, facts: [{ variable: 'words', value: '89' }] })).toEqual([]);
  });

  it('of a passage asks its own answers before the article’s, and those of the article too', () => {
    const variables = [
      variable('tone'),
      ofClaim('stance'),
      ofClaim('why', { ...ifSaid('stance', 'for'), position: 1 }),
      ofClaim('how', { ...ifSaid('tone', 'angry'), position: 2 }),
    ];
    const codings = [coding('one'), coding('two')];
    const answers = [answer('stance', 'for', { annotation: 'one' }), answer('tone', 'angry')];
    expect(names({ variables, codings, answers, active: 'one' })).toEqual(['stance', 'why', 'how', 'tone']);
    expect(names({ variables, codings, answers, active: 'two' })).toEqual(['stance', 'how', 'tone']);
  });
});
