import { coderModeSchema, tableUnitSchema } from '../../../shared/model/dataTable.ts';
import type { TableFilters } from '../../../shared/model/dataTable.ts';
import { statusSchema } from '../../../shared/model/variables.ts';
import type { SelectEntry } from '../../components/Select.tsx';
import { useBlindRound } from '../../state/blindness.ts';
import { codePath, useRecords } from '../../state/records.ts';
import { exportTable as say } from '../../strings/exportTable.ts';
import { withUnit } from './draft.ts';
import type { Draft } from './draft.ts';
import styles from './export.module.css';
import { Labelled } from './Labelled.tsx';

type FieldsProps = { draft: Draft; onChange: (draft: Draft) => void };

const any = '';
const several = 'several';

/** What a row is, how coders stand in it, and which rows there are. */
export function RowFields({ draft, onChange }: FieldsProps) {
  const units = ['both', ...tableUnitSchema.options] as const;
  const { filters } = draft;
  const isUsual = draft.unit === 'both';
  const filter = (part: Partial<TableFilters>): void => onChange({ ...draft, filters: { ...filters, ...part } });
  const { codes, coders, rounds } = useNames();
  const isBlind = useBlindRound() !== null;
  const modes = coderModeSchema.options.filter((mode) => mode !== 'agreed' || mode === draft.coders || !isBlind);
  return (
    <fieldset className={styles.fields}>
      <legend>{say.rows}</legend>
      <Labelled
        label={say.unit}
        entries={units.map((id) => ({ id, label: say.units[id] }))}
        selected={draft.unit}
        onSelect={(id) => onChange(withUnit(draft, units.find((unit) => unit === id) ?? 'both'))}
      />
      <Labelled
        label={say.coders}
        entries={modes.map((id) => ({ id, label: say.coderModes[id] }))}
        selected={draft.coders}
        onSelect={(id) => onChange({ ...draft, coders: coderModeSchema.parse(id) })}
        isDisabled={isUsual}
      />
      <Filter
        label={say.status}
        anyLabel={say.anyStatus}
        entries={statusSchema.options.map((id) => ({ id, label: say.statuses[id] }))}
        chosen={filters.statuses}
        onChoose={(id) => filter({ statuses: id === null ? [] : [statusSchema.parse(id)] })}
        isDisabled={isUsual}
      />
      <Filter
        label={say.round}
        anyLabel={say.anyRound}
        entries={rounds}
        chosen={filters.round === null ? [] : [filters.round]}
        onChoose={(round) => filter({ round })}
        isDisabled={isUsual}
      />
      <Filter
        label={say.coder}
        anyLabel={say.anyCoder}
        entries={coders}
        chosen={filters.coders}
        onChoose={(id) => filter({ coders: id === null ? [] : [id] })}
        isDisabled={isUsual}
      />
      <Filter
        label={say.code}
        anyLabel={say.anyCode}
        entries={codes}
        chosen={filters.codes}
        onChoose={(id) => filter({ codes: id === null ? [] : [id] })}
        isDisabled={isUsual}
      />
    </fieldset>
  );
}

function useNames(): { codes: SelectEntry[]; coders: SelectEntry[]; rounds: SelectEntry[] } {
  const known = useRecords((state) => state.codes);
  const coders = useRecords((state) => state.coders);
  const rounds = useRecords((state) => state.rounds);
  // Who codes blind exports their own work alone.
  const acting = useRecords((state) => state.status?.coder?.id);
  const isBlind = useBlindRound() !== null;
  const offered = [...coders.values()].filter(({ id }) => !isBlind || id === acting);
  const byLabel = (entries: SelectEntry[]): SelectEntry[] => entries.toSorted((a, b) => a.label.localeCompare(b.label));
  return {
    codes: byLabel(Array.from(known.keys(), (id) => ({ id, label: codePath(known, id) }))),
    coders: byLabel(offered.map(({ id, name }) => ({ id, label: name }))),
    rounds: rounds.map(({ id, name }) => ({ id, label: name })),
  };
}

type FilterProps = {
  label: string;
  anyLabel: string;
  entries: readonly SelectEntry[];
  chosen: readonly string[];
  onChoose: (id: string | null) => void;
  isDisabled: boolean;
};

/** Leaves rows out, or (the first entry) none. A saved export may name several at once, which is then said. */
function Filter({ label, anyLabel, entries, chosen, onChoose, isDisabled }: FilterProps) {
  const [first = any] = chosen;
  const isGone = first !== any && !entries.some(({ id }) => id === first);
  const more: SelectEntry[] =
    chosen.length > 1
      ? [{ id: several, label: say.several(chosen.length) }]
      : isGone
        ? [{ id: first, label: say.gone }]
        : [];
  return (
    <Labelled
      label={label}
      entries={[{ id: any, label: anyLabel }, ...more, ...entries]}
      selected={chosen.length > 1 ? several : first}
      onSelect={(id) => {
        if (id !== several) onChoose(id === any ? null : id);
      }}
      isDisabled={isDisabled}
    />
  );
}
