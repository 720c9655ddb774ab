import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { codePickerStrings as say } from '#words/window/codePicker.ts';
import { buildCodeTree } from '../../../../shared/model/codeTree.ts';
import type { Code, Id } from '../../../../shared/model/records.ts';
import { CodeFinder } from '../../../parts/codeFinder/CodeFinder.tsx';
import { indexCodes } from '../../../parts/codeFinder/rankCodes.ts';
import type { CodeIndex } from '../../../parts/codeFinder/rankCodes.ts';
import { shortQuote } from '../../../parts/codeFinder/shortQuote.ts';
import { placeBox } from './placeBox.ts';
import styles from './CodePicker.module.css';

export type CodePickerProps = {
  isOpen: boolean;
  /** Where the passage is, in CSS pixels of the window; null: the picker stands in the upper middle. */
  anchor: DOMRect | null;
  /** What stands in the field at first: the letter that opened the picker, or nothing. */
  initial: string;
  /** The passage that gets the code. */
  quote: string;
  /** The code that another one takes the place of: it is not offered. */
  without?: Id | null;
  /** How many codings are there already and get another code; absent or 0: the passage gets one. */
  changes?: number;
  /** The whole codebook; archived codes are not offered. */
  codes: readonly Code[];
  /** Ids of the codes used lately, the latest first. */
  recent: readonly Id[];
  onPick: (code: Id) => void;
  onCreate: (name: string, parent: Id | null) => void;
  onClose: () => void;
};

/** Chooses a code for a passage by a few letters, or makes one. It gives the focus back to where it was. */
export function CodePicker({ isOpen, codes, without = null, ...rest }: CodePickerProps) {
  // Made when the codes change and not when the picker opens, so that it is there within a frame.
  const index = useMemo(
    () => indexCodes(buildCodeTree(codes), ({ id, archived }) => !archived && id !== without),
    [codes, without],
  );
  return isOpen ? createPortal(<OpenPicker index={index} {...rest} />, document.body) : null;
}

type OpenPickerProps = Omit<CodePickerProps, 'isOpen' | 'codes' | 'without'> & { index: CodeIndex };

const width = 340;
const height = 380;

function OpenPicker({
  index,
  anchor,
  initial,
  quote,
  changes = 0,
  recent,
  onPick,
  onCreate,
  onClose,
}: OpenPickerProps) {
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const view = useWindowSize();

  useLayoutEffect(() => {
    const before = document.activeElement;
    const dialog = box.current;
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(initial.length, initial.length);
    return () => {
      // Whoever took the focus meanwhile, by an act of the user, keeps it.
      const holdsFocus = document.activeElement === document.body || dialog?.contains(document.activeElement) === true;
      if (holdsFocus && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
    // Once, when it opens: what is typed since must not be lost to a new `initial`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    const leave = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) onClose();
    };
    document.addEventListener('pointerdown', leave, true);
    return () => document.removeEventListener('pointerdown', leave, true);
  }, [onClose]);

  return (
    <div
      ref={box}
      role="dialog"
      aria-label={changes > 0 ? say.changeTitle : say.title}
      className={styles.box}
      style={placeBox(anchor, width, height, view)}
      onPointerDown={(event) => {
        // The focus stays in the field.
        if (event.target !== field.current) event.preventDefault();
      }}
    >
      <CodeFinder
        ref={field}
        index={index}
        initial={initial}
        recent={recent}
        onPick={onPick}
        onCreate={(name, parent) => onCreate(name, parent?.id ?? null)}
        onLeave={onClose}
        remark={remarkOn(quote, changes)}
      />
    </div>
  );
}

/** What gets the code. */
function remarkOn(quote: string, changes: number) {
  if (changes > 1) return <span className={styles.quote}>{say.recodedMany(changes)}</span>;
  if (quote === '') return undefined;
  const words = shortQuote(quote, 24);
  return (
    <bdi className={styles.quote} title={quote.slice(0, 400)}>
      {changes > 0 ? say.recoded(words) : say.quote(words)}
    </bdi>
  );
}

function useWindowSize(): { width: number; height: number } {
  const [size, setSize] = useState(() => ({ width: window.innerWidth, height: window.innerHeight }));
  useEffect(() => {
    const measure = (): void => setSize({ width: window.innerWidth, height: window.innerHeight });
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return size;
}
