import { number } from '#words/format.ts';
import { agreed as say } from '#words/window/agreed.ts';
import type { AgainstAgreed } from '../../../../shared/api/reliability.ts';
import { FigureText } from './JudgedCells.tsx';
import { TableFrame } from './TableFrame.tsx';
import styles from './Tables.module.css';

/** How each coder compares with the agreed version. */
export function AgainstTable({ coders }: { coders: readonly AgainstAgreed[] }) {
  if (coders.length === 0) return null;
  return (
    <>
      <TableFrame title={say.against}>
        {coders.some(({ spans }) => spans !== null) ? <SpanRows coders={coders} /> : <ValueRows coders={coders} />}
      </TableFrame>
      <p className={styles.small}>{say.notIndependent}</p>
    </>
  );
}

function SpanRows({ coders }: { coders: readonly AgainstAgreed[] }) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {say.coder}
          </th>
          <th scope="col" rowSpan={2} className={styles.number}>
            {say.articles}
          </th>
          <th scope="col" rowSpan={2} className={styles.number}>
            {say.uAlpha}
          </th>
          {[say.exact, say.partial].map((how) => (
            <th key={how} scope="colgroup" colSpan={3} className={styles.number}>
              {how}
            </th>
          ))}
        </tr>
        <tr>
          {['exact', 'partial'].flatMap((how) =>
            [say.precision, say.recall, say.f1].map((name) => (
              <th key={`${how} ${name}`} scope="col" className={styles.number}>
                {name}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {coders.map(({ coder, documents, spans }) => (
          <tr key={coder}>
            <th scope="row" className={styles.name}>
              <bdi>{coder}</bdi>
            </th>
            <td className={styles.number}>{number(documents)}</td>
            {spans && (
              <>
                <td className={styles.number}>
                  <FigureText figure={spans.placesAndCodes} />
                </td>
                {[spans.exact, spans.partial].flatMap((score, place) =>
                  [score.precision, score.recall, score.f1].map((figure, at) => (
                    <td key={`${place} ${at}`} className={styles.number}>
                      <FigureText figure={figure} />
                    </td>
                  )),
                )}
              </>
            )}
          </tr>
        ))}
      </tbody>
    </>
  );
}

function ValueRows({ coders }: { coders: readonly AgainstAgreed[] }) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{say.coder}</th>
          <th scope="col">{say.of}</th>
          <th scope="col" className={styles.number}>
            {say.alpha}
          </th>
          <th scope="col" className={styles.number}>
            {say.agreement}
          </th>
          <th scope="col" className={styles.number}>
            {say.articles}
          </th>
        </tr>
      </thead>
      <tbody>
        {coders.flatMap(({ coder, values }) =>
          values.map((value, at) => (
            <tr key={`${coder} ${value.name}`}>
              {at === 0 && (
                <th scope="rowgroup" rowSpan={values.length} className={styles.name}>
                  <bdi>{coder}</bdi>
                </th>
              )}
              <td>
                <bdi>{value.name}</bdi>
              </td>
              <td className={styles.number}>
                <FigureText figure={value.alpha} />
              </td>
              <td className={styles.number}>
                <FigureText figure={value.agreement} share />
              </td>
              <td className={styles.number}>{number(value.units)}</td>
            </tr>
          )),
        )}
      </tbody>
    </>
  );
}
