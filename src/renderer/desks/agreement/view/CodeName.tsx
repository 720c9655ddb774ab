import { useMemo } from 'react';
import { Swatch } from '../../../components/Swatch.tsx';
import { codePath, useRecords } from '../../../state/records.ts';
import styles from './Tables.module.css';

/** A code as reports name it, by its path, with its mark as long as the codebook has it. */
export function CodeName({ path }: { path: string }) {
  const codes = useRecords((state) => state.codes);
  const code = useMemo(() => [...codes.values()].find(({ id }) => codePath(codes, id) === path), [codes, path]);
  return (
    <span className={styles.code}>
      {code && <Swatch hue={code.hue} pattern={code.pattern} className={styles.swatch} />}
      <bdi>{path}</bdi>
    </span>
  );
}
