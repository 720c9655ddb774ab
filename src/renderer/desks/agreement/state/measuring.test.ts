import { beforeEach, describe, expect, test } from 'vitest';
import type { RoundSummary } from '../../../state/records.ts';
import type { Variable } from '../../../../shared/model/variables.ts';
import { useDisagreements } from './disagreements.ts';
import { useMarked } from './markedDisagreements.ts';
import {
  chooseAgreement,
  forgetAgreement,
  isNothingChosen,
  markStale,
  presentChoice,
  useAgreement,
} from './measuring.ts';
import type { Measured } from './measuring.ts';

beforeEach(forgetAgreement);

/** Only what is read of records matters here. */
const project = (rounds: readonly string[], variables: readonly string[]) => ({
  rounds: rounds.map((id) => ({ id }) as RoundSummary),
  variables: new Map(variables.map((id) => [id, { id } as Variable])),
});

describe('what is to be measured', () => {
  test('keeps the rest when some of it changes', () => {
    chooseAgreement({ seed: 7 });
    chooseAgreement({ unit: 'sentence', codes: ['a'] });
    expect(useAgreement.getState().choice).toMatchObject({ of: 'codes', unit: 'sentence', codes: ['a'], seed: 7 });
  });

  test('is nothing only where what is asked for is to be chosen and is not', () => {
    expect(isNothingChosen(useAgreement.getState())).toBe(false);
    chooseAgreement({ codes: [] });
    expect(isNothingChosen(useAgreement.getState())).toBe(true);
    // An empty choice of codes says nothing of variables.
    chooseAgreement({ of: 'variables' });
    expect(isNothingChosen(useAgreement.getState())).toBe(false);
    chooseAgreement({ variables: [] });
    expect(isNothingChosen(useAgreement.getState())).toBe(true);
    chooseAgreement({ variables: ['tone'] });
    expect(isNothingChosen(useAgreement.getState())).toBe(false);
  });

  test('loses a round and a fact that are gone, and nothing else', () => {
    chooseAgreement({ round: 'pilot', by: 'site', codes: ['gone'], draws: 5 });
    const { choice } = useAgreement.getState();
    expect(presentChoice(choice, project(['pilot'], ['site']))).toEqual(choice);
    expect(presentChoice(choice, project([], ['site']))).toEqual({ ...choice, round: null });
    expect(presentChoice(choice, project(['pilot', 'main'], ['date']))).toEqual({ ...choice, by: null });
  });
});

describe('what was measured', () => {
  const measured = (): Measured => ({
    choice: useAgreement.getState().choice,
    report: {} as Measured['report'], // not read here
    at: 1,
    isStale: false,
  });

  test('is old once, and anew when it is measured again', () => {
    markStale();
    expect(useAgreement.getState().measured).toBeNull();
    useAgreement.setState({ measured: measured() });
    markStale();
    const old = useAgreement.getState().measured;
    expect(old?.isStale).toBe(true);
    markStale();
    expect(useAgreement.getState().measured).toBe(old);
  });

  test('is forgotten with what was opened and listed', () => {
    chooseAgreement({ draws: 3 });
    useAgreement.setState({ measured: measured(), running: { task: null } });
    useDisagreements.setState({ chosen: 'a 0 4', discussed: 'a 0 4' });
    useMarked.setState({ filter: 'slip', limit: 100, at: 'x' });
    forgetAgreement();
    expect(useAgreement.getState()).toMatchObject({ measured: null, running: null, choice: { draws: 2000, seed: 1 } });
    expect(useDisagreements.getState()).toEqual({ figure: null, cell: null, chosen: null, discussed: null });
    expect(useMarked.getState()).toEqual({ filter: 'all', limit: 50, at: null });
  });
});
