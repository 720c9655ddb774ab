import { exportTable as say } from '#words/window/exportTable.ts';
import type { ExportPreview } from '../../../../shared/api/exports.ts';
import { Labelled } from './Labelled.tsx';
import type { Draft } from './draft.ts';
import styles from './export.module.css';

type PartitionFieldProps = {
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** Null while it is not known which columns there are. */
  preview: ExportPreview | null;
};

const one = '';

/** The column by whose values Parquet is split into folders. */
export function PartitionField({ draft, onChange, preview }: PartitionFieldProps) {
  const { partition } = draft;
  const offered = preview?.splits ?? [];
  const entries = partition === null || offered.includes(partition) ? offered : [partition, ...offered];
  return (
    <div className={styles.partition}>
      <Labelled
        label={say.partition}
        entries={[{ id: one, label: say.oneFile }, ...idsLast(entries).map((name) => ({ id: name, label: name }))]}
        selected={partition ?? one}
        onSelect={(id) => onChange({ ...draft, partition: id === one ? null : id })}
      />
      {!canSplit(draft, preview) && (
        <p role="alert" className={styles.error}>
          {say.noColumn(partition ?? '')}
        </p>
      )}
    </div>
  );
}

/** Whether the tables have the column that Parquet is to be split by, in either case, as far as is known. */
export function canSplit({ formats, partition }: Draft, preview: ExportPreview | null): boolean {
  if (partition === null || preview === null || !formats.includes('parquet')) return true;
  return preview.names.some((name) => name.toLowerCase() === partition.toLowerCase());
}

/** Ids tell readers nothing and make a folder for each row: they are offered, but last. */
function idsLast(names: readonly string[]): string[] {
  const isId = (name: string): boolean => /(?:^|_)id$/iu.test(name);
  return [...names.filter((name) => !isId(name)), ...names.filter(isId)];
}
