import { describe, expect, it } from 'vitest';
import { coderModeSchema } from '../../../../shared/model/dataTable.ts';
import type { Variable } from '../../../../shared/model/variables.ts';
import { planTable } from './tablePlan.ts';
import type { PlanChoice, PlanSurroundings } from './tablePlan.ts';

const question: Variable = {
  id: 'q',
  scope: 'document',
  code: null,
  name: 'tone',
  label: '',
  help: '',
  level: 'text',
  choices: [],
  required: false,
  minimum: null,
  maximum: null,
  showIf: null,
  fallback: null,
  entityList: '',
  archived: false,
  position: 0,
};
const around: PlanSurroundings = {
  facts: [
    { id: 'f', name: 'outlet', label: '', level: 'text', choices: [], isTyped: true },
    { id: 'g', name: 'date', label: '', level: 'date', choices: [], isTyped: true },
  ],
  codes: [],
  coders: [],
  codePaths: new Map(),
  coderNames: new Map(),
  variables: [question],
  entities: new Map(),
};
const codings: PlanChoice = {
  unit: 'coding',
  coders: 'rows',
  facts: true,
  answers: false,
  text: true,
  codes: { measures: [], rollUp: false, untouched: null },
};

describe('a table of single codings', () => {
  // Without one part for each column, a million codings go to Parquet row by row, or lose a column there.
  it.each(['rows', 'agreed'] as const)('has a part for each of its columns (%s)', (coders) => {
    for (const facts of [true, false]) {
      for (const text of [true, false]) {
        const plan = planTable({ ...codings, coders, facts, text }, around);
        expect(plan.parts).toHaveLength(plan.columns.length);
      }
    }
  });

  it('has none with answers, which are read document by document', () => {
    expect(planTable({ ...codings, answers: true }, around).parts).toBeNull();
  });
});

describe('a table of anything else', () => {
  it('has no parts of codings', () => {
    expect(planTable({ ...codings, unit: 'document' }, around).parts).toBeNull();
    const together = coderModeSchema.options.filter((mode) => mode !== 'rows' && mode !== 'agreed');
    expect(together.length).toBeGreaterThan(0);
    for (const coders of together) expect(planTable({ ...codings, coders }, around).parts).toBeNull();
  });
});
