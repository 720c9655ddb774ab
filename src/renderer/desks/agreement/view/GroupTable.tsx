import { number } from '#words/format.ts';
import { reliability as say } from '#words/window/reliability.ts';
import type { AgreementGroup, AgreementReport } from '../../../../shared/api/reliability.ts';
import { PlotAxis } from './IntervalPlot.tsx';
import { FigureText, JudgedCells } from './JudgedCells.tsx';
import { TableFrame } from './TableFrame.tsx';
import { scaleFor } from './plotScale.ts';
import type { PlotScale } from './plotScale.ts';
import spoken from '../../../components/spoken.module.css';
import styles from './Tables.module.css';

/** The figures of the articles that share a value of a fact: of each outlet, of each year. */
export function GroupTable({ groups }: { groups: NonNullable<AgreementReport['groups']> }) {
  const scale = scaleFor(groups.rows.flatMap(({ rows }) => rows.map(({ alpha }) => alpha)));
  if (groups.rows.length === 0) return null;
  return (
    <TableFrame title={say.byFact(groups.fact)}>
      <thead>
        <tr>
          <th scope="col">{groups.fact}</th>
          <th scope="col">{say.figure}</th>
          <th scope="col" className={styles.number}>
            {say.unitsCount}
          </th>
          <th scope="col">{say.value}</th>
          <th scope="col" className={styles.plotHead}>
            <span className={spoken.spoken}>{say.plot}</span>
            <PlotAxis scale={scale} />
          </th>
          <th scope="col">{say.verdict}</th>
          <th scope="col" className={styles.number}>
            {say.agreement}
          </th>
        </tr>
      </thead>
      {groups.rows.map((group) => (
        <Group key={group.value} group={group} scale={scale} />
      ))}
    </TableFrame>
  );
}

function Group({ group, scale }: { group: AgreementGroup; scale: PlotScale }) {
  return (
    <tbody>
      {group.rows.map((row, at) => (
        <tr key={row.name}>
          {at === 0 && (
            <th scope="rowgroup" rowSpan={group.rows.length} className={styles.groupName}>
              <bdi>{group.value === '' ? say.noValue : group.value}</bdi>
              <span className={styles.small}>{say.documents(group.documents)}</span>
            </th>
          )}
          <td className={styles.nameCell}>
            <bdi>{row.name}</bdi>
          </td>
          <td className={styles.number}>{number(row.units)}</td>
          <JudgedCells judged={row.alpha} scale={scale} />
          <td className={styles.number}>
            <FigureText figure={row.agreement} share />
          </td>
        </tr>
      ))}
    </tbody>
  );
}
