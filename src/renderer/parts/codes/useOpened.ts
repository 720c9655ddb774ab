import { useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { CodeTree } from '../../../shared/model/codeTree.ts';
import type { Code, Id } from '../../../shared/model/records.ts';

/** What can be open for a code: its menu, a popover beside its row, its name field or the editor of its definition. */
export type OpenedKind = 'menu' | 'colours' | 'digits' | 'rename' | 'define';

/** A place in the window, in CSS pixels. */
export type Point = { x: number; y: number };

export type Opened = {
  /** The code for which something of this kind is open; null: it is shut. */
  codeOf: (kind: OpenedKind) => Code | null;
  /** Where the menu is; null: it is shut. */
  menuAt: Point | null;
  /** The row beside which a popover stands. */
  anchor: RefObject<HTMLElement | null>;
  open: (kind: Exclude<OpenedKind, 'menu'>, code: Id) => void;
  openMenu: (code: Id, at: Point) => void;
  /** Opens the menu under the row of the code, if that is drawn. */
  openMenuBelow: (code: Id) => void;
  /** Shuts whatever is open; `takesFocus`: the row of the code gets the focus. */
  shut: (code: Id, takesFocus: boolean) => void;
  /** The menu has closed; what its entry opened meanwhile stays. */
  forgetMenu: () => void;
};

type Rows = {
  select: (code: Id) => void;
  focusRow: (code: Id) => void;
  rowOf: (code: Id) => HTMLElement | null;
};

/** What is open beside the tree, and for which code: one thing at a time, for the code that is then selected. */
export function useOpened(tree: CodeTree, { select, focusRow, rowOf }: Rows): Opened {
  const [opened, setOpened] = useState<{ kind: OpenedKind; code: Id; at: Point | null } | null>(null);
  const anchor = useRef<HTMLElement>(null);
  const openMenu = (code: Id, at: Point): void => {
    select(code);
    setOpened({ kind: 'menu', code, at });
  };
  return {
    codeOf: (kind) => (opened?.kind === kind ? (tree.nodes.get(opened.code)?.code ?? null) : null),
    menuAt: opened?.at ?? null,
    anchor,
    open: (kind, code) => {
      anchor.current = rowOf(code);
      select(code);
      setOpened({ kind, code, at: null });
    },
    openMenu,
    openMenuBelow: (code) => {
      const box = rowOf(code)?.getBoundingClientRect();
      if (box !== undefined) openMenu(code, { x: box.left + 32, y: box.bottom });
    },
    shut: (code, takesFocus) => {
      setOpened(null);
      if (takesFocus) focusRow(code);
    },
    forgetMenu: () => setOpened((now) => (now?.kind === 'menu' ? null : now)),
  };
}
