import { Select } from '../../../components/Select.tsx';
import type { SelectEntry } from '../../../components/Select.tsx';
import styles from './export.module.css';

type LabelledProps = {
  label: string;
  entries: readonly SelectEntry[];
  selected: string;
  onSelect: (id: string) => void;
  isDisabled?: boolean;
};

/** A choice of one with its label beside it. */
export function Labelled(props: LabelledProps) {
  return (
    <div className={styles.labelled}>
      <span aria-hidden="true">{props.label}</span>
      <Select {...props} isField isWide />
    </div>
  );
}
