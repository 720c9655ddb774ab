import type { Code, Id } from '../../../shared/model/records.ts';

/** What the codes panel shows, and whom it tells of what is done to a code. */
export type CodesPanelProps = {
  codes: readonly Code[];
  /** How many annotations each code has, those of the codes below it not included. */
  tally: Readonly<Record<Id, number>>;
  /** The code of the annotation that is active in the reader. */
  activeCode: Id | null;
  /** The code that is to be shown, with the focus; each wish is another object. One from before the panel was there is none. */
  shownCode?: { code: Id } | null;
  /** A passage is selected: a click or Enter applies a code to it. */
  canCode: boolean;
  readOnly: boolean;
  onApply: (code: Id) => void;
  /** A code was pressed or dropped on while there was nothing to apply it to. */
  onUnapplied?: (code: Id) => void;
  onCreate: (name: string, parent: Id | null) => void;
  /** Makes a code of each name, in one step. */
  onCreateMany: (names: readonly string[], parent: Id | null) => void;
  onRename: (code: Id, name: string) => void;
  /** Puts a code under `parent` (null: top level) before the sibling `before` (null: last). */
  onMove: (code: Id, parent: Id | null, before: Id | null) => void;
  onRecolour: (code: Id, change: { hue?: number; pattern?: Code['pattern'] }) => void;
  onPin: (code: Id, key: string | null) => void;
  onDefine: (code: Id, definition: string) => void;
  onMerge: (code: Id) => void;
  onSplit: (code: Id) => void;
  /** Archives a code, or brings it back. */
  onArchive: (code: Id) => void;
  onRemove: (code: Id) => void;
  onShowSegments: (code: Id) => void;
  /** Hears which code is selected. */
  onSelect?: (code: Id | null) => void;
  /** What a code means is shown elsewhere; absent: under the tree. */
  onEditElsewhere?: (code: Id) => void;
};
