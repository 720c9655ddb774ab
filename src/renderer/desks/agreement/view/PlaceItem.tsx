import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { disagreements as say } from '#words/window/disagreements.ts';
import type { DisputedUnit, Side } from '../../../../shared/api/reliability.ts';
import { Button } from '../../../components/Button.tsx';
import { moment } from '../../../components/moment.ts';
import { SavedTextField } from '../../../parts/SavedTextField.tsx';
import { useRecords } from '../../../state/records.ts';
import { discussUnit, markUnit, openUnit, reopenUnit, settleUnit } from '../actions/disagreements.ts';
import { unitKey, useDisagreements } from '../state/disagreements.ts';
import { PlaceSide } from './PlaceSide.tsx';
import styles from './PlaceItem.module.css';

function discuss(unit: DisputedUnit): void {
  const key = unitKey(unit);
  useDisagreements.setState(({ discussed }) => ({ chosen: key, discussed: discussed === key ? null : key }));
}

/** What a letter or digit does at a place; undefined: nothing. */
function actOf(key: string, unit: DisputedUnit, readOnly: boolean): (() => void) | undefined {
  if (key === 'Enter') return () => void openUnit(unit);
  if (readOnly) return undefined;
  const side = /^[1-9]$/u.test(key) ? unit.sides[Number(key) - 1] : undefined;
  if (side) return () => settleUnit(unit, side);
  const acts: Readonly<Record<string, () => void>> = {
    u: () => markUnit(unit, 'unclear-rule'),
    s: () => markUnit(unit, 'slip'),
    m: () => discuss(unit),
    0: () => settleUnit(unit, null),
    ...(unit.mark?.resolved != null && { r: () => reopenUnit(unit) }),
  };
  return acts[key.toLowerCase()];
}

function onKeyDown(event: KeyboardEvent<HTMLElement>, unit: DisputedUnit, readOnly: boolean): void {
  if (event.key === 'Escape' && event.target instanceof HTMLTextAreaElement) {
    event.stopPropagation();
    event.currentTarget.focus();
    return;
  }
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const beside =
    event.key === 'ArrowDown'
      ? event.currentTarget.nextElementSibling
      : event.key === 'ArrowUp'
        ? event.currentTarget.previousElementSibling
        : null;
  const act = actOf(event.key, unit, readOnly);
  if (beside instanceof HTMLElement) beside.focus();
  else if (act) act();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** A place where coders differ (or do not): what each of them has there, and what is to be done about it. */
export function PlaceItem({ unit }: { unit: DisputedUnit }) {
  const key = unitKey(unit);
  const isChosen = useDisagreements(({ chosen }) => chosen === key);
  const isDiscussed = useDisagreements(({ discussed }) => discussed === key);
  const memo = useRef<HTMLDivElement>(null);
  // Whoever asks for the memo goes on by writing it.
  useEffect(() => {
    if (isDiscussed) memo.current?.querySelector('textarea')?.focus();
  }, [isDiscussed]);
  const readOnly = useRecords((state) => state.status?.project?.readOnly ?? true);
  const sides = unit.agreed === null ? unit.sides : [...unit.sides, unit.agreed];
  return (
    // The place takes keys of its own; everything it does stands on buttons too.
    <li
      tabIndex={isChosen ? 0 : -1}
      aria-label={unit.documentName}
      className={styles.item}
      onFocus={() => useDisagreements.setState({ chosen: key })}
      onKeyDown={(event) => onKeyDown(event, unit, readOnly)}
    >
      <p className={styles.head}>
        <bdi className={styles.document}>{unit.documentName}</bdi>
        <Standing unit={unit} />
      </p>
      <div className={styles.sides}>
        {sides.map((side) => (
          <PlaceSide key={side.coder.id} unit={unit} side={side} isAgreed={side === unit.agreed} />
        ))}
      </div>
      {(isDiscussed || (unit.mark !== null && unit.mark.memo !== '')) && (
        <div ref={memo} className={styles.memo}>
          <SavedTextField
            label={say.memoLabel}
            placeholder={say.memoHint}
            saved={unit.mark?.memo ?? ''}
            rows={3}
            isReadOnly={readOnly}
            save={(memo) => discussUnit(unit, memo)}
          />
        </div>
      )}
      <Acts unit={unit} readOnly={readOnly} isDiscussed={isDiscussed} />
    </li>
  );
}

/** What was said and settled about the place. */
function Standing({ unit: { mark } }: { unit: DisputedUnit }) {
  const resolver = useRecords((state) => (mark?.resolver == null ? null : state.coders.get(mark.resolver)?.name));
  if (!mark) return null;
  return (
    <span className={styles.standing}>
      {mark.mark !== null && <span className={styles.mark}>{say.marks[mark.mark]}</span>}
      {mark.resolved !== null && <span>{say.settledBy(resolver ?? '', moment(mark.resolved))}</span>}
    </span>
  );
}

type ActsProps = { unit: DisputedUnit; readOnly: boolean; isDiscussed: boolean };

function Acts({ unit, readOnly, isDiscussed }: ActsProps) {
  const settled = unit.mark?.resolved != null;
  return (
    <div className={styles.acts}>
      <Button variant="quiet" onPress={() => void openUnit(unit)}>
        {say.openText}
      </Button>
      {!readOnly && (
        <>
          {(['unclear-rule', 'slip'] as const).map((mark) => (
            <Button
              key={mark}
              variant="quiet"
              aria-pressed={unit.mark?.mark === mark}
              onPress={() => markUnit(unit, mark)}
            >
              {say.marks[mark]}
            </Button>
          ))}
          <Button variant="quiet" aria-expanded={isDiscussed} onPress={() => discuss(unit)}>
            {say.memo}
          </Button>
          <span className={styles.settle}>{say.settle}</span>
          {unit.sides.map((side: Side) => (
            <Button key={side.coder.id} variant="quiet" onPress={() => settleUnit(unit, side)}>
              {say.as(side.coder.name)}
            </Button>
          ))}
          <Button variant="quiet" onPress={() => settleUnit(unit, null)}>
            {say.neither}
          </Button>
          {settled && (
            <Button variant="quiet" onPress={() => reopenUnit(unit)}>
              {say.reopen}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
