import { exportTable as say } from '#words/window/exportTable.ts';
import { buildCodeTree } from '../../../../shared/model/codeTree.ts';
import { statusSchema } from '../../../../shared/model/variables.ts';
import type { MultiSelectEntry } from '../../../components/MultiSelect.tsx';
import { useBlindRound } from '../../../state/blindness.ts';
import { useRecords } from '../../../state/records.ts';
import { ArticlesField } from './ArticlesField.tsx';
import { FactFilters } from './FactFilters.tsx';
import { LabelledMany } from './LabelledMany.tsx';
import type { Draft } from './draft.ts';
import styles from './export.module.css';

/** Which articles, and whose work in them, the table is of. */
export function FilterFields({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const { filters } = draft;
  const filter = (part: Partial<Draft['filters']>): void => onChange({ ...draft, filters: { ...filters, ...part } });
  const { codes, coders, rounds } = useNames();
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.caption}>{say.only}</legend>
      <ArticlesField documents={filters.documents} onChange={(documents) => filter({ documents })} />
      <LabelledMany
        label={say.status}
        anyLabel={say.anyStatus}
        entries={statusSchema.options.map((id) => ({ id, label: say.statuses[id] }))}
        chosen={filters.statuses}
        onChange={(ids) => filter({ statuses: statusSchema.options.filter((id) => ids.includes(id)) })}
      />
      <LabelledMany
        label={say.round}
        anyLabel={say.anyRound}
        entries={rounds}
        chosen={filters.rounds}
        onChange={(ids) => filter({ rounds: ids })}
      />
      <LabelledMany
        label={say.coder}
        anyLabel={say.anyCoder}
        entries={coders}
        chosen={filters.coders}
        onChange={(ids) => filter({ coders: ids })}
      />
      <LabelledMany
        label={say.code}
        anyLabel={say.anyCode}
        entries={codes}
        chosen={filters.codes}
        onChange={(ids) => filter({ codes: ids })}
      />
      <FactFilters lines={draft.facts} onChange={(facts) => onChange({ ...draft, facts })} />
    </fieldset>
  );
}

function useNames(): Record<'codes' | 'coders' | 'rounds', MultiSelectEntry[]> {
  const known = useRecords((state) => state.codes);
  const coders = useRecords((state) => state.coders);
  const rounds = useRecords((state) => state.rounds);
  // Who codes blind exports their own work alone.
  const acting = useRecords((state) => state.status?.coder?.id);
  const isBlind = useBlindRound() !== null;
  const offered = [...coders.values()].filter(({ id }) => !isBlind || id === acting);
  return {
    codes: Array.from(buildCodeTree([...known.values()]).nodes.values(), ({ code, path }) => ({
      id: code.id,
      label: path,
    })),
    coders: offered.map(({ id, name }) => ({ id, label: name })).sort((a, b) => a.label.localeCompare(b.label)),
    rounds: rounds.map(({ id, name }) => ({ id, label: name })),
  };
}
