import type { AgreementUnit } from '../../../shared/api/reliability.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Variable } from '../../../shared/model/variables.ts';

/** What figures are made from: the choice, with codes and variables looked up. */
export type Measured = {
  unit: AgreementUnit;
  paths: ReadonlyMap<Id, string>;
  /** Null: codes. */
  variables: readonly Variable[] | null;
};
