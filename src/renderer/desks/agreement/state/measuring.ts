import type { Task } from '../../../../shared/api/events.ts';
import type { AgreementUnit, AgreementReport } from '../../../../shared/api/reliability.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { Records } from '../../../state/records.ts';
import { sharedStore } from '../../../state/store.ts';
import { firstDisagreements, useDisagreements } from './disagreements.ts';
import { firstMarked, useMarked } from './markedDisagreements.ts';

/** What is to be measured, as the form of the Reliability view has it. */
export type AgreementChoice = {
  of: 'codes' | 'variables';
  unit: AgreementUnit;
  /** Null: all. A code stands for those below it too. */
  codes: readonly Id[] | null;
  variables: readonly Id[] | null;
  round: Id | null;
  /** Only these articles: those that were selected in the list of documents. Null: all, or those of the round. */
  documents: readonly Id[] | null;
  /** An article fact whose values get figures of their own. */
  by: Id | null;
  /** Bootstrap draws; 0: no intervals. */
  draws: number;
  seed: number;
};

/** A report with what it was asked for, and when. */
export type Measured = {
  choice: AgreementChoice;
  report: AgreementReport;
  at: number;
  /** Whether codings, answers or who counts as done have changed since. */
  isStale: boolean;
};

export type AgreementState = {
  choice: AgreementChoice;
  /** The measuring that goes on; `task` is null until the program has named it. */
  running: { task: Task | null } | null;
  measured: Measured | null;
};

const firstAgreement: AgreementState = {
  choice: {
    of: 'codes',
    unit: 'span',
    codes: null,
    variables: null,
    round: null,
    documents: null,
    by: null,
    draws: 2000,
    seed: 1,
  },
  running: null,
  measured: null,
};

export const useAgreement = sharedStore<AgreementState>(firstAgreement, 'at-once');

/** Changes some of what is to be measured. */
export function chooseAgreement(change: Partial<AgreementChoice>): void {
  useAgreement.setState(({ choice }) => ({ choice: { ...choice, ...change } }));
}

/** A choice without a round or a fact that has gone from the project since it was chosen. */
export function presentChoice(
  choice: AgreementChoice,
  { rounds, variables }: Pick<Records, 'rounds' | 'variables'>,
): AgreementChoice {
  const { round, by } = choice;
  return {
    ...choice,
    round: rounds.some(({ id }) => id === round) ? round : null,
    by: by !== null && variables.has(by) ? by : null,
  };
}

/** Whether only what is chosen is to be measured, and nothing is. */
export function isNothingChosen({ choice }: AgreementState): boolean {
  return choice[choice.of]?.length === 0;
}

/** Forgets everything: another project is open. */
export function forgetAgreement(): void {
  useAgreement.setState(firstAgreement);
  useDisagreements.setState(firstDisagreements);
  useMarked.setState(firstMarked);
}

/** Notes that what the figures rest on has changed. */
export function markStale(): void {
  const { measured } = useAgreement.getState();
  if (measured && !measured.isStale) useAgreement.setState({ measured: { ...measured, isStale: true } });
}
