import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { labelled } from '#words/format.ts';
import { codebookStrings as say } from '#words/window/codebook.ts';
import type { Result } from '../../../../shared/api/contract.ts';
import type { CodebookChange } from '../../../../shared/model/codebook.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { orNotice, send } from '../../../actions/ask.ts';
import { openPassage } from '../../../actions/openPassage.ts';
import { showDocument } from '../../../actions/showDocument.ts';
import { Button } from '../../../components/Button.tsx';
import { Checkbox } from '../../../components/Checkbox.tsx';
import { client } from '../../../state/client.ts';
import { codePath, useRecords } from '../../../state/records.ts';
import { openDialog } from '../../../state/ui.ts';
import { useCodebookFocus } from '../state/codebookFocus.ts';
import styles from './Lists.module.css';

type Stale = Result<'versions.stale'>;

/** How many rows are shown at first, and more at a time. */
const page = 50;

/** Asks again whenever something that it shows may have changed. */
function useStale(before: number | null, changedOnly: boolean): { stale: Stale | null; more: () => void } {
  const revision = useRecords((state) => state.revision);
  const coder = useRecords((state) => state.status?.coder?.id);
  const [limit, setLimit] = useState(page);
  const [asked, setAsked] = useState(0);
  // What was found for another version or coder says nothing: an empty list would read as “nothing to check”.
  const key = `${String(before)} ${coder ?? ''}`;
  const [held, setHeld] = useState<{ key: string; found: Stale | null } | null>(null);
  useEffect(() => {
    if (before === null) return;
    let isCurrent = true;
    const mine = coder === undefined ? {} : { coder };
    void orNotice(() => client().call('versions.stale', { before, changedOnly, ...mine, offset: 0, limit })).then(
      (found) => {
        if (isCurrent) setHeld({ key, found: found ?? null });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [before, changedOnly, revision, coder, limit, asked, key]);
  // Confirmed work keeps its codes and places, so that nothing else tells of it.
  useEffect(
    () =>
      useRecords.subscribe((now, was) => {
        if (now.history !== was.history) setAsked((times) => times + 1);
      }),
    [],
  );
  const stale = before !== null && held?.key === key ? held.found : null;
  return { stale, more: () => setLimit((shown) => Math.min(1000, shown + page)) };
}

/** The acting coder's codings and answers that were made before rules changed, to be looked at again. */
export function StaleList({ readOnly }: { readOnly: boolean }) {
  const version = useRecords((state) => state.versions[0]?.number ?? null);
  const [isAll, setAll] = useState(false);
  const { stale, more } = useStale(version, !isAll);
  const { list, onFocus } = useRowFocus(stale);
  if (version === null || stale === null) return null;
  const shown = stale.rows.length + stale.answers.length;
  return (
    <section aria-label={say.stale(version)} className={styles.section}>
      <div className={styles.head}>
        <h2 className={styles.title}>{say.stale(version)}</h2>
      </div>
      <p role="status" className={styles.none}>
        {stale.total === 0 ? (isAll ? say.noneOlder : say.noStale) : say.staleCount(stale.total)}
      </p>
      {stale.total > 0 && <p className={styles.none}>{readOnly ? say.staleKeysReading : say.staleKeys}</p>}
      <ul ref={list} data-stale-work aria-label={say.stale(version)} className={styles.list} onFocus={onFocus}>
        {stale.rows.map((row) => (
          <StaleAnnotation key={row.id} row={row} readOnly={readOnly} />
        ))}
        {stale.answers.map((answer) => (
          <StaleAnswer key={answer.id} answer={answer} readOnly={readOnly} />
        ))}
      </ul>
      <Checkbox isSelected={isAll} note={say.staleAllNote} onChange={setAll}>
        {say.staleAll}
      </Checkbox>
      <div className={styles.acts}>
        {shown < stale.total && (
          <Button variant="quiet" onPress={more}>
            {say.more}
          </Button>
        )}
        {shown > 1 && !readOnly && (
          <Button variant="quiet" onPress={() => confirmAll(stale)}>
            {say.allStillRight(shown)}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Keeps the focus in the list when the row that had it is done with and gone: it goes to the row in its place. */
function useRowFocus(stale: Stale | null) {
  const list = useRef<HTMLUListElement>(null);
  const place = useRef<number | null>(null);
  const onFocus = (): void => {
    const row = document.activeElement?.closest('li') ?? null;
    useCodebookFocus.setState({ staleRow: row?.dataset.work ?? null });
    place.current = row === null ? null : Array.from(list.current?.children ?? []).indexOf(row);
  };
  useEffect(() => {
    if (place.current === null || (document.activeElement !== document.body && document.activeElement !== null)) return;
    const rows = list.current?.children;
    const row = rows?.[Math.min(place.current, rows.length - 1)];
    if (row instanceof HTMLElement) row.focus();
  }, [stale]);
  return { list, onFocus };
}

const idsOf = (records: readonly { id: Id }[]): Id[] => records.map(({ id }) => id);

function confirmAll({ rows, answers }: Stale): void {
  void send('versions.confirm', { annotations: idsOf(rows), answers: idsOf(answers) });
}

/** Moves the focus to the row that comes after the one that is about to go. */
function leaveRow(target: EventTarget & HTMLElement): void {
  const next = target.nextElementSibling ?? target.previousElementSibling;
  if (next instanceof HTMLElement) next.focus();
}

function onRowKey(event: KeyboardEvent<HTMLElement>, acts: Readonly<Record<string, (() => void) | undefined>>): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const step =
    event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : null;
  const beside = step === null ? null : event.currentTarget[step];
  const act = acts[event.key.toLowerCase()];
  if (beside instanceof HTMLElement) beside.focus();
  else if (act) act();
  else return;
  if (event.key.toLowerCase() === 's') leaveRow(event.currentTarget);
  event.preventDefault();
  event.stopPropagation();
}

function Changes({ changes }: { changes: readonly CodebookChange[] }) {
  return changes.map((change) => (
    <span key={`${change.id} ${change.field}`} className={styles.what}>
      {labelled(change.name, say.change(change))}
    </span>
  ));
}

type AnnotationProps = { row: Stale['rows'][number]; readOnly: boolean };

function StaleAnnotation({ row, readOnly }: AnnotationProps) {
  const codes = useRecords((state) => state.codes);
  const open = (): void => void openPassage(row.document, { start: row.start, end: row.end, annotation: row.id });
  const confirm = (): void => void send('versions.confirm', { annotations: [row.id] });
  const onChangeCode = (): void => openDialog({ kind: 'recode', annotation: row.id, code: row.code });
  const acts = readOnly ? { enter: open } : { enter: open, s: confirm, c: onChangeCode };
  return (
    // The row takes keys of its own; everything it does stands on buttons too.
    <li data-work={row.id} tabIndex={0} className={styles.stale} onKeyDown={(event) => onRowKey(event, acts)}>
      <span dir="auto" className={styles.quote}>
        {row.quote}
      </span>
      <span
        className={styles.what}
      >{`${codePath(codes, row.code)} · ${row.documentName} · ${say.madeIn(row.version)}`}</span>
      <Changes changes={row.changes} />
      <div className={styles.acts}>
        <Button variant="quiet" onPress={open}>
          {say.open}
        </Button>
        {!readOnly && (
          <>
            <Button variant="quiet" onPress={confirm}>
              {say.stillRight}
            </Button>
            <Button variant="quiet" onPress={onChangeCode}>
              {say.changeCode}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

function StaleAnswer({ answer, readOnly }: { answer: Stale['answers'][number]; readOnly: boolean }) {
  const variable = useRecords((state) => state.variables.get(answer.variable));
  const open = (): void => void showDocument(answer.document);
  const confirm = (): void => void send('versions.confirm', { answers: [answer.id] });
  const acts = readOnly ? { enter: open } : { enter: open, s: confirm };
  return (
    <li data-work={answer.id} tabIndex={0} className={styles.stale} onKeyDown={(event) => onRowKey(event, acts)}>
      <span dir="auto">
        {variable === undefined || variable.label === '' ? (variable?.name ?? '') : variable.label}
      </span>
      <span className={styles.what}>{say.madeIn(answer.version)}</span>
      <div className={styles.acts}>
        <Button variant="quiet" onPress={open}>
          {say.open}
        </Button>
        {!readOnly && (
          <Button variant="quiet" onPress={confirm}>
            {say.stillRight}
          </Button>
        )}
      </div>
    </li>
  );
}
