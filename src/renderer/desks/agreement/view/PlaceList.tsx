import { useEffect, useRef } from 'react';
import { disagreements as say } from '#words/window/disagreements.ts';
import { Button } from '../../../components/Button.tsx';
import { useRecords } from '../../../state/records.ts';
import { showMoreUnits } from '../actions/disagreements.ts';
import { unitKey, useDisagreements } from '../state/disagreements.ts';
import type { OpenCell, OpenFigure } from '../state/disagreements.ts';
import { PlaceItem } from './PlaceItem.tsx';
import styles from './FigurePage.module.css';

/** The places behind the chosen cell, each coder's work side by side. */
export function PlaceList({ figure }: { figure: OpenFigure }) {
  const cell = useDisagreements((state) => state.cell);
  if (!figure.confusion || figure.confusion.places === 0) return null;
  if (!cell) return <p className={styles.note}>{say.chooseCell}</p>;
  return <Places key={`${cell.row} ${cell.column}`} figure={figure} cell={cell} />;
}

function useTitle({ coders, confusion }: OpenFigure, cell: OpenCell): string {
  const known = useRecords((state) => state.coders);
  const labelOf = (key: string): string => confusion?.categories.find((one) => one.key === key)?.label ?? '';
  const [one, other] = coders ?? [];
  const names = [known.get(one ?? '')?.name ?? say.oneCoder, known.get(other ?? '')?.name ?? say.otherCoder] as const;
  return say.placesOf(names, [labelOf(cell.row), labelOf(cell.column)]);
}

function Places({ figure, cell }: { figure: OpenFigure; cell: OpenCell }) {
  const title = useTitle(figure, cell);
  const list = useRef<HTMLUListElement>(null);
  const isThere = cell.total !== null;
  useEffect(() => {
    if (isThere) list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [isThere]);
  return (
    <section aria-label={say.places} data-places className={styles.places}>
      <h3 className={styles.placesTitle}>
        <bdi>{title}</bdi>
        <span className={styles.total}>{cell.total === null ? say.comparing : say.total(cell.total)}</span>
      </h3>
      {cell.total === 0 ? <p className={styles.note}>{say.none}</p> : <p className={styles.note}>{say.keys}</p>}
      <ul ref={list} aria-label={title} className={styles.list}>
        {cell.units.map((unit) => (
          <PlaceItem key={unitKey(unit)} unit={unit} />
        ))}
      </ul>
      {cell.total !== null && cell.units.length < Math.min(500, cell.total) && (
        <Button onPress={() => void showMoreUnits()}>{say.more}</Button>
      )}
    </section>
  );
}
