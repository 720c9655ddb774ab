import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { disagreements } from '#words/window/disagreements.ts';
import { marked as say } from '#words/window/markedDisagreements.ts';
import type { Result } from '../../../../shared/api/contract.ts';
import { orNotice, inBackground } from '../../../actions/ask.ts';
import { Button } from '../../../components/Button.tsx';
import { Select } from '../../../components/Select.tsx';
import { client } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { openMarked } from '../actions/markedDisagreements.ts';
import { markedQuery, useMarked } from '../state/markedDisagreements.ts';
import type { MarkedPlace } from '../state/markedDisagreements.ts';
import type { MarkedFilter } from '../state/markedDisagreements.ts';
import styles from './MarkedList.module.css';
import results from './Results.module.css';

const filters: readonly MarkedFilter[] = ['all', 'open', 'unclear-rule', 'slip', 'discussed', 'settled'];
const page = 50;

type Listed = Result<'disagreements.list'>;

/** Asks again after every act, undo and redo. */
function useListed(): Listed | null {
  const history = useRecords((state) => state.history);
  const filter = useMarked((state) => state.filter);
  const limit = useMarked((state) => state.limit);
  const [listed, setListed] = useState<Listed | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void orNotice(() => client().call('disagreements.list', { ...markedQuery(filter), limit })).then((found) => {
      if (isCurrent && found) setListed(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [history, filter, limit]);
  return listed;
}

/** Places of which somebody said something: why coders differ, what was discussed, what is settled. */
export function MarkedList() {
  const listed = useListed();
  const { filter, limit, at } = useMarked((state) => state);
  if (!listed || (listed.total === 0 && filter === 'all')) return null;
  const { total, rows } = listed;
  const current = rows.some(({ id }) => id === at) ? at : rows[0]?.id;
  return (
    <section aria-label={say.title} className={styles.marked}>
      <div className={results.methodsHead}>
        <h2 className={results.title}>{say.title}</h2>
        <Select
          label={say.filter}
          entries={filters.map((id) => ({ id, label: say.filters[id] }))}
          selected={filter}
          onSelect={(id) => {
            const chosen = filters.find((one) => one === id);
            if (chosen) useMarked.setState({ filter: chosen, limit: page });
          }}
        />
        <span className={styles.total} role="status">
          {say.total(total)}
        </span>
      </div>
      {total === 0 ? (
        <p className={results.basis}>{say.none}</p>
      ) : (
        <ul aria-label={say.title} className={styles.list}>
          {rows.map((row) => (
            <MarkedItem key={row.id} row={row} isCurrent={row.id === current} />
          ))}
        </ul>
      )}
      {rows.length < Math.min(1000, total) && (
        <Button onPress={() => useMarked.setState({ limit: Math.min(1000, limit + page) })}>{say.more}</Button>
      )}
    </section>
  );
}

/** Arrow keys, Home and End go from item to item. */
function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const item = event.currentTarget.parentElement;
  const next = new Map([
    ['ArrowDown', item?.nextElementSibling],
    ['ArrowUp', item?.previousElementSibling],
    ['Home', item?.parentElement?.firstElementChild],
    ['End', item?.parentElement?.lastElementChild],
  ]).get(event.key);
  if (!next) return;
  event.preventDefault();
  next.querySelector('button')?.focus();
}

function MarkedItem({ row, isCurrent }: { row: MarkedPlace; isCurrent: boolean }) {
  const { documentName, words, mark, memo, resolverName } = row;
  return (
    <li>
      <button
        type="button"
        tabIndex={isCurrent ? 0 : -1}
        className={styles.item}
        onClick={() => inBackground(() => openMarked(row))}
        onKeyDown={onKeyDown}
      >
        <span className={styles.head}>
          <bdi className={styles.document}>{documentName}</bdi>
          {mark !== null && <span className={styles.mark}>{disagreements.marks[mark]}</span>}
          {memo !== '' && <span className={styles.mark}>{say.discussed}</span>}
          {resolverName !== null && <span className={styles.settled}>{say.settledBy(resolverName)}</span>}
        </span>
        <bdi className={styles.words}>{words}</bdi>
        {memo !== '' && <bdi className={styles.memo}>{memo}</bdi>}
      </button>
    </li>
  );
}
