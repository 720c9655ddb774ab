import { createContext, useContext } from 'react';
import type { ContextType } from 'react';
import type { TreeStateContext } from 'react-aria-components';
import type { CodePlace, CodeTree } from '../../../shared/model/codeTree.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Draft } from './codeItems.ts';

/** The state of the tree that rows stand in. */
export type CodeTreeState = NonNullable<ContextType<typeof TreeStateContext>>;

/**
 * What the rows of the tree show and do. Rows read it from a context and not from the tree's collection, so that a
 * changed count or colour draws a few rows and builds none.
 */
export type CodesTree = {
  tree: CodeTree;
  /** How many passages have the code or one below it; codes without any are left out. */
  totals: ReadonlyMap<Id, number>;
  /** The code that is marked: the one that is selected, or that the active coding has. */
  marked: Id | null;
  /** The code that is being renamed. */
  renaming: Id | null;
  draft: Draft | null;
  /** The same object as long as the tree stands. */
  deeds: CodesTreeDeeds;
};

/** What is done from the rows. */
export type CodesTreeDeeds = {
  press: (code: Id, clicks: number) => void;
  startRename: (code: Id) => void;
  /** The name field is done: with a name, or null to leave all as it was. `byKey`: the focus goes back to the row. */
  finishRename: (code: Id, name: string | null, byKey: boolean) => void;
  finishDraft: (name: string | null, byKey: boolean) => void;
  /** Several lines were pasted where one name was asked for: a code for each. */
  finishDrafts: (names: readonly string[]) => void;
  /** Opens and folds rows: those named are open. */
  setExpanded: (expanded: ReadonlySet<Id>) => void;
  select: (code: Id) => void;
  move: (code: Id, place: CodePlace) => void;
  /** The passage that is selected in the text was dropped onto a code. */
  takePassage: (code: Id) => void;
  openMenu: (code: Id, at: { x: number; y: number }) => void;
  /** Rows hand over the state of the tree they stand in: it can focus rows that are not drawn. */
  keepState: (state: CodeTreeState) => void;
};

export const CodesTreeContext = createContext<CodesTree | null>(null);

export function useCodesTree(): CodesTree {
  const view = useContext(CodesTreeContext);
  if (view === null) throw new Error('a code row stands outside of the codes panel');
  return view;
}
