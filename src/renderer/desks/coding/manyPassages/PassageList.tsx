import { useVirtualizer } from '@tanstack/react-virtual';
import { Check } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { bringIntoView } from '../../../components/bringIntoView.ts';
import { classes } from '../../../components/classes.ts';
import { PassageInContext } from '../../../parts/PassageInContext.tsx';
import type { FoundPassage } from './passages.ts';
import rowStyles from '../../../components/rows.module.css';
import tick from '../../../components/tick.module.css';
import styles from './PassageList.module.css';

/** What a row shows of a passage. */
export type ShownPassage = Pick<FoundPassage, 'name' | 'quote' | 'before' | 'after'>;

export type PassageListProps = {
  /** The name of the list. */
  label: string;
  passages: readonly ShownPassage[];
  /** Whether each of them can be ticked, and what is said of it in place of its document's name ('': nothing). */
  rows: readonly { isOpen: boolean; remark: string }[];
  /** Those whose tick was taken away, by their index. */
  left: ReadonlySet<number>;
  onToggle: (index: number) => void;
  /** Ticks all, or none where all are. */
  onToggleAll: () => void;
};

const rowHeight = 29;
const page = 10;

/**
 * The passages with a tick each. One tab stop; what cannot be coded is listed, says why and has no tick. The focus stays on
 * the list, for rows come and go while it scrolls.
 */
export function PassageList({ label, passages, rows, left, onToggle, onToggleAll }: PassageListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  // Its functions read the scroll position while rendering, which is what they are for.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: passages.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const moveTo = (wanted: number): void => {
    const index = Math.min(passages.length - 1, Math.max(0, wanted));
    setCursor(index);
    bringIntoView(virtual, index, rowHeight);
  };
  const toggle = (index: number): void => {
    setCursor(index);
    if (rows[index]?.isOpen === true) onToggle(index);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isAll = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'a';
    const acts: Record<string, () => void> = {
      ArrowDown: () => moveTo(cursor + 1),
      ArrowUp: () => moveTo(cursor - 1),
      PageDown: () => moveTo(cursor + page),
      PageUp: () => moveTo(cursor - page),
      Home: () => moveTo(0),
      End: () => moveTo(passages.length - 1),
      ' ': () => toggle(cursor),
    };
    const act = isAll ? onToggleAll : acts[event.key];
    if (!act || (!isAll && (event.altKey || event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    act();
  };
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={`passage-${cursor}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className={classes(rowStyles.scroller, styles.list)}
    >
      <div role="presentation" className={rowStyles.all} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start: top }) => {
          const passage = passages[index];
          const row = rows[index];
          return (
            passage && (
              <PassageRow
                key={index}
                passage={passage}
                remark={row?.remark ?? ''}
                index={index}
                total={passages.length}
                isOpen={row?.isOpen === true}
                isTicked={row?.isOpen === true && !left.has(index)}
                isCursor={cursor === index}
                top={top}
                onToggle={toggle}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

type PassageRowProps = {
  passage: ShownPassage;
  remark: string;
  index: number;
  total: number;
  isOpen: boolean;
  isTicked: boolean;
  isCursor: boolean;
  top: number;
  onToggle: (index: number) => void;
};

const PassageRow = memo(function PassageRow(props: PassageRowProps) {
  const { passage, remark, index, total, isOpen, isTicked, isCursor, top, onToggle } = props;
  return (
    <div
      id={`passage-${index}`}
      role="option"
      aria-selected={isTicked}
      aria-disabled={!isOpen}
      aria-setsize={total}
      aria-posinset={index + 1}
      data-cursor={isCursor || undefined}
      className={classes(rowStyles.placed, rowStyles.lined, rowStyles.pointed, styles.row)}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onToggle(index)}
    >
      <span className={styles.tick} aria-hidden="true" data-selected={isTicked || undefined}>
        {isOpen && (
          <span className={tick.box}>
            <Check />
          </span>
        )}
      </span>
      <PassageInContext before={passage.before} quote={passage.quote} after={passage.after} />
      <span className={styles.about} title={passage.name} {...(remark === '' && { dir: 'auto' })}>
        {remark === '' ? passage.name : remark}
      </span>
    </div>
  );
});
