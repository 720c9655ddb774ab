import type { Project } from '../../shared/api/project.ts';
import { AppError } from '../../shared/errors.ts';
import type { Id } from '../../shared/model/records.ts';

import { client } from './client.ts';
import { selectDocuments } from './documentSelection.ts';
import { personalTables, wholeTables } from './held.ts';
import { holdEvents } from './heldEvents.ts';
import { documentList, filterDocuments, historyList, noDocumentFilter } from './queries.ts';
import { askDocument, askedAhead, forgetAhead, readAhead } from './readAhead.ts';
import { emptyMirror, noChange, unpackAnnotations, useRecords } from './records.ts';
import { lastDocument, loadOwnLayout, personal, rememberLayout } from './settings.ts';
import { askTables, unpackWork } from './tables.ts';
import { useUi } from './ui.ts';
import { tellForget, tellForgetCoder } from './watchers.ts';

export async function loadCodes(): Promise<void> {
  const { codes, tally } = await client().call('codes.list', {});
  useRecords.setState(({ revision }) => ({
    codes: new Map(codes.map((code) => [code.id, code])),
    tally,
    revision: revision + 1,
  }));
}

export async function loadCoders(): Promise<void> {
  const coders = await client().call('coders.list', {});
  useRecords.setState({ coders: new Map(coders.map((coder) => [coder.id, coder])) });
}

/** Asks what is open and who codes. Another project than before starts the mirror anew. */
export async function loadStatus(): Promise<void> {
  const before = useRecords.getState().status;
  const status = await client().call('project.status', {});
  useRecords.setState({ status });
  if (isSameProject(before?.project ?? null, status.project)) {
    if (status.project) await loadCoders();
    if (status.project && before?.coder?.id !== status.coder?.id) await changeEyes();
    return;
  }
  forgetDocument();
  useRecords.setState({ ...emptyMirror });
  filterDocuments(noDocumentFilter);
  selectDocuments([]);
  tellForget();
  if (!status.project) return;
  await loadProject();
  await reopenDocument(status.project.id);
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

/** Opens the article that was read last on this machine, or else the first one: a project never opens on nothing. */
async function reopenDocument(project: Id): Promise<void> {
  const remembered = lastDocument(project);
  const { rows } = await client().call('documents.list', { offset: 0, limit: 1 });
  const first = rows[0]?.id;
  try {
    if (remembered !== null) await openDocument(remembered);
    else if (first !== undefined) await openDocument(first);
  } catch (error) {
    // The remembered one may have been removed since.
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    if (first !== undefined) await openDocument(first);
  }
}

/** Asks for everything the mirror holds of the open project. */
export async function loadProject(): Promise<void> {
  const release = holdEvents();
  forgetAhead();
  try {
    const [tables, history] = await Promise.all([
      askTables(wholeTables),
      client().call('history.state', {}),
      loadCodes(),
      loadCoders(),
    ]);
    useRecords.setState({ ...tables, history, seq: null });
    documentList.reset();
    historyList.reset();
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
    const { text, answer } = askedAhead(document) ?? (await askDocument(document));
    if (useRecords.getState().opening !== document) return;
    const isOther = useRecords.getState().open?.document.id !== document;
    if (isOther) useUi.setState({ activeAnnotation: null, selection: null, picker: null });
    useRecords.setState({
      open: {
        document: answer.document,
        text,
        facts: answer.facts,
        annotations: unpackAnnotations(document, answer.annotations),
        ...unpackWork(answer),
      },
      opening: null,
      lastAnnotationChange: noChange,
    });
    forgetRemovedAnnotation();
    rememberDocument(document);
    readAhead(document);
  } catch (error) {
    if (useRecords.getState().opening === document) useRecords.setState({ opening: null });
    throw error;
  }
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
