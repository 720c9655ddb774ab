import type { Arguments, MethodName } from '../../shared/api/contract.ts';
import type { FileRef } from '../../shared/api/files.ts';
import type { Id } from '../../shared/model/records.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import type { Ground, Hidden } from './testBlindPair.ts';

/** Where inputs are made for: one of the two projects. */
export type Side = {
  ground: Ground;
  hidden: Hidden;
  /** A file with this content, or a folder, in a place of this side’s own. */
  file(name: string, content: string): FileRef;
  folder(): FileRef;
};

export type Inputs = { readonly [M in MethodName]: (side: Side) => Arguments<M>[] };

export const page = { offset: 0, limit: 500 };
export const everyUnit = ['document', 'paragraph', 'sentence', 'coding', 'statement'] as const;
export const at = (start: number, end: number) => ({ start: utf16(start), end: utf16(end) });

/** Every coding that a blind coder may try: her own, one of an open document, and hidden ones. */
export const codings = ({ ground, hidden }: Side): Id[] => [
  hidden.coding,
  hidden.doras,
  ground.bens.openCoding,
  ground.own.coding,
];
export const confirmed = [true, false];
