import { classes } from '../../../components/classes.ts';
import { axisLabels, thresholds, toPercent } from './plotScale.ts';
import type { PlotScale } from './plotScale.ts';
import styles from './IntervalPlot.module.css';

export type IntervalPlotProps = {
  scale: PlotScale;
  /** Null: nothing is drawn but the thresholds. */
  value: number | null;
  low: number | null;
  high: number | null;
};

/**
 * A figure as a point on its interval, with lines at the thresholds, so that a column of them reads as one plot. Says
 * nothing to a screen reader: the numbers stand beside it.
 */
export function IntervalPlot({ scale, value, low, high }: IntervalPlotProps) {
  const at = (figure: number): string => `${toPercent(scale, figure)}%`;
  return (
    <svg aria-hidden="true" className={styles.plot}>
      <Grid scale={scale} />
      {low !== null && high !== null && (
        <>
          <line className={styles.interval} x1={at(low)} x2={at(high)} y1="50%" y2="50%" />
          {[low, high].map((end, place) => (
            <line
              key={place}
              className={styles.end}
              x1={at(end)}
              x2={at(end)}
              y1="calc(50% - 4px)"
              y2="calc(50% + 4px)"
            />
          ))}
        </>
      )}
      {value !== null && <circle className={styles.point} cx={at(value)} cy="50%" r="3.5" />}
    </svg>
  );
}

function Grid({ scale }: { scale: PlotScale }) {
  const lines = scale.least < 0 ? [0, ...thresholds] : thresholds;
  return lines.map((line) => (
    <line
      key={line}
      className={classes(styles.line, line === 0 && styles.zero)}
      x1={`${toPercent(scale, line)}%`}
      x2={`${toPercent(scale, line)}%`}
      y1="0"
      y2="100%"
    />
  ));
}

/** The scale of a column of plots, for its head. */
export function PlotAxis({ scale }: { scale: PlotScale }) {
  return (
    <span aria-hidden="true" className={styles.axis}>
      {axisLabels(scale).map(({ text, at, side }) => (
        <span key={text} className={styles.tick} data-side={side} style={{ left: `${at}%` }}>
          {text}
        </span>
      ))}
    </span>
  );
}
