import type { Reliability } from '../../../shared/api/reliability.ts';
import { number } from '../../strings/format.ts';
import { reliability as say } from '../../strings/reliability.ts';
import { CodeName } from './CodeName.tsx';
import { PlotAxis } from './IntervalPlot.tsx';
import { FigureText, JudgedCells } from './JudgedCells.tsx';
import { scaleFor } from './plotScale.ts';
import type { PlotScale } from './plotScale.ts';
import { TableFrame } from './TableFrame.tsx';
import styles from './Tables.module.css';

type Value = Reliability['values'][number];

export type ValueTableProps = { values: readonly Value[]; of: 'codes' | 'variables' };

/** Worst first; what is undefined comes last. */
function worstFirst(values: readonly Value[]): Value[] {
  return values.toSorted((a, b) => (a.alpha.value ?? 2) - (b.alpha.value ?? 2));
}

/** Krippendorff's alpha of each variable at its level, or of each code by occurrence. */
export function ValueTable({ values, of }: ValueTableProps) {
  const scale = scaleFor(values.map(({ alpha }) => alpha));
  if (values.length === 0) return null;
  return (
    <TableFrame title={say.values}>
      <thead>
        <tr>
          <th scope="col">{of === 'codes' ? say.code : say.variable}</th>
          {of === 'variables' && <th scope="col">{say.level}</th>}
          <th scope="col" className={styles.number}>
            {say.unitsCount}
          </th>
          <th scope="col">{`α ${say.value.slice(say.value.indexOf('['))}`}</th>
          <th scope="col" className={styles.plotHead}>
            <span className={styles.hidden}>{say.plot}</span>
            <PlotAxis scale={scale} />
          </th>
          <th scope="col">{say.verdict}</th>
          <th scope="col" className={styles.number}>
            {say.agreement}
          </th>
        </tr>
      </thead>
      <tbody>
        {worstFirst(values).map((value) => (
          <ValueRow key={value.name} value={value} of={of} scale={scale} />
        ))}
      </tbody>
    </TableFrame>
  );
}

function ValueRow({ value, of, scale }: { value: Value; of: 'codes' | 'variables'; scale: PlotScale }) {
  return (
    <>
      <tr data-noted={value.warnings.length > 0 || undefined}>
        <th scope="row" className={styles.name}>
          {of === 'codes' ? <CodeName path={value.name} /> : <bdi>{value.name}</bdi>}
        </th>
        {of === 'variables' && <td>{say.levels[value.level] ?? value.level}</td>}
        <td className={styles.number}>{number(value.units)}</td>
        <JudgedCells judged={value.alpha} scale={scale} />
        <td className={styles.number}>
          <FigureText figure={value.agreement} share />
        </td>
      </tr>
      {value.warnings.length > 0 && (
        <tr className={styles.noteRow}>
          <td colSpan={of === 'variables' ? 7 : 6}>{value.warnings.join(' ')}</td>
        </tr>
      )}
    </>
  );
}
