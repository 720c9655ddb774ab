import type { Project, Status } from '../../shared/api/project.ts';
import { AppError } from '../../shared/errors.ts';
import type { Id } from '../../shared/model/records.ts';

import { client } from './client.ts';
import { selectDocuments } from './documentSelection.ts';
import { personalTables, wholeTables } from './held.ts';
import type { WholeTable } from './held.ts';
import { dropHeld, holdEvents } from './heldEvents.ts';
import { documentList, filterDocuments, historyList, noDocumentFilter } from './queries.ts';
import { askDocument, askedAhead, forgetAhead, readAhead } from './readAhead.ts';
import type { Asked } from './readAhead.ts';
import { currentProject, emptyMirror, noChange, unpackAnnotations, useRecords } from './records.ts';
import type { Mirror } from './records.ts';
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

/** Asks for some tables anew. What changes meanwhile is applied to what has come, not lost under it. */
export async function loadTables(tables: readonly WholeTable[]): Promise<void> {
  const release = holdEvents();
  try {
    useRecords.setState(await askTables(tables));
  } finally {
    release();
  }
}

/** A project that is being asked for, as the program said of it last. */
type Arrival = { status: Status; done: Promise<void>; release: () => void };
let arrival: Arrival | null = null;

/** How many have asked for the status, and which of them has the newest answer. */
const asks = { made: 0, newest: 0 };

/**
 * Asks what is open and who codes. Another project than before starts the mirror anew. What is answered waits for `first`, such as
 * for settings.
 */
export async function loadStatus(first?: Promise<void>): Promise<void> {
  const own = ++asks.made;
  const [status] = await Promise.all([client().call('project.status', {}), first]);
  // Who asked later knows better.
  if (own < asks.newest) return arrival?.done;
  asks.newest = own;
  if (arrival && isSameProject(arrival.status.project, status.project)) {
    arrival.status = status;
    return arrival.done;
  }
  const before = useRecords.getState().status;
  const isSame = isSameProject(before?.project ?? null, status.project);
  if (arrival || !isSame) {
    // What waits is of the project before, or in what is asked for now.
    dropHeld();
    arrival?.release();
    arrival = null;
  }
  if (isSame) {
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
  arrival = { status, done: Promise.resolve(), release: holdEvents() };
  arrival.done = arrive(arrival, status.project.id);
  await arrival.done;
}

/** Takes in a project and the article to begin with, so that it is drawn once. */
async function arrive(own: Arrival, project: Id): Promise<void> {
  const isWanted = (): boolean => arrival === own;
  let fault: AppError | undefined;
  try {
    resetLists();
    documentList.ensure(0, 0);
    const { mirror, beginning } = await askAs(own, project);
    if (!isWanted()) return;
    fault = beginning.fault;
    const asked = isFree() ? beginning.asked : null;
    useRecords.setState({ ...mirror, status: own.status });
    if (asked) show(asked);
  } catch (error) {
    // Another project has come, and this one concerns nobody.
    if (!isWanted()) return;
    // A workbench that says what is wrong, not a window that waits for ever.
    useRecords.setState({ status: own.status });
    throw error;
  } finally {
    if (isWanted()) arrival = null;
    own.release();
  }
  if (fault !== undefined) throw fault;
}

/** Asks for a project and the article to begin with, for whoever codes when all of it has come: each coder sees their own. */
async function askAs(own: Arrival, project: Id): Promise<{ mirror: Partial<Mirror>; beginning: Beginning }> {
  const coder = own.status.coder?.id;
  const [mirror, beginning] = await Promise.all([askMirror(), askBeginning(lastDocument(project, own.status))]);
  if (own.status.coder?.id === coder || arrival !== own) return { mirror, beginning };
  await loadOwnLayout();
  return askAs(own, project);
}

/** Whether no article is open or on its way. */
function isFree(): boolean {
  const { open, opening } = useRecords.getState();
  return open === null && opening === null;
}

/** The article that a project begins with; `fault`: what was wrong with the one that was read last. */
type Beginning = { asked: Asked | null; fault?: AppError | undefined };

/**
 * The article that was read last, or the first one where that was removed or cannot be read: a project never opens on nothing. What
 * is wrong with an article spoils nothing else.
 */
async function askBeginning(remembered: Id | null): Promise<Beginning> {
  let fault: AppError | undefined;
  try {
    if (remembered !== null) return { asked: await askDocument(remembered) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code !== 'not-found') fault = error;
  }
  try {
    const { rows } = await client().call('documents.list', { offset: 0, limit: 1 });
    const first = rows[0]?.id;
    return { asked: first === undefined || first === remembered ? null : await askDocument(first), fault };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { asked: null, fault: fault ?? error };
  }
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
  const release = holdEvents();
  try {
    const [tables, history, codes] = await Promise.all([
      askTables(personalTables),
      client().call('history.state', {}),
      askCodes(),
    ]);
    useRecords.setState(({ revision }) => ({ ...tables, ...codes, history, revision: revision + 1 }));
    const { open } = useRecords.getState();
    if (open) await openDocument(open.document.id);
  } finally {
    release();
  }
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
  const opening = currentProject()?.opening;
  const release = holdEvents();
  try {
    const mirror = await askMirror();
    const project = currentProject();
    if (project?.opening !== opening) return;
    useRecords.setState(mirror);
    resetLists();
    const open = useRecords.getState().open;
    if (open) await openDocument(open.document.id);
    else if (project) await openBeginning(project.id);
  } finally {
    release();
  }
}

/** Opens an article where none is open, as after a start that the connection broke off. */
async function openBeginning(project: Id): Promise<void> {
  const { asked, fault } = await askBeginning(lastDocument(project));
  if (asked && isFree() && currentProject()?.id === project) show(asked);
  if (fault !== undefined) throw fault;
}

function rememberDocument(document: Id): void {
  const project = useRecords.getState().status?.project;
  // Soon: a window that is loaded again opens on it.
  if (project) rememberLayout({ [personal('lastDocument')]: `${project.id} ${document}` }, 100);
}

/** How often a document was asked for, and which of these answers the reader shows. */
const turns = { asked: 0, shown: 0 };

/**
 * Brings a document into the reader. A later call overtakes an earlier one, for the same document too: what was asked for after a change
 * knows of it, what was asked for before does not.
 */
export async function openDocument(document: Id): Promise<void> {
  const turn = ++turns.asked;
  useRecords.setState({ opening: document });
  try {
    const asked = askedAhead(document) ?? (await askDocument(document));
    if (useRecords.getState().opening !== document || turn < turns.shown) return;
    turns.shown = turn;
    const isOther = useRecords.getState().open?.document.id !== document;
    if (isOther) useUi.setState({ activeAnnotation: null, selection: null, picker: null });
    show(asked);
    if (turn < turns.asked) useRecords.setState({ opening: document }); // a newer answer is on its way
  } catch (error) {
    if (turn === turns.asked && useRecords.getState().opening === document) useRecords.setState({ opening: null });
    throw error;
  }
}

/** Makes an article that has come the open one. */
function show({ text, answer }: Asked): void {
  const { document, facts, annotations } = answer;
  useRecords.setState({
    open: { document, text, facts, annotations: unpackAnnotations(document.id, annotations), ...unpackWork(answer) },
    opening: null,
    lastAnnotationChange: noChange,
  });
  forgetRemovedAnnotation();
  rememberDocument(document.id);
  readAhead(document.id);
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
