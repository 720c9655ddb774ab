import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { codesStrings as say } from '#words/window/codes.ts';
import type { CodeTree } from '../../../shared/model/codeTree.ts';
import type { Code } from '../../../shared/model/records.ts';
import { rowUnder } from './treeKeys.ts';
import styles from './CodeCard.module.css';

/** How long the pointer rests on a code before its card comes, in milliseconds. */
const restTime = 600;
/** Pixels between the card and the panel, and the card and the window's edges. */
const gap = 8;

type Rested = { id: string; row: DOMRect };

/** Whether a code has anything to be read. */
const hasRules = ({ definition, include, exclude }: Code): boolean =>
  [definition, include, exclude].some((text) => text.trim() !== '');

/**
 * The definition and the rules of the code that the pointer rests on, beside the tree: to be read while reading. For whoever uses keys or
 * listens, the definition of the selected code stands below the tree.
 */
export function CodeCard({ tree, box }: { tree: CodeTree; box: RefObject<HTMLDivElement | null> }) {
  const rested = useRested(box);
  const node = rested === null ? undefined : tree.nodes.get(rested.id);
  if (rested === null || node === undefined || !hasRules(node.code)) return null;
  return <Card key={rested.id} path={node.path} code={node.code} row={rested.row} />;
}

/** The row that the pointer rests on; a key, a press or scrolling ends it. */
function useRested(box: RefObject<HTMLDivElement | null>): Rested | null {
  const [rested, setRested] = useState<Rested | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      clearTimeout(timer);
      setRested(null);
    };
    const over = ({ target, buttons }: PointerEvent): void => {
      const id = target === null ? null : rowUnder(target);
      end();
      const row = target instanceof Element ? target.closest('[data-key]') : null;
      if (id === null || row === null || buttons !== 0) return;
      timer = setTimeout(() => setRested({ id, row: row.getBoundingClientRect() }), restTime);
    };
    const ending = new AbortController();
    const { signal } = ending;
    element.addEventListener('pointerover', over, { signal });
    element.addEventListener('pointerleave', end, { signal });
    for (const kind of ['keydown', 'pointerdown', 'wheel'] as const)
      document.addEventListener(kind, end, { signal, capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [box]);
  return rested;
}

function Card({ path, code, row }: { path: string; code: Code; row: DOMRect }) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (card.current) place(card.current, row);
  }, [row]);
  const rules = [
    { label: say.include, text: code.include },
    { label: say.exclude, text: code.exclude },
  ].filter(({ text }) => text.trim() !== '');
  return (
    <div ref={card} aria-hidden="true" data-code-card className={styles.card}>
      <bdi className={styles.path}>{path}</bdi>
      {code.definition.trim() !== '' && <p dir="auto">{code.definition}</p>}
      {rules.map(({ label, text }) => (
        <p key={label} dir="auto">
          <span className={styles.label}>{label}</span> {text}
        </p>
      ))}
    </div>
  );
}

/** On the side of the panel where there is more room, at the height of the row. */
function place(card: HTMLElement, row: DOMRect): void {
  const { width, height } = card.getBoundingClientRect();
  const before = row.left - gap - width;
  const left = before >= gap ? before : Math.min(row.right + gap, window.innerWidth - gap - width);
  const top = Math.max(gap, Math.min(row.top, window.innerHeight - gap - height));
  card.style.left = `${Math.max(gap, left)}px`;
  card.style.top = `${top}px`;
}
