import { figure, number, percent } from '#words/format.ts';
import { reliability as say } from '#words/window/reliability.ts';
import type { AgreementReport } from '../../../../shared/api/reliability.ts';
import { Facts } from '../../../components/Facts.tsx';
import type { FactEntry } from '../../../components/Facts.tsx';
import { FigureText } from './JudgedCells.tsx';
import { AverageText } from './PooledTables.tsx';
import styles from './Tables.module.css';

type Value = AgreementReport['values'][number];

function share(of: number | null): string {
  return of === null ? '–' : percent(of);
}

/** What stands behind a figure: how sure its class is, the other coefficients, and each pair of coders. */
export function ValueDetails({ value }: { value: Value }) {
  const { alpha, brennanPrediger, gwet, pairs } = value;
  const entries: FactEntry[] = [
    { label: say.valuesCount, value: number(value.values) },
    { label: say.brennanPrediger, value: <FigureText figure={brennanPrediger} /> },
    { label: say.gwet, value: <FigureText figure={gwet} /> },
  ];
  for (const average of value.averages)
    entries.push({
      label: say.meanLabel(average.name, average.over),
      value: <AverageText average={average} />,
    });
  if (alpha.draws > 0)
    entries.push(
      { label: say.chanceBelow('.667'), value: share(alpha.below667) },
      { label: say.chanceBelow('.800'), value: share(alpha.below800) },
      { label: say.undefinedSamples, value: say.ofAll(alpha.undefinedDraws, alpha.draws) },
    );
  return (
    <div className={styles.details}>
      <Facts entries={entries} />
      {pairs.length > 1 && (
        <table aria-label={say.pairs(value.name)} className={styles.pairs}>
          <thead>
            <tr>
              <th scope="col">{say.pair}</th>
              <th scope="col">α</th>
              <th scope="col">{say.agreement}</th>
              <th scope="col">{say.unitsCount}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <tr key={pair.coders.join(' ')}>
                <th scope="row">{pair.coders.join(' – ')}</th>
                <td>{pair.alpha.value === null ? say.undefinedFor(pair.alpha.reason) : figure(pair.alpha.value)}</td>
                <td>
                  <FigureText figure={pair.agreement} share />
                </td>
                <td>{number(pair.units)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
