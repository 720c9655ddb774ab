import { useVirtualizer } from '@tanstack/react-virtual';
import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { strings } from '#words/window/frame.ts';
import type { Hit } from '../../../../shared/api/search.ts';
import { inBackground } from '../../../actions/ask.ts';
import { reader } from '../../../actions/readerHandle.ts';
import { showDocument } from '../../../actions/showDocument.ts';
import { Button } from '../../../components/Button.tsx';
import { Checkbox } from '../../../components/Checkbox.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { SearchField } from '../../../components/SearchField.tsx';
import { bringIntoView } from '../../../components/bringIntoView.ts';
import { classes } from '../../../components/classes.ts';
import { PassageInContext } from '../../../parts/PassageInContext.tsx';
import { useRecords } from '../../../state/records.ts';
import { codeAllHits, listMoreHits, searchTexts } from '../actions/searching.ts';
import { useSearch } from '../state/search.ts';
import type { SearchManner } from '../state/search.ts';
import rowStyles from '../../../components/rows.module.css';
import styles from './SearchPanel.module.css';

/** Finds a piece of text in all articles. */
export function SearchPanel() {
  const { query, caseSensitive, wholeWords, running, result } = useSearch((state) => state);
  const canChange = useRecords(({ status }) => status?.project?.readOnly === false);
  const [draft, setDraft] = useState(query);
  const [seen, setSeen] = useState(query);
  if (seen !== query) {
    setSeen(query);
    setDraft(query);
  }
  const note = useId();
  const search = (change: Partial<SearchManner> = {}): void =>
    inBackground(() => searchTexts(draft, { caseSensitive, wholeWords, ...change }));
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <SearchField
          label={strings.search.label}
          clearLabel={strings.common.clear}
          placeholder={strings.search.placeholder}
          value={draft}
          onChange={setDraft}
          onSubmit={() => search()}
          describedBy={note}
          className={styles.field}
        />
        <Button onPress={() => search()} isDisabled={draft.trim() === ''}>
          {strings.search.run}
        </Button>
        <Checkbox isSelected={caseSensitive} onChange={(isOn) => search({ caseSensitive: isOn })}>
          {strings.search.caseSensitive}
        </Checkbox>
        <Checkbox isSelected={wholeWords} onChange={(isOn) => search({ wholeWords: isOn })}>
          {strings.search.wholeWords}
        </Checkbox>
        {result !== null && result.hits.length > 0 && canChange && (
          <Button onPress={codeAllHits}>{strings.search.codeHits}</Button>
        )}
        <p className={styles.found} aria-live="polite">
          {running
            ? strings.search.running
            : result && strings.search.found(result.total, result.query, result.hits.length)}
        </p>
        <p id={note} className={styles.note}>
          {strings.search.literally(caseSensitive, wholeWords)}
        </p>
      </div>
      {result === null ? (
        <EmptyState isSmall icon={<Search />} title={strings.search.start}>
          {strings.search.startText}
        </EmptyState>
      ) : result.hits.length === 0 ? (
        <EmptyState isSmall title={strings.search.none(result.query)} />
      ) : (
        <Hits key={result.search} hits={result.hits} total={result.total} />
      )}
    </div>
  );
}

const rowHeight = 29;

/** The hits that were asked for so far, out of `total`. Whoever comes to the last of them gets the next page. */
function Hits({ hits, total }: { hits: readonly Hit[]; total: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(-1);
  // Its functions read the scroll position while rendering, which is what they are for.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const rows = virtual.getVirtualItems();
  const isAtEnd = rows.at(-1)?.index === hits.length - 1;
  useEffect(() => {
    if (isAtEnd) inBackground(listMoreHits);
  }, [isAtEnd, hits.length]);
  const open = (index: number, focus: boolean): void => {
    const hit = hits[index];
    setCursor(index);
    if (hit) void showDocument(hit.document, { start: hit.start, end: hit.end }).then(() => focus && reader()?.focus());
  };
  const moveTo = (wanted: number): void => {
    const index = Math.min(hits.length - 1, Math.max(0, wanted));
    setCursor(index);
    bringIntoView(virtual, index, rowHeight);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const acts: Record<string, () => void> = {
      ArrowDown: () => moveTo(cursor + 1),
      ArrowUp: () => moveTo(cursor - 1),
      PageDown: () => moveTo(cursor + 10),
      PageUp: () => moveTo(cursor - 10),
      Home: () => moveTo(0),
      End: () => moveTo(hits.length - 1),
      Enter: () => open(Math.max(0, cursor), true),
      ' ': () => open(Math.max(0, cursor), false),
    };
    const act = acts[event.key];
    if (!act || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  };
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={strings.search.hits}
      tabIndex={0}
      aria-activedescendant={cursor < 0 ? undefined : `hit-${cursor}`}
      onKeyDown={onKeyDown}
      className={classes(rowStyles.scroller, styles.list)}
    >
      <div role="presentation" className={rowStyles.all} style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, start: top }) => {
          const hit = hits[index];
          return (
            hit && (
              <HitRow
                key={index}
                hit={hit}
                index={index}
                total={total}
                isCursor={cursor === index}
                top={top}
                onOpen={() => open(index, false)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

type HitRowProps = { hit: Hit; index: number; total: number; isCursor: boolean; top: number; onOpen: () => void };

function HitRow({ hit, index, total, isCursor, top, onOpen }: HitRowProps) {
  return (
    <div
      id={`hit-${index}`}
      role="option"
      aria-selected={isCursor}
      aria-setsize={total}
      aria-posinset={index + 1}
      className={classes(rowStyles.placed, rowStyles.lined, rowStyles.pointed, rowStyles.told, styles.hit)}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onOpen}
    >
      <PassageInContext before={hit.before} quote={hit.quote} after={hit.after} />
      <span className={styles.document} dir="auto" title={hit.name}>
        {hit.name}
      </span>
    </div>
  );
}
