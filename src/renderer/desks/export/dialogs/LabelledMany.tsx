import { exportTable as say } from '#words/window/exportTable.ts';
import { MultiSelect } from '../../../components/MultiSelect.tsx';
import type { MultiSelectEntry } from '../../../components/MultiSelect.tsx';
import styles from './export.module.css';

type LabelledManyProps = {
  label: string;
  anyLabel: string;
  entries: readonly MultiSelectEntry[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** A choice of several with its label beside it. What is chosen and no longer there can be taken out. */
export function LabelledMany({ entries, chosen, ...rest }: LabelledManyProps) {
  return (
    <div className={styles.labelled}>
      <span aria-hidden="true">{rest.label}</span>
      <Many {...rest} entries={entries} chosen={chosen} />
    </div>
  );
}

/** The choice alone. */
export function Many({ entries, chosen, ...rest }: LabelledManyProps & { isPending?: boolean; autoFocus?: boolean }) {
  const known = new Set(entries.map(({ id }) => id));
  const gone = chosen.filter((id) => !known.has(id)).map((id) => ({ id, label: say.gone }));
  return (
    <MultiSelect
      {...rest}
      entries={[...entries, ...gone]}
      chosen={chosen}
      severalLabel={say.several}
      searchLabel={say.find}
      clearLabel={say.clearFind}
      noneLabel={say.noneFound}
      isWide
    />
  );
}
