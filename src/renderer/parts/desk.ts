import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { ActionId } from '../../shared/actions.ts';
import type { ChangedEvent } from '../../shared/api/events.ts';
import type { Binding } from '../actions/binding.ts';
import type { Region } from '../actions/view.ts';
import type { TaskListing } from '../state/watchers.ts';
import type { DialogKind, DialogKinds, DrawerTab, SideTab, View } from '../state/ui.ts';

/** A way to fill the window, with its button in the bar at the edge. */
export type DeskView = {
  id: View;
  label: string;
  icon: LucideIcon;
  /** What its button does; null: it shows the view and no more. */
  action: ActionId | null;
  /** Null: the columns of documents, text and codes. */
  Content: ComponentType | null;
};

export type DeskTab<Id> = {
  id: Id;
  label: string;
  Content: ComponentType;
  /** A small remark beside the label: a few characters, or nothing. */
  Note?: ComponentType;
};

/** Dialogs by kind: each gets what it was opened for, and how it is shut. */
export type DeskDialogs = { [K in DialogKind]?: ComponentType<DialogKinds[K] & { onClose: () => void }> };

/**
 * What a desk brings to the window. The frame puts all desks together; nothing else in the window has to know of one. The kinds of
 * its dialogs, the names of its views, tabs and regions are declared beside it (`declare module`).
 */
export type Desk = {
  views?: readonly DeskView[];
  /** Tabs beside the text. */
  sideTabs?: readonly DeskTab<SideTab>[];
  /** Tabs of the drawer below the text. */
  drawerTabs?: readonly DeskTab<DrawerTab>[];
  /** Parts of its view that F6 goes round, in their order. */
  regions?: readonly Region[];
  dialogs: DeskDialogs;
  /** What is always there and opens over the text. */
  Overlay?: ComponentType;
  actions: Partial<Record<ActionId, Binding>>;
  /** Its tasks that are listed only while they run, or not at all. */
  tasks?: TaskListing;
  /** Forgets what was of another project. */
  forget?(): void;
  /** Forgets what was of another coder in the same project. */
  forgetCoder?(): void;
  /** Hears of each change of records, before what lists show is asked for anew. */
  onChanged?(event: ChangedEvent): void;
  /** Sends what was typed and not yet sent: the page is about to go. */
  onLeave?(): void;
};
