import type { FileRef } from '../../shared/api/files.ts';
import type { ImportReport } from '../../shared/api/imports.ts';
import type { AttachReport } from '../../shared/api/packages.ts';
import type { Missing } from '../../shared/api/progress.ts';
import type { Problem } from '../../shared/api/project.ts';
import type { Hit, HitCursor } from '../../shared/api/search.ts';
import type { Id } from '../../shared/model/records.ts';
import type { AnswerKey } from '../../shared/model/variables.ts';
import type { IncomingFile } from './incoming.ts';
import { sharedStore } from './store.ts';

export type DrawerTab = 'segments' | 'search' | 'history' | 'tasks';
export type SideTab = 'codes' | 'form' | 'memo' | 'article';
/** What the window is about: coding texts, the codebook, or how well coders agree. */
export type View = 'code' | 'codebook' | 'reliability';
/** The part of the window that a narrow screen shows. */
export type Pane = 'documents' | 'reader' | 'codes';

/** The dialog that is open, with what it was opened for. */
export type OpenDialog =
  | { kind: 'palette' }
  | { kind: 'keys' }
  | { kind: 'newProject'; files: readonly IncomingFile[] }
  | { kind: 'import' }
  | { kind: 'openProject' }
  | { kind: 'importCodebook' }
  | { kind: 'exportCodebook' }
  | { kind: 'export' }
  | { kind: 'replaceFiles'; onReplace: () => Promise<void>; folder: string; files: readonly string[] }
  | { kind: 'package' }
  | { kind: 'backups'; project: FileRef | null }
  | { kind: 'reattach' }
  | { kind: 'attachReport'; report: AttachReport }
  | { kind: 'coder'; then: (() => void) | null }
  | { kind: 'importReport'; report: ImportReport; step: string | null }
  | { kind: 'verify'; problems: readonly Problem[] }
  | { kind: 'codebookFaults'; faults: readonly string[] }
  | { kind: 'codebookChanges'; changes: readonly string[] }
  | { kind: 'renameProject'; name: string }
  | { kind: 'renameDocument'; document: Id; name: string }
  | { kind: 'removeDocuments'; documents: readonly Id[]; name: string }
  | { kind: 'removeCode'; code: Id }
  | { kind: 'mergeCode'; code: Id }
  | { kind: 'splitCode'; code: Id }
  | { kind: 'recode'; annotation: Id; code: Id }
  | { kind: 'newSet'; code: Id }
  | { kind: 'publish' }
  | { kind: 'difference'; from: number; to: number | null }
  | { kind: 'templates' }
  | { kind: 'variable'; variable: Id | null; code: Id | null }
  | { kind: 'removeVariable'; variable: Id }
  | { kind: 'rounds' }
  | { kind: 'entities' }
  | { kind: 'assign'; documents: readonly Id[] }
  | { kind: 'manyStatus'; documents: readonly Id[] }
  | { kind: 'goToOffset' }
  | { kind: 'startAgreed' }
  | { kind: 'exportAgreement' }
  | { kind: 'reliabilityHelp' }
  | { kind: 'notices' }
  | { kind: 'correctText'; document: Id }
  | { kind: 'link'; source: Id }
  | { kind: 'setAside'; document: Id; reason: string }
  | { kind: 'othersWork'; question: OthersWork };

/** Questions that must be answered before the article can be done, as the program listed them when that was asked for. */
export type MissingAnswers = { document: Id; rows: readonly Missing[] };

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

export type SegmentFilter = { scope: 'document' | 'project'; code: Id | null; coder: Id | null };

export type SearchState = {
  query: string;
  caseSensitive: boolean;
  running: boolean;
  /** The pages that were asked for so far: `next` is where they end; null: these are all. `search` numbers searches. */
  result: { search: number; query: string; total: number; hits: readonly Hit[]; next: HitCursor | null } | null;
};

/** Nothing was looked for yet. */
export const nothingSought: SearchState = { query: '', caseSensitive: false, running: false, result: null };

export type Ui = {
  view: View;
  /** Only the text and its margin are shown. */
  focusMode: boolean;
  /** The code that is chosen in the codebook view. */
  codebookCode: Id | null;
  /** The coding or answer in the list of work to check that had the focus last. */
  staleRow: Id | null;
  sideTab: SideTab;
  drawerTab: DrawerTab;
  pane: Pane;
  dialog: OpenDialog | null;
  activeAnnotation: Id | null;
  /** The passage that is selected in the reader, UTF-16 code units; null when nothing is. */
  selection: { start: number; end: number } | null;
  /** The question of the article form that had the focus last. */
  question: AnswerKey | null;
  missing: MissingAnswers | null;
  picker: { initial: string; anchor: DOMRect | null } | null;
  /** Codes applied in this sitting, last first. */
  recentCodes: readonly Id[];
  /** Names of relations given to links in this sitting, last first. */
  recentRelations: readonly string[];
  /** A correction of a text that was begun; it stays when its dialog is shut. */
  textDraft: { document: Id; content: string; reason: string } | null;
  segmentFilter: SegmentFilter;
  search: SearchState;
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

export const firstUi: Ui = {
  view: 'code',
  focusMode: false,
  codebookCode: null,
  staleRow: null,
  sideTab: 'codes',
  drawerTab: 'segments',
  pane: 'reader',
  dialog: null,
  activeAnnotation: null,
  selection: null,
  question: null,
  missing: null,
  picker: null,
  recentCodes: [],
  recentRelations: [],
  textDraft: null,
  segmentFilter: { scope: 'document', code: null, coder: null },
  search: nothingSought,
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

/** Shows a line at the foot of the window. Errors, and what names a place, stay until they are dismissed. */
export function notify(
  kind: Notice['kind'],
  text: string,
  { act = null, place = null }: Partial<Pick<Notice, 'act' | 'place'>> = {},
): void {
  const id = ++lastNotice;
  useUi.setState(({ notices }) => ({
    notices: [...notices.filter((notice) => notice.text !== text), { id, kind, text, act, place }].slice(-3),
  }));
  if (kind === 'info' && place === null) setTimeout(() => dismissNotice(id), 6000);
}

/** What was said of the project that is about to be closed; what is said from now on is news. */
export function dismissAllNotices(): void {
  useUi.setState({ notices: [] });
}

export function dismissNotice(id: number): void {
  useUi.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
