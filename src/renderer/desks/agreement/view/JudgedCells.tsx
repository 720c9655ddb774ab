import { figure as threeDecimals, interval, percent } from '#words/format.ts';
import { reliability as say } from '#words/window/reliability.ts';
import type { AgreementReport } from '../../../../shared/api/reliability.ts';
import { verdictOf } from '../../../../shared/stats/report/judged.ts';
import { IntervalPlot } from './IntervalPlot.tsx';
import type { PlotScale } from './plotScale.ts';
import spoken from '../../../components/spoken.module.css';
import styles from './Tables.module.css';

export type Judged = AgreementReport['values'][number]['alpha'];
export type Figure = AgreementReport['values'][number]['agreement'];

/** `.743 [.417, 1.000]`. */
function inWords({ value, low, high }: Judged): string {
  if (value === null) return '';
  const limits = low === null || high === null ? '' : ` ${interval(low, high)}`;
  return `${threeDecimals(value)}${limits}`;
}

/** The three cells of a figure: value with interval, plot, verdict. An undefined one says why, in all three. */
export function JudgedCells({ judged, scale, span = 3 }: { judged: Judged; scale: PlotScale; span?: 2 | 3 }) {
  if (judged.value === null)
    return (
      <td colSpan={span} className={styles.undefined}>
        {say.undefinedFor(judged.reason)}
      </td>
    );
  return (
    <>
      <td className={styles.value}>
        {inWords(judged)}
        {judged.note !== '' && <span className={styles.small}>{judged.note}</span>}
        {judged.undefinedDraws > 0 && (
          <span className={styles.small}>{say.undefinedDraws(judged.undefinedDraws, judged.draws)}</span>
        )}
      </td>
      <td className={styles.plot}>
        <IntervalPlot scale={scale} value={judged.value} low={judged.low} high={judged.high} />
      </td>
      {span === 3 && <td className={styles.verdict}>{verdictOf(judged)}</td>}
    </>
  );
}

/** A figure without an interval: its value, or a dash with the reason on it and for screen readers. */
export function FigureText({ figure, share = false }: { figure: Figure; share?: boolean }) {
  if (figure.value === null)
    return (
      <span title={say.undefinedFor(figure.reason)} className={styles.dash}>
        –<span className={spoken.spoken}>{say.undefinedFor(figure.reason)}</span>
      </span>
    );
  return share ? percent(figure.value) : threeDecimals(figure.value);
}
