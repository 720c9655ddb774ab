import { describe, expect, it } from 'vitest';
import { codebookStrings } from '#words/window/codebook.ts';
import { changesOfRules, codebookDifference, emptyCodebook } from './codebookContent.ts';
import type { CodebookContent } from './codebookContent.ts';
import { plainCode } from './records.ts';
import type { Code } from './records.ts';
import type { Variable } from './variables.ts';

function code(id: string, name: string, parent: string | null = null): Code {
  return { id, parent, name, ...plainCode, hue: 1, pattern: 'plain', key: null, position: 0 };
}

const tone: Variable = {
  id: 'v1',
  scope: 'passage',
  code: 'c2',
  name: 'tone',
  label: 'How does it sound?',
  help: '',
  level: 'ordinal',
  choices: [{ value: 1, label: 'good', missing: false, help: '' }],
  required: false,
  minimum: null,
  maximum: null,
  showIf: null,
  fallback: null,
  entityList: '',
  archived: false,
  position: 0,
};

const first: CodebookContent = {
  codes: [code('c1', 'Frames'), code('c2', 'Conflict', 'c1')],
  sets: [{ id: 's1', name: 'Side', rule: 'warn' }],
  examples: [{ id: 'e1', code: 'c2', quote: 'a quarrel', anchor: null, position: 0 }],
  variables: [tone],
};

/** The lines of a difference as people read them. */
function lines(before: CodebookContent, after: CodebookContent): string[] {
  return codebookDifference(before, after).map(({ kind, subject, name, field, before: was, after: is }) =>
    `${kind} ${subject} ${name} ${field} ${was}→${is}`.replace(/ *→$/u, '').trimEnd(),
  );
}

describe('The difference between two codebooks', () => {
  it('names all that is in one of them only, by path', () => {
    expect(lines(emptyCodebook, first)).toEqual([
      'added code Frames',
      'added code Frames / Conflict',
      'added variable Frames / Conflict / tone',
      'added set Side',
      'added example Frames / Conflict',
    ]);
    expect(lines(first, emptyCodebook)).toHaveLength(5);
    expect(lines(first, first)).toEqual([]);
  });

  it('has a line for each field that reads differently', () => {
    const choices = [...tone.choices, { value: 9, label: 'cannot tell', missing: true, help: '' }];
    const showIf: Variable['showIf'] = { match: 'all', tests: [{ variable: 'v1', is: 'at-least', value: 1 }] };
    const after: CodebookContent = {
      ...first,
      codes: [code('c1', 'Frames'), { ...code('c2', 'Conflict', null), exclusiveSet: 's1' }],
      variables: [{ ...tone, choices, showIf }],
    };
    expect(lines(first, after)).toEqual([
      'changed code Conflict parent Frames',
      'changed code Conflict set →Side',
      'changed variable Conflict / tone choices 1 good→1 good\n9 cannot tell (missing)',
      'changed variable Conflict / tone showIf →tone ≥ 1',
    ]);
  });

  it('has words for every field', () => {
    const after: CodebookContent = {
      codes: [
        code('c1', 'Frames'),
        {
          ...code('c2', 'Quarrel'),
          ...{ definition: 'x', include: 'x', exclude: 'x', archived: true, exclusiveSet: 's1' },
          ...{ hue: 2, pattern: 'striped', key: '4' },
        },
      ],
      sets: [{ id: 's1', name: 'Sides', rule: 'refuse' }],
      examples: [{ id: 'e1', code: 'c1', quote: 'another', anchor: null, position: 0 }],
      variables: [
        {
          ...tone,
          ...{ scope: 'document', code: null, name: 'x', label: 'x', help: 'x', level: 'entity', choices: [] },
          ...{ required: true, minimum: 1, maximum: 2, fallback: 'x', entityList: 'x', archived: true },
          showIf: { match: 'all', tests: [{ variable: 'v1', is: 'equal', value: 1 }] },
        },
      ],
    };
    const changes = codebookDifference(first, after);
    // Ten of a code, fourteen of a variable, two of a set, two of an example.
    expect(changes).toHaveLength(28);
    for (const change of changes)
      expect(codebookStrings.change(change)).not.toMatch(new RegExp(`^${change.field}:`, 'u'));
  });

  it('does not count a new name of the code above, nor the order of codes', () => {
    const after = { ...first, codes: [{ ...code('c1', 'Framing'), position: 3 }, code('c2', 'Conflict', 'c1')] };
    expect(lines(first, after)).toEqual(['changed code Framing name Frames→Framing']);
  });

  it('makes work doubtful where rules changed, not where colours did', () => {
    const after: CodebookContent = {
      ...first,
      codes: [{ ...code('c1', 'Frames'), hue: 5, key: '1' }, code('c2', 'Conflict', 'c1')],
      variables: [{ ...tone, label: 'How does it read?' }],
    };
    const changes = changesOfRules(codebookDifference(first, after), after.variables);
    expect([...changes.keys()].sort()).toEqual(['c2', 'v1']);
  });
});
