import type { ComponentType } from 'react';
import type { ActionId } from '../../shared/actions.ts';
import type { Binding } from '../actions/binding.ts';
import type { Region } from '../actions/view.ts';
import { desks } from '../desks/all.ts';
import type { Desk, DeskTab, DeskView } from '../parts/desk.ts';
import type { DialogKind, DrawerTab, SideTab } from '../state/ui.ts';
import { frameDesk } from './frameDesk.ts';

const parts = [...desks, frameDesk] as const;
type Part = (typeof parts)[number];
type KeysOf<T> = T extends unknown ? keyof T : never;

/** Every desk and the frame's own, as what they bring. */
export const allDesks: readonly Desk[] = parts;

/** What all desks bring of one kind. A name that two of them give is a mistake, and which one counted would be chance. */
function together<T>(brought: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  const all: Record<string, T> = {};
  for (const [name, thing] of brought.flatMap((some) => Object.entries(some))) {
    if (Object.hasOwn(all, name)) throw new Error(`two desks bring “${name}”`);
    all[name] = thing;
  }
  return all;
}

const bindings = together<Binding>(parts.map(({ actions }) => actions)) as Record<KeysOf<Part['actions']>, Binding>; // as each has them
const dialogs = together<ComponentType<never>>(parts.map((desk) => desk.dialogs)) as Record<
  KeysOf<Part['dialogs']>,
  ComponentType<never>
>; // as each has them

/** Every action of the table with what it does: the types fail when one is nobody's. */
export const allBindings: Record<ActionId, Binding> = bindings;

/** Every dialog, by kind: the types fail when one is nobody's. */
export const allDialogs: Record<DialogKind, ComponentType<never>> = dialogs;

export const allViews: readonly DeskView[] = allDesks.flatMap(({ views = [] }) => views);
export const allSideTabs: readonly DeskTab<SideTab>[] = allDesks.flatMap(({ sideTabs = [] }) => sideTabs);
export const allDrawerTabs: readonly DeskTab<DrawerTab>[] = allDesks.flatMap(({ drawerTabs = [] }) => drawerTabs);
/** The columns of the window and then what desks have. */
export const allRegions: readonly Region[] = [
  'documents',
  'reader',
  'side',
  'drawer',
  ...allDesks.flatMap(({ regions = [] }) => regions),
];
