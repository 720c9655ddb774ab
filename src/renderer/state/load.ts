import type { Project, Status } from '../../shared/api/project.ts';
import { AppError } from '../../shared/errors.ts';
import type { Id } from '../../shared/model/records.ts';

import { client } from './client.ts';
import { selectDocuments } from './documentSelection.ts';
import { personalTables, wholeTables } from './held.ts';
import { holdEvents } from './heldEvents.ts';
import { documentList, filterDocuments, historyList, noDocumentFilter } from './queries.ts';
import { askDocument, askedAhead, forgetAhead, readAhead } from './readAhead.ts';
import type { Asked } from './readAhead.ts';
import { emptyMirror, noChange, unpackAnnotations, useRecords } from './records.ts';
import type { Mirror, Records } from './records.ts';
import { lastDocument, loadOwnLayout, personal, rememberLayout } from './settings.ts';
import { askTables, unpackWork } from './tables.ts';
import { useUi } from './ui.ts';
import { tellForget, tellForgetCoder } from './watchers.ts';

/** The codes, with how often each was given. */
async function askCodes(): Promise<Pick<Mirror, 'codes' | 'tally'>> {
  const { codes, tally } = await client().call('codes.list', {});
  return { codes: new Map(codes.map((code) => [code.id, code])), tally };
}

async function askCoders(): Promise<Pick<Mirror, 'coders'>> {
  const coders = await client().call('coders.list', {});
  return { coders: new Map(coders.map((coder) => [coder.id, coder])) };
}

export async function loadCodes(): Promise<void> {
  const codes = await askCodes();
  useRecords.setState(({ revision }) => ({ ...codes, revision: revision + 1 }));
}

export async function loadCoders(): Promise<void> {
  useRecords.setState(await askCoders());
}

/** A project that is being asked for, as the program said of it last. */
type Arrival = { status: Status; done: Promise<void> };
let arrival: Arrival | null = null;

/**
 * Asks what is open and who codes. Another project than before starts the mirror anew. What is answered waits for `first`, such as
 * for settings.
 */
export async function loadStatus(first?: Promise<void>): Promise<void> {
  const [status] = await Promise.all([client().call('project.status', {}), first]);
  if (arrival && isSameProject(arrival.status.project, status.project)) {
    arrival.status = status;
    return arrival.done;
  }
  arrival = null;
  const before = useRecords.getState().status;
  if (isSameProject(before?.project ?? null, status.project)) {
    useRecords.setState({ status });
    if (status.project) await loadCoders();
    if (status.project && before?.coder?.id !== status.coder?.id) await changeEyes();
    return;
  }
  forgetDocument();
  // The workbench of another project goes at once; where there was none, it comes when all that it shows is there.
  const isShown = !status.project || before?.project != null;
  useRecords.setState({ ...emptyMirror, ...(isShown && { status }) });
  filterDocuments(noDocumentFilter);
  selectDocuments([]);
  tellForget();
  if (!status.project) return;
  const own: Arrival = { status, done: Promise.resolve() };
  arrival = own;
  own.done = arrive(own, status.project.id);
  await own.done;
}

/** Takes in a project and the article that was read last on this machine, or else the first one, so that it is drawn once. */
async function arrive(own: Arrival, project: Id): Promise<void> {
  const isWanted = (): boolean => arrival === own;
  const askedBy = own.status.coder?.id;
  const remembered = lastDocument(project, own.status);
  const release = holdEvents();
  try {
    resetLists();
    documentList.ensure(0, 0);
    const [mirror, asked] = await Promise.all([askMirror(), remembered === null ? null : askIfThere(remembered)]);
    if (!isWanted()) return;
    const isFree = useRecords.getState().open === null && useRecords.getState().opening === null;
    useRecords.setState({ ...mirror, status: own.status, ...(asked && isFree && opened(asked)) });
    if (asked && isFree) followOpened(asked.answer.document.id);
  } catch (error) {
    // A workbench that says what is wrong, not a window that waits for ever.
    if (isWanted()) useRecords.setState({ status: own.status });
    throw error;
  } finally {
    if (isWanted()) arrival = null;
    release();
  }
  if (own.status.coder?.id !== askedBy) await changeEyes();
  if (useRecords.getState().open === null && useRecords.getState().opening === null) await openFirst();
}

/** The document, null where it was removed. */
async function askIfThere(document: Id): Promise<Asked | null> {
  try {
    return await askDocument(document);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    return null;
  }
}

/** A project never opens on nothing. */
async function openFirst(): Promise<void> {
  const { rows } = await client().call('documents.list', { offset: 0, limit: 1 });
  const first = rows[0]?.id;
  if (first !== undefined) await openDocument(first);
}

/** Two files may hold one project; one that was rescued from another goes on where that was. */
function isSameProject(before: Project | null, now: Project | null): boolean {
  if (!before || !now || before.id !== now.id || before.opening !== now.opening) return before === now;
  const isAt = (place: { folder: string; fileName: string }): boolean =>
    place.folder === before.folder && place.fileName === before.fileName;
  return isAt(now) || (now.incident?.state === 'rescued' && isAt(now.incident));
}

/** Another coder has other statuses, and in blind rounds sees other work: all that depends on who looks is asked for again. */
async function changeEyes(): Promise<void> {
  // What one coder used and where they read is theirs.
  tellForgetCoder();
  await loadOwnLayout();
  documentList.invalidate();
  historyList.invalidate();
  const [tables, history] = await Promise.all([
    askTables(personalTables),
    client().call('history.state', {}),
    loadCodes(),
  ]);
  useRecords.setState({ ...tables, history });
  const { open } = useRecords.getState();
  if (open) await openDocument(open.document.id);
}

/** Asks for everything the mirror holds of the open project. */
async function askMirror(): Promise<Partial<Mirror>> {
  forgetAhead();
  const [tables, history, codes, coders] = await Promise.all([
    askTables(wholeTables),
    client().call('history.state', {}),
    askCodes(),
    askCoders(),
  ]);
  return { ...tables, ...codes, ...coders, history, seq: null, revision: useRecords.getState().revision + 1 };
}

function resetLists(): void {
  documentList.reset();
  historyList.reset();
}

/** Has the mirror of the open project made anew, and its article. */
export async function loadProject(): Promise<void> {
  const release = holdEvents();
  try {
    useRecords.setState(await askMirror());
    resetLists();
    const open = useRecords.getState().open;
    if (open) await openDocument(open.document.id);
  } finally {
    release();
  }
}

function rememberDocument(document: Id): void {
  const project = useRecords.getState().status?.project;
  // Soon: a window that is loaded again opens on it.
  if (project) rememberLayout({ [personal('lastDocument')]: `${project.id} ${document}` }, 100);
}

/** Brings a document into the reader. A later call overtakes an earlier one. */
export async function openDocument(document: Id): Promise<void> {
  useRecords.setState({ opening: document });
  try {
    const asked = askedAhead(document) ?? (await askDocument(document));
    if (useRecords.getState().opening !== document) return;
    const isOther = useRecords.getState().open?.document.id !== document;
    if (isOther) useUi.setState({ activeAnnotation: null, selection: null, picker: null });
    useRecords.setState(opened(asked));
    followOpened(document);
  } catch (error) {
    if (useRecords.getState().opening === document) useRecords.setState({ opening: null });
    throw error;
  }
}

/** An article that has come, as the mirror holds the open one. */
function opened({ text, answer }: Asked): Pick<Records, 'open' | 'opening' | 'lastAnnotationChange'> {
  const { document, facts, annotations } = answer;
  return {
    open: { document, text, facts, annotations: unpackAnnotations(document.id, annotations), ...unpackWork(answer) },
    opening: null,
    lastAnnotationChange: noChange,
  };
}

/** What an article that is now open brings with it. */
function followOpened(document: Id): void {
  forgetRemovedAnnotation();
  rememberDocument(document);
  readAhead(document);
}

/** Shuts the article that is open. */
export function forgetDocument(): void {
  forgetAhead();
  useRecords.setState({ open: null, opening: null, lastAnnotationChange: noChange });
  useUi.setState({ activeAnnotation: null, selection: null, picker: null });
}

/** A coding that is no more is not the chosen one. */
export function forgetRemovedAnnotation(): void {
  const { activeAnnotation } = useUi.getState();
  if (activeAnnotation !== null && !useRecords.getState().open?.annotations.has(activeAnnotation))
    useUi.setState({ activeAnnotation: null });
}
