import { number } from '#words/format.ts';
import { reliability as say } from '#words/window/reliability.ts';
import type { Average, AgreementReport, SpanPair } from '../../../../shared/api/reliability.ts';
import { FigureText } from './JudgedCells.tsx';
import type { Figure } from './JudgedCells.tsx';
import { TableFrame } from './TableFrame.tsx';
import styles from './Tables.module.css';

type Spans = NonNullable<AgreementReport['spans']>;

/** The figures of passages by the names that averages have. */
function pooledFigures(spans: Spans): Readonly<Record<string, Figure>> {
  return {
    '|uα': spans.places,
    uα: spans.placesAndCodes,
    cuα: spans.codes,
    'F1 exact': spans.f1Exact,
    'F1 partial': spans.f1Partial,
  };
}

/** A mean, with of how many parts it is, and how many had no figure to give. */
export function AverageText({ average }: { average: Average | undefined }) {
  if (!average) return '–';
  return (
    <>
      <FigureText figure={average} />{' '}
      <span className={styles.faint}>{say.meanOf(average.defined, average.undefined)}</span>
    </>
  );
}

/** Pooled figures beside averaged ones: they answer different questions and may differ much. */
export function AverageTable({ spans }: { spans: Spans }) {
  const pooled = pooledFigures(spans);
  const names = Object.keys(pooled).filter((name) => spans.averages.some((average) => average.name === name));
  if (names.length === 0) return null;
  const averageOf = (name: string, over: Average['over']): Average | undefined =>
    spans.averages.find((average) => average.name === name && average.over === over);
  return (
    <TableFrame title={say.averages}>
      <thead>
        <tr>
          <th scope="col">{say.figure}</th>
          <th scope="col" className={styles.number}>
            {say.pooled}
          </th>
          <th scope="col" className={styles.number}>
            {say.meanOver.documents}
          </th>
          <th scope="col" className={styles.number}>
            {say.meanOver.pairs}
          </th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{say.averageNames[name] ?? name}</th>
            <td className={styles.number}>{pooled[name] && <FigureText figure={pooled[name]} />}</td>
            {(['documents', 'pairs'] as const).map((over) => (
              <td key={over} className={styles.number}>
                <AverageText average={averageOf(name, over)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

/** Passages of each pair of coders. */
export function PairTable({ pairs }: { pairs: readonly SpanPair[] }) {
  if (pairs.length < 2) return null;
  const heads = ['|uα', 'uα', 'cuα', say.f1Exact, say.f1Partial];
  return (
    <TableFrame title={say.pairsTitle}>
      <thead>
        <tr>
          <th scope="col">{say.pair}</th>
          {[say.articlesHead, ...heads].map((head) => (
            <th key={head} scope="col" className={styles.number}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ coders, documents, places, placesAndCodes, codes, f1Exact, f1Partial }) => (
          <tr key={coders.join(' ')}>
            <th scope="row">
              <bdi>{coders.join(' – ')}</bdi>
            </th>
            <td className={styles.number}>{number(documents)}</td>
            {[places, placesAndCodes, codes, f1Exact, f1Partial].map((figure, at) => (
              <td key={heads[at]} className={styles.number}>
                <FigureText figure={figure} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
