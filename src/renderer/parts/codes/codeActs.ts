import { codesStrings as say } from '#words/window/codes.ts';

/** Everything that can be done to a code in the panel, by key and by menu. */
export type CodeActId =
  | 'apply'
  | 'segments'
  | 'new'
  | 'newInside'
  | 'rename'
  | 'colour'
  | 'pin'
  | 'define'
  | 'moveUp'
  | 'moveDown'
  | 'moveIn'
  | 'moveOut'
  | 'merge'
  | 'split'
  | 'archive'
  | 'remove';

export type CodeAct = {
  readonly id: CodeActId;
  readonly label: string;
  /** The key, as the action table writes keys. */
  readonly keys: string;
  /** Another key that does the same and is not shown. */
  readonly alsoKeys?: string;
  /** Acts of one group stand together in the menu. */
  readonly group: number;
};

export const codeActs: readonly CodeAct[] = [
  { id: 'apply', label: say.apply, keys: 'Enter', group: 0 },
  { id: 'segments', label: say.segments, keys: 'S', group: 0 },
  { id: 'new', label: say.newCode, keys: 'N', alsoKeys: 'Insert', group: 1 },
  { id: 'newInside', label: say.newCodeInside, keys: 'Shift+N', alsoKeys: 'Shift+Insert', group: 1 },
  { id: 'rename', label: say.rename, keys: 'F2', group: 2 },
  { id: 'colour', label: say.colour, keys: 'C', group: 2 },
  { id: 'pin', label: say.pin, keys: 'P', group: 2 },
  { id: 'define', label: say.define, keys: 'D', group: 2 },
  { id: 'moveUp', label: say.moveUp, keys: 'Alt+ArrowUp', group: 3 },
  { id: 'moveDown', label: say.moveDown, keys: 'Alt+ArrowDown', group: 3 },
  { id: 'moveIn', label: say.moveIn, keys: 'Alt+ArrowRight', group: 3 },
  { id: 'moveOut', label: say.moveOut, keys: 'Alt+ArrowLeft', group: 3 },
  { id: 'merge', label: say.merge, keys: 'M', group: 4 },
  { id: 'split', label: say.split, keys: 'Shift+S', group: 4 },
  { id: 'archive', label: say.archive, keys: 'A', group: 4 },
  { id: 'remove', label: say.remove, keys: 'Delete', group: 5 },
];

export type KeyPress = {
  key: string;
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
};

export type CodeKey = { act: CodeActId } | { digit: string } | { menu: true } | { filter: true };

/**
 * What a key does while the tree has the focus; null: nothing of ours. Letters go by what they print, and by their
 * place on the keyboard where the layout prints no Latin letters.
 */
export function codeKey(press: KeyPress): CodeKey | null {
  if (press.ctrlKey || press.metaKey) return null;
  const key = latinKey(press);
  if (key === 'ContextMenu' || (key === 'F10' && press.shiftKey)) return { menu: true };
  if (!press.altKey && /^[0-9]$/u.test(key)) return { digit: key };
  if (!press.altKey && key === '/') return { filter: true };
  const name = (press.altKey ? 'Alt+' : '') + (press.shiftKey ? 'Shift+' : '') + key;
  const act = codeActs.find((one) => one.keys === name || one.alsoKeys === name);
  return act === undefined ? null : { act: act.id };
}

function latinKey(press: KeyPress): string {
  if (press.key.length !== 1) return press.key;
  if (press.key <= '~') return press.key.toUpperCase();
  const place = /^(?:Key([A-Z])|Digit([0-9])|Numpad([0-9]))$/u.exec(press.code);
  return place?.[1] ?? place?.[2] ?? place?.[3] ?? press.key;
}
