import { number, percent } from '#words/format.ts';
import { reliability as say } from '#words/window/reliability.ts';
import type { AgreementReport } from '../../../../shared/api/reliability.ts';
import { CodeName } from './CodeName.tsx';
import { PlotAxis } from './IntervalPlot.tsx';
import { FigureText, JudgedCells } from './JudgedCells.tsx';
import type { Figure, Judged } from './JudgedCells.tsx';
import { OpenButton } from './OpenButton.tsx';
import { TableFrame } from './TableFrame.tsx';
import { scaleFor } from './plotScale.ts';
import type { PlotScale } from './plotScale.ts';
import { firstRow, useMatrixKeys } from './useMatrixKeys.ts';
import spoken from '../../../components/spoken.module.css';
import styles from './Tables.module.css';

type Spans = NonNullable<AgreementReport['spans']>;

function Question({ text, note, at, tabIndex }: { text: string; note: string; at: number; tabIndex: 0 | -1 }) {
  return (
    <th scope="row" className={styles.question}>
      <OpenButton row={{ kind: 'all', name: text }} name={text} at={at} tabIndex={tabIndex}>
        {text}
      </OpenButton>
      <span className={styles.small}>{note}</span>
    </th>
  );
}

type AskedProps = {
  at: number;
  tabIndex: 0 | -1;
  text: string;
  note: string;
  symbol: string;
  judged: Judged;
  scale: PlotScale;
  basis: string;
};

function Asked({ at, tabIndex, text, note, symbol, judged, scale, basis }: AskedProps) {
  return (
    <tr>
      <Question text={text} note={note} at={at} tabIndex={tabIndex} />
      <td className={styles.symbol}>{symbol}</td>
      <JudgedCells judged={judged} scale={scale} />
      <td className={styles.basis}>{basis}</td>
    </tr>
  );
}

function Overlap({ name, figure, isFirst }: { name: string; figure: Figure; isFirst: boolean }) {
  return (
    <tr>
      {isFirst && (
        <th scope="rowgroup" rowSpan={2} className={styles.question}>
          {say.overlap}
          <span className={styles.small}>{say.overlapNote}</span>
        </th>
      )}
      <td className={styles.symbol}>{name}</td>
      <td className={styles.value}>
        <FigureText figure={figure} />
      </td>
      <td colSpan={3} className={styles.basis} />
    </tr>
  );
}

/** What outsiders ask first: the same places, the same codes, both? */
export function SpanQuestions({ spans }: { spans: Spans }) {
  const scale = scaleFor([spans.places, spans.placesAndCodes, spans.codes]);
  const articles = say.documents(spans.documents);
  const { coverage } = spans;
  const keys = useMatrixKeys(firstRow);
  return (
    <TableFrame title={say.passages} keys={keys}>
      <thead>
        <tr>
          <th scope="col">{say.question}</th>
          <th scope="col">{say.figure}</th>
          <th scope="col">{say.value}</th>
          <th scope="col" className={styles.plotHead}>
            <span className={spoken.spoken}>{say.plot}</span>
            <PlotAxis scale={scale} />
          </th>
          <th scope="col">{say.verdict}</th>
          <th scope="col">{say.restsOn}</th>
        </tr>
      </thead>
      <tbody>
        <Asked
          at={0}
          tabIndex={keys.tabIndexOf({ row: 0, column: 0 })}
          text={say.samePlaces}
          note={say.samePlacesNote}
          symbol="|uα"
          judged={spans.places}
          scale={scale}
          basis={articles}
        />
        <Asked
          at={1}
          tabIndex={keys.tabIndexOf({ row: 1, column: 0 })}
          text={say.sameBoth}
          note={say.sameBothNote}
          symbol="uα"
          judged={spans.placesAndCodes}
          scale={scale}
          basis={articles}
        />
        <Asked
          at={2}
          tabIndex={keys.tabIndexOf({ row: 2, column: 0 })}
          text={say.sameCode}
          note={say.sameCodeNote}
          symbol="cuα"
          judged={spans.codes}
          scale={scale}
          basis={coverage.value === null ? articles : say.coverage(percent(coverage.value))}
        />
        <Overlap name={say.f1Exact} figure={spans.f1Exact} isFirst />
        <Overlap name={say.f1Partial} figure={spans.f1Partial} isFirst={false} />
      </tbody>
    </TableFrame>
  );
}

/** Each code against everything else, worst first. */
export function CodeTable({ codes }: { codes: Spans['perCode'] }) {
  const scale = scaleFor(codes.map(({ alpha }) => alpha));
  const keys = useMatrixKeys(firstRow);
  if (codes.length === 0) return null;
  return (
    <TableFrame title={say.perCode} keys={keys}>
      <thead>
        <tr>
          <th scope="col">{say.code}</th>
          <th scope="col" className={styles.number}>
            {say.marked}
          </th>
          <th scope="col">{say.valueOf('uα')}</th>
          <th scope="col" className={styles.plotHead}>
            <span className={spoken.spoken}>{say.plot}</span>
            <PlotAxis scale={scale} />
          </th>
          <th scope="col">{say.verdict}</th>
          <th scope="col">{say.sameText}</th>
          <th scope="col" className={styles.number}>
            {say.f1}
          </th>
          <th scope="col" className={styles.number}>
            {say.jaccard}
          </th>
        </tr>
      </thead>
      <tbody>
        {codes.map((code, at) => (
          <tr key={code.code}>
            <th scope="row" className={styles.name}>
              <OpenButton
                row={{ kind: 'code', name: code.code }}
                name={code.code}
                at={at}
                tabIndex={keys.tabIndexOf({ row: at, column: 0 })}
              >
                <CodeName path={code.code} />
              </OpenButton>
            </th>
            <td className={styles.number}>{`${number(code.spans)} · ${number(code.characters)}`}</td>
            <JudgedCells judged={code.alpha} scale={scale} />
            <td className={styles.basis}>
              <FigureText figure={code.sameText} />{' '}
              {code.coverage.value !== null && (
                <span className={styles.faint}>{say.on(percent(code.coverage.value))}</span>
              )}
            </td>
            <td className={styles.number}>
              <FigureText figure={code.f1Exact} /> · <FigureText figure={code.f1Partial} />
            </td>
            <td className={styles.number}>
              <FigureText figure={code.jaccard} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
