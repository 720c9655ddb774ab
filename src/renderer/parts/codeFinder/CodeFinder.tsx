import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { codePickerStrings as say } from '#words/window/codePicker.ts';
import type { Code, Id } from '../../../shared/model/records.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { NoSwatch, Swatch } from '../../components/Swatch.tsx';
import { classes } from '../../components/classes.ts';
import { CodePath } from './CodePath.tsx';
import { newCodeFrom } from './newCode.ts';
import type { NewCode } from './newCode.ts';
import { rankCodes } from './rankCodes.ts';
import type { CodeIndex, RankedCode } from './rankCodes.ts';
import rowStyles from '../../components/rows.module.css';
import spoken from '../../components/spoken.module.css';
import styles from './CodeFinder.module.css';

export type CodeFinderProps = {
  index: CodeIndex;
  /** What stands in the field at first. */
  initial: string;
  recent: readonly Id[];
  onPick: (code: Id) => void;
  /** Makes a code; absent: this finder only finds. */
  onCreate?: (name: string, parent: Code | null) => void;
  /** Escape, or Tab. */
  onLeave: () => void;
  /** Stands at the end of the field. */
  remark?: ReactNode;
  ref: RefObject<HTMLInputElement | null>;
};

/** How many codes the list shows at most; the field finds the others. */
const most = 30;
/** How many rows PageUp and PageDown pass. */
const page = 8;

/**
 * Finds a code by a few letters of its path. The focus stays in the field; arrow keys move through the list, Enter
 * takes what is marked, Ctrl+Enter makes a code of what is typed.
 */
export function CodeFinder({ index, initial, recent, onPick, onCreate, onLeave, remark, ref }: CodeFinderProps) {
  const [typed, setTyped] = useState(initial);
  const [cursor, setCursor] = useState(0);
  const listId = useId();
  const ranked = useMemo(() => rankCodes(index, typed, recent, most), [index, typed, recent]);
  const made = onCreate === undefined ? null : newCodeFrom(index.tree, typed);
  const count = ranked.length + (made === null ? 0 : 1);
  const active = Math.min(cursor, count - 1);
  const unshown = typed.trim() === '' ? index.nodes.size - ranked.length : 0;

  const create = (): void => {
    if (made !== null) onCreate?.(made.name, made.parent);
  };
  const take = (at: number): void => {
    const chosen = ranked[at];
    if (chosen !== undefined) onPick(chosen.node.code.id);
    else create();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const move = steps[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') onLeave();
    else if (event.key === 'Enter') {
      if (event.ctrlKey || event.metaKey) create();
      else if (count > 0) take(active);
    } else if (move !== undefined && !event.altKey && !event.shiftKey) {
      if (count > 0) setCursor(wrap(active, move, count));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.finder}>
      <div className={styles.head}>
        <input
          ref={ref}
          className={styles.input}
          dir="auto"
          role="combobox"
          aria-label={say.field}
          aria-autocomplete="list"
          aria-expanded={count > 0}
          aria-controls={listId}
          {...(count > 0 && { 'aria-activedescendant': `${listId}-${active}` })}
          placeholder={say.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setCursor(0);
          }}
          onKeyDown={onKeyDown}
        />
        {remark}
      </div>
      {count > 0 ? (
        <FoundList id={listId} ranked={ranked} made={made} active={active} onPoint={setCursor} onTake={take} />
      ) : (
        <p id={listId} className={styles.note}>
          {index.nodes.size === 0 ? say.empty : say.nothing}
        </p>
      )}
      {unshown > 0 && <p className={styles.note}>{say.more(unshown)}</p>}
      <p role="status" className={spoken.spoken}>
        {say.found(ranked.length)}
      </p>
    </div>
  );
}

const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };

/** Single steps go round from end to end; pages stop at the ends. */
function wrap(at: number, step: number, count: number): number {
  if (Math.abs(step) === 1) return (at + step + count) % count;
  return Math.max(0, Math.min(count - 1, at + step));
}

type FoundListProps = {
  id: string;
  ranked: readonly RankedCode[];
  /** The code that could be made, listed last; null: none. */
  made: NewCode | null;
  active: number;
  onPoint: (at: number) => void;
  onTake: (at: number) => void;
};

function FoundList({ id, ranked, made, active, onPoint, onTake }: FoundListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, ranked]);
  const option = (at: number): OptionProps => ({
    id: `${id}-${at}`,
    isActive: at === active,
    onPoint: () => onPoint(at),
    onTake: () => onTake(at),
  });
  return (
    <ul ref={list} id={id} role="listbox" aria-label={say.codes} className={styles.list}>
      {ranked.map((one, at) => (
        <CodeOption key={one.node.code.id} {...option(at)} ranked={one} />
      ))}
      {made !== null && <NewOption {...option(ranked.length)} made={made} />}
    </ul>
  );
}

type OptionProps = { id: string; isActive: boolean; onPoint: () => void; onTake: () => void };

function CodeOption({ id, ranked, isActive, onPoint, onTake }: OptionProps & { ranked: RankedCode }) {
  const { code } = ranked.node;
  return (
    <Option id={id} isActive={isActive} onPoint={onPoint} onTake={onTake}>
      <Swatch hue={code.hue} pattern={code.pattern} />
      <CodePath node={ranked.node} marks={ranked.marks} />
      {code.key !== null && <Kbd keys={code.key} />}
      {isActive && <Kbd keys="Enter" />}
    </Option>
  );
}

function NewOption({ id, made, isActive, onPoint, onTake }: OptionProps & { made: NewCode }) {
  return (
    <Option id={id} isActive={isActive} onPoint={onPoint} onTake={onTake}>
      <NoSwatch />
      <span className={classes(styles.new)}>
        {say.newCode(<bdi key="name">{made.name}</bdi>, made.parent && <bdi key="parent">{made.parent.name}</bdi>)}
      </span>
      <Kbd keys="Mod+Enter" />
    </Option>
  );
}

function Option({ id, isActive, onPoint, onTake, children }: OptionProps & { children: ReactNode }) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      className={classes(rowStyles.row, rowStyles.told, styles.option)}
      onPointerMove={({ movementX, movementY }) => {
        // Browsers also tell of a pointer that rests where the list appears: that chooses nothing.
        if (movementX !== 0 || movementY !== 0) onPoint();
      }}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      {children}
    </li>
  );
}
