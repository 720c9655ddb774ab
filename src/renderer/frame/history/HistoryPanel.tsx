import { useVirtualizer } from '@tanstack/react-virtual';
import { History, Redo2, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { strings } from '#words/window/frame.ts';
import type { HistoryEntry } from '../../../shared/api/history.ts';
import { canChange } from '../../actions/conditions.ts';
import { runAction } from '../../actions/registry.ts';
import { useKeysOf } from '../../actions/shownKeys.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Tooltip } from '../../components/Tooltip.tsx';
import { classes } from '../../components/classes.ts';
import { moment } from '../../components/moment.ts';
import { historyList } from '../../state/queries.ts';
import { useRecords } from '../../state/records.ts';
import { useList } from '../../state/useList.ts';
import rowStyles from '../../components/rows.module.css';
import styles from './HistoryPanel.module.css';

/** The log of the project: what was done, by whom and when, newest first. */
export function HistoryPanel() {
  const total = useList(historyList, (state) => state.total);
  useEffect(() => historyList.watch(), []);
  return (
    <div className={styles.panel}>
      <Steps />
      {total === 0 ? (
        <EmptyState isSmall icon={<History />} title={strings.history.none}>
          {strings.history.noneText}
        </EmptyState>
      ) : (
        total !== null && <Entries total={total} />
      )}
    </div>
  );
}

function Steps() {
  const { undo, redo } = useRecords((state) => state.history);
  const isFixed = !canChange();
  const words = strings.history;
  return (
    <div className={styles.steps}>
      <Tooltip text={strings.common.undo} keys={useKeysOf('edit.undo')} placement="top">
        <Button
          icon={<Undo2 aria-hidden="true" />}
          isDisabled={undo === null || isFixed}
          onPress={() => runAction('edit.undo')}
          className={styles.step}
        >
          <span>{undo ? words.by(words.undo(undo.label), undo.coder) : words.nothingToUndo}</span>
        </Button>
      </Tooltip>
      <Tooltip text={strings.common.redo} keys={useKeysOf('edit.redo')} placement="top">
        <Button
          icon={<Redo2 aria-hidden="true" />}
          isDisabled={redo === null || isFixed}
          onPress={() => runAction('edit.redo')}
          className={styles.step}
        >
          <span>{redo ? words.by(words.redo(redo.label), redo.coder) : words.nothingToRedo}</span>
        </Button>
      </Tooltip>
    </div>
  );
}

const rowHeight = 27;

function Entries({ total }: { total: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useList(historyList, (state) => state.rows);
  // Its functions read the scroll position while rendering, which is what they are for.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => historyList.ensure(first, last), [first, last]);
  return (
    // A list that scrolls takes the focus, so that keys can scroll it.
    <div
      ref={scroller}
      role="list"
      aria-label={strings.history.label}
      tabIndex={0}
      className={classes(rowStyles.scroller, styles.list)}
    >
      <div role="presentation" className={rowStyles.all} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const entry = rows.get(index);
          return (
            <div
              key={index}
              role="listitem"
              aria-setsize={total}
              aria-posinset={index + 1}
              className={classes(rowStyles.placed, rowStyles.lined, styles.entry)}
              data-state={entry?.state}
              style={{ transform: `translateY(${start}px)` }}
            >
              {entry && <Entry entry={entry} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What was done; of undo and redo also whose act it was, where somebody else did it. */
function describe({ kind, label, coder, doer }: HistoryEntry): string {
  const words = strings.history;
  if (kind === 'command') return label;
  const act = kind === 'undo' ? words.undo(label) : words.redo(label);
  return doer === null || doer === coder ? act : words.by(act, doer);
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const state = strings.history.states[entry.state] ?? '';
  const description = describe(entry);
  return (
    <>
      <span className={styles.label} title={description}>
        {description}
      </span>
      <span className={styles.state}>{state}</span>
      <span className={styles.coder}>{entry.coder ?? strings.history.nobody}</span>
      <time className={styles.time} dateTime={new Date(entry.at).toISOString()}>
        {moment(entry.at)}
      </time>
    </>
  );
}
