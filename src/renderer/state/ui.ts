import type { FileRef } from '../../shared/api/files.ts';
import type { Id } from '../../shared/model/records.ts';
import { sharedStore } from './store.ts';

/**
 * Names that desks add to (`declare module`), each in its `desk.ts`, so that nothing below the desks knows them: tabs of the drawer,
 * tabs beside the text, what the window is about, and the dialogs with what each is opened for.
 */
export interface DrawerTabNames {
  segments: true;
}
export interface SideTabNames {
  codes: true;
}
export interface ViewNames {
  code: true;
}
export interface DialogKinds {
  /** Asks what is done with files that are there already; `onKeep` comes after the answer that they stay. */
  replaceFiles: {
    onReplace: () => Promise<void>;
    onKeep?: (() => void) | undefined;
    folder: string;
    files: readonly string[];
  };
  /** Asks who is coding; `then` is done once that is known. */
  coder: { then: (() => void) | null };
  /** Asks whether work of others is meant. */
  othersWork: { question: OthersWork };
}

export type DrawerTab = keyof DrawerTabNames;
export type SideTab = keyof SideTabNames;
export type View = keyof ViewNames;
export type DialogKind = keyof DialogKinds;
/** The part of the window that a narrow screen shows. */
export type Pane = 'documents' | 'reader' | 'codes';

/** The dialog that is open, with what it was opened for. */
export type OpenDialog = { [K in DialogKind]: { kind: K } & DialogKinds[K] }[DialogKind];

/** A folder that a notice is about: its full path stands in it, and it can be shown. */
export type NoticePlace = { folder: FileRef; label: string };
/** What can be done about what a notice says. */
export type NoticeAct = { label: string; run: () => void };

export type Notice = {
  id: number;
  kind: 'error' | 'info';
  text: string;
  act: NoticeAct | null;
  place: NoticePlace | null;
};

/** A question before work of other coders is changed: their names, how many records of theirs, and what the answer does. */
export type OthersWork = { coder: string; records: number; answer: (isMeant: boolean) => void };

/**
 * Codings that get another code, the one that they have (null: not all the same), and the words of a single one. `isOfList`: asked for in a
 * list, to which the focus goes back.
 */
export type Recoding = { annotations: readonly Id[]; code: Id | null; quote: string; isOfList?: boolean };

export type Ui = {
  view: View;
  /** Only the text and its margin are shown. */
  focusMode: boolean;
  sideTab: SideTab;
  drawerTab: DrawerTab;
  pane: Pane;
  dialog: OpenDialog | null;
  activeAnnotation: Id | null;
  /** The passage that is selected in the reader, UTF-16 code units; null when nothing is. */
  selection: { start: number; end: number } | null;
  /** The code picker: for what is selected, or for another code `instead` of that of codings. */
  picker: { initial: string; anchor: DOMRect | null; instead?: Recoding } | null;
  /** The code that the codes panel was last asked to show; each time is another object. */
  shownCode: { code: Id } | null;
  /** Codes applied in this sitting, last first. */
  recentCodes: readonly Id[];
  notices: readonly Notice[];
  /** Commands that have been sent and not yet answered. */
  pending: number;
  verifiedAt: number | null;
  /** When that happened to the project's file of which the user has read. */
  seenIncident: number | null;
  /** Whether the program behind the window has gone. */
  isLost: boolean;
  /** Whether the program did not open this page, so that it may ask for nothing. */
  isStranger: boolean;
};

const firstUi: Ui = {
  view: 'code',
  focusMode: false,
  sideTab: 'codes',
  drawerTab: 'segments',
  pane: 'reader',
  dialog: null,
  activeAnnotation: null,
  selection: null,
  picker: null,
  shownCode: null,
  recentCodes: [],
  notices: [],
  pending: 0,
  verifiedAt: null,
  seenIncident: null,
  isLost: false,
  isStranger: false,
};

export const useUi = sharedStore<Ui>(firstUi, 'at-once');

export function openDialog(dialog: OpenDialog): void {
  useUi.setState({ dialog, picker: null });
}

export function closeDialog(): void {
  useUi.setState({ dialog: null });
}

let lastNotice = 0;

/** Shows a line at the head of the window, and gives its id. Errors, and what names a place, stay until they are dismissed. */
export function notify(
  kind: Notice['kind'],
  text: string,
  { act = null, place = null }: Partial<Pick<Notice, 'act' | 'place'>> = {},
): number {
  const id = ++lastNotice;
  useUi.setState(({ notices }) => ({
    notices: [...notices.filter((notice) => notice.text !== text), { id, kind, text, act, place }].slice(-3),
  }));
  if (kind === 'info' && place === null) setTimeout(() => dismissNotice(id), 6000);
  return id;
}

/** What was said of the project that is about to be closed; what is said from now on is news. */
export function dismissAllNotices(): void {
  useUi.setState({ notices: [] });
}

export function dismissNotice(id: number): void {
  useUi.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
