import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { disagreements as say } from '#words/window/disagreements.ts';
import { Button } from '../../../components/Button.tsx';
import { Select } from '../../../components/Select.tsx';
import { useRecords } from '../../../state/records.ts';
import { closeFigure, compareCoders, refreshDisagreements } from '../actions/disagreements.ts';
import { useDisagreements } from '../state/disagreements.ts';
import type { OpenFigure } from '../state/disagreements.ts';
import { ConfusionTable } from './ConfusionTable.tsx';
import { PlaceList } from './PlaceList.tsx';
import { useMeasuredCoders } from './measuredCoders.ts';
import styles from './FigurePage.module.css';

/** A figure that was opened: its matrix, and the places behind the cell that is chosen. */
export function FigurePage({ figure }: { figure: OpenFigure }) {
  const root = useRef<HTMLDivElement>(null);
  useRefresh();
  useEntry(root, figure.confusion !== null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    const isInPlaces = event.target instanceof Element && event.target.closest('[data-places]') !== null;
    const cell = root.current?.querySelector<HTMLElement>('[role=grid] [aria-current], [role=grid] [tabindex="0"]');
    if (isInPlaces && cell) cell.focus();
    else closeFigure();
  };
  return (
    // Escape goes one step back; the same stands on a button.
    <div ref={root} className={styles.page} onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <Button variant="quiet" icon={<ArrowLeft />} onPress={closeFigure}>
          {say.back}
        </Button>
        <h2 className={styles.title}>
          <bdi>{figure.title}</bdi>
        </h2>
        <PairChoice figure={figure} />
      </div>
      <Matrix figure={figure} />
      <PlaceList figure={figure} />
    </div>
  );
}

/**
 * Asks again after every act, undo and redo, for what is shown may have changed, and when the figure is seen again: nobody listened
 * while another view was open or somebody coded blind.
 */
function useRefresh(): void {
  useEffect(() => {
    if (useDisagreements.getState().figure?.confusion) void refreshDisagreements();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = useRecords.subscribe((now, before) => {
      if (now.history === before.history && now.coders === before.coders) return;
      clearTimeout(timer);
      timer = setTimeout(() => void refreshDisagreements(), 60);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
}

/** Puts the focus into the matrix when it has come. */
function useEntry(root: { readonly current: HTMLElement | null }, isThere: boolean): void {
  useEffect(() => {
    if (!isThere || root.current?.contains(document.activeElement)) return;
    root.current?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus();
  }, [root, isThere]);
}

const allPairs = 'all';

/** Which two coders are compared, or all pairs of them. */
function PairChoice({ figure: { confusion, coders } }: { figure: OpenFigure }) {
  const known = useRecords((state) => state.coders);
  const present = useMeasuredCoders();
  const pairs = useMemo(
    () => present.flatMap((one, at) => present.slice(at + 1).map((other) => [one, other] as const)),
    [present],
  );
  if (!confusion || pairs.length < 2) return null;
  const nameOf = (id: string): string => known.get(id)?.name ?? '';
  return (
    <Select
      label={say.coders}
      entries={[
        { id: allPairs, label: say.allPairs },
        ...pairs.map(([one, other]) => ({ id: `${one} ${other}`, label: say.pair(nameOf(one), nameOf(other)) })),
      ]}
      selected={coders === null ? allPairs : coders.join(' ')}
      onSelect={(id) => {
        const pair = pairs.find((candidate) => candidate.join(' ') === id);
        void compareCoders(pair ? [...pair] : null);
      }}
    />
  );
}

function Matrix({ figure: { confusion, coders } }: { figure: OpenFigure }) {
  const known = useRecords((state) => state.coders);
  if (!confusion)
    return (
      <p role="status" className={styles.note}>
        {say.comparing}
      </p>
    );
  if (confusion.places === 0) return <p className={styles.note}>{say.nothing}</p>;
  const names = coders?.map((id) => known.get(id)?.name ?? '');
  return (
    <>
      <p className={styles.lead}>{say.agreeing(confusion.agreeing, confusion.places)}</p>
      <p className={styles.note}>{confusion.basis}</p>
      <ConfusionTable
        confusion={confusion}
        coders={names?.[0] !== undefined && names[1] !== undefined ? [names[0], names[1]] : null}
      />
    </>
  );
}
