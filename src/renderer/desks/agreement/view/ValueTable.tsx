import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { number } from '#words/format.ts';
import { reliability as say } from '#words/window/reliability.ts';
import type { AgreementReport } from '../../../../shared/api/reliability.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { CodeName } from './CodeName.tsx';
import { PlotAxis } from './IntervalPlot.tsx';
import { FigureText, JudgedCells } from './JudgedCells.tsx';
import { OpenButton } from './OpenButton.tsx';
import { TableFrame } from './TableFrame.tsx';
import { ValueDetails } from './ValueDetails.tsx';
import { scaleFor } from './plotScale.ts';
import type { PlotScale } from './plotScale.ts';
import { firstRow, useMatrixKeys } from './useMatrixKeys.ts';
import spoken from '../../../components/spoken.module.css';
import styles from './Tables.module.css';

type Value = AgreementReport['values'][number];

export type ValueTableProps = { values: readonly Value[]; of: 'codes' | 'variables' };

/** Worst first; what is undefined comes last. */
function worstFirst(values: readonly Value[]): Value[] {
  return values.toSorted((a, b) => (a.alpha.value ?? 2) - (b.alpha.value ?? 2));
}

/** Krippendorff's alpha of each variable at its level, or of each code by occurrence. */
export function ValueTable({ values, of }: ValueTableProps) {
  const scale = scaleFor(values.map(({ alpha }) => alpha));
  const keys = useMatrixKeys(firstRow);
  if (values.length === 0) return null;
  return (
    <TableFrame title={say.values} keys={keys}>
      <thead>
        <tr>
          <th scope="col">{of === 'codes' ? say.code : say.variable}</th>
          {of === 'variables' && <th scope="col">{say.level}</th>}
          <th scope="col" className={styles.number}>
            {say.unitsCount}
          </th>
          <th scope="col">{say.valueOf('α')}</th>
          <th scope="col" className={styles.plotHead}>
            <span className={spoken.spoken}>{say.plot}</span>
            <PlotAxis scale={scale} />
          </th>
          <th scope="col">{say.verdict}</th>
          <th scope="col" className={styles.number}>
            {say.agreement}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {worstFirst(values).map((value, at) => (
          <ValueRow
            key={value.name}
            value={value}
            of={of}
            scale={scale}
            at={at}
            tabIndex={keys.tabIndexOf({ row: at, column: 0 })}
          />
        ))}
      </tbody>
    </TableFrame>
  );
}

type ValueRowProps = {
  value: Value;
  of: 'codes' | 'variables';
  scale: PlotScale;
  at: number;
  tabIndex: 0 | -1;
};

function ValueRow({ value, of, scale, at, tabIndex }: ValueRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const columns = of === 'variables' ? 8 : 7;
  const hasNote = value.warnings.length > 0;
  return (
    <>
      <tr data-noted={hasNote || isOpen || undefined}>
        <th scope="row" className={styles.name}>
          <OpenButton
            row={{ kind: of === 'codes' ? 'code' : 'variable', name: value.name }}
            name={value.name}
            at={at}
            tabIndex={tabIndex}
          >
            {of === 'codes' ? <CodeName path={value.name} /> : <bdi>{value.name}</bdi>}
          </OpenButton>
        </th>
        {of === 'variables' && <td>{say.levels[value.level] ?? value.level}</td>}
        <td className={styles.number}>{number(value.units)}</td>
        <JudgedCells judged={value.alpha} scale={scale} />
        <td className={styles.number}>
          <FigureText figure={value.agreement} share />
        </td>
        <td className={styles.more}>
          <IconButton
            label={say.detailsOf(value.name)}
            icon={isOpen ? <ChevronUp /> : <ChevronDown />}
            aria-expanded={isOpen}
            placement="left"
            onPress={() => setIsOpen(!isOpen)}
          />
        </td>
      </tr>
      {hasNote && (
        <tr className={styles.noteRow} data-noted={isOpen || undefined}>
          <td colSpan={columns}>
            <div className={styles.noteText}>
              {value.warnings.join(' ')}
              {value.gwet.value !== null && ` ${say.gwetIs(value.gwet.value)}`}
            </div>
          </td>
        </tr>
      )}
      {isOpen && (
        <tr>
          <td colSpan={columns}>
            <ValueDetails value={value} />
          </td>
        </tr>
      )}
    </>
  );
}
