import { AppError } from '../../shared/api/errors.ts';
import type { ChangedEvent } from '../../shared/api/events.ts';
import type { Project } from '../../shared/api/project.ts';
import type { Id } from '../../shared/model/records.ts';
import type { Progress } from '../../shared/model/variables.ts';
import { forgetReliability, markStale } from '../desks/agreement/state/reliability.ts';
import { wholeTables, planChange } from './changes.ts';
import { client } from './client.ts';
import { selectDocuments } from './documentSelection.ts';
import { documentList, filterDocuments, historyList, noDocumentFilter, useDocumentFilter } from './queries.ts';
import { askDocument, askedAhead, forgetAhead, readAhead } from './readAhead.ts';
import { everything, useReaderFilter } from './readerFilter.ts';
import { emptyMirror, noChange, unpackAnnotations, useRecords } from './records.ts';
import { lastDocument, loadOwnLayout, personal, rememberLayout } from './settings.ts';
import { askTables, unpackWork } from './tables.ts';
import { nothingSought, useUi } from './ui.ts';

/**
 * Events that arrive while the mirror is being asked for anew: what they change may or may not be in the answer, so they
 * wait, and those the answer already holds are dropped by their number or written again with the same values.
 */
let waiting: ChangedEvent[] | null = null;

/** Takes a committed change into the mirror. */
export function applyChanges(event: ChangedEvent): void {
  if (waiting) {
    waiting.push(event);
    return;
  }
  const outcome = planChange(useRecords.getState(), event);
  useRecords.setState({ ...outcome.mirror, lastAnnotationChange: outcome.annotations });
  if (outcome.closed) forgetDocument();
  forgetRemovedAnnotation();
  if (isMeasured(event)) markStale();
  const { refetch, documents } = outcome;
  if (refetch.everything) {
    void loadProject();
    return;
  }
  if (documents.invalid || isFiltered(event) || (event.tables.progress?.removed.length ?? 0) > 0)
    documentList.invalidate();
  else patchCounts(documents.counts);
  patchStatus(event.tables.progress?.changed ?? []);
  historyList.invalidate();
  if (refetch.codes) void loadCodes();
  if (refetch.coders) void loadCoders();
  if (refetch.tables.length > 0) void askTables(refetch.tables).then((desk) => useRecords.setState(desk));
  if (event.tables.project !== undefined) void loadStatus();
  const open = useRecords.getState().open;
  if (open && (refetch.document || refetch.facts)) void openDocument(open.document.id);
}

/** Whether an event touches what the document list is filtered by. */
function isFiltered({ tables }: ChangedEvent): boolean {
  const { status, where, round } = useDocumentFilter.getState();
  if (status !== null && tables.progress !== undefined) return true;
  if (round !== null && (tables.assignment !== undefined || tables.round !== undefined)) return true;
  return where.length > 0 && (tables.answer !== undefined || tables.fact !== undefined);
}

/** Whether an event touches what agreement is measured on. */
function isMeasured({ tables }: ChangedEvent): boolean {
  const { annotation, answer, progress, document, code, variable, assignment } = tables;
  return [annotation, answer, progress, document, code, variable, assignment].some((change) => change !== undefined);
}

function patchCounts(counts: Readonly<Record<Id, number>>): void {
  if (Object.keys(counts).length === 0) return;
  documentList.patch((row) => {
    const annotations = counts[row.id];
    return annotations === undefined ? row : { ...row, annotations };
  });
}

/** The rows of the list show how far the acting coder is. */
function patchStatus(changed: readonly Progress[]): void {
  const coder = useRecords.getState().status?.coder?.id;
  const own = new Map(changed.filter((row) => row.coder === coder).map((row) => [row.document, row.status]));
  if (own.size === 0) return;
  documentList.patch((row) => {
    const status = own.get(row.id);
    return status === undefined ? row : { ...row, status };
  });
}

function forgetDocument(): void {
  forgetAhead();
  useRecords.setState({ open: null, opening: null, lastAnnotationChange: noChange });
  useUi.setState({ activeAnnotation: null, selection: null, picker: null });
}

function forgetRemovedAnnotation(): void {
  const { activeAnnotation } = useUi.getState();
  if (activeAnnotation !== null && !useRecords.getState().open?.annotations.has(activeAnnotation))
    useUi.setState({ activeAnnotation: null });
}

async function loadCodes(): Promise<void> {
  const { codes, tally } = await client().call('codes.list', {});
  useRecords.setState(({ revision }) => ({
    codes: new Map(codes.map((code) => [code.id, code])),
    tally,
    revision: revision + 1,
  }));
}

async function loadCoders(): Promise<void> {
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
  useUi.setState({ verifiedAt: null, recentCodes: [], recentRelations: [], textDraft: null, search: nothingSought });
  useUi.setState({ segmentFilter: { scope: 'document', code: null, coder: null } });
  useReaderFilter.setState(everything);
  filterDocuments(noDocumentFilter);
  selectDocuments([]);
  forgetReliability();
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
  useUi.setState({ recentCodes: [], recentRelations: [] });
  await loadOwnLayout();
  documentList.invalidate();
  historyList.invalidate();
  const [history] = await Promise.all([client().call('history.state', {}), loadCodes()]);
  useRecords.setState({ history });
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
  const held: ChangedEvent[] = (waiting ??= []);
  forgetAhead();
  try {
    const [desk, history] = await Promise.all([
      askTables(wholeTables),
      client().call('history.state', {}),
      loadCodes(),
      loadCoders(),
    ]);
    useRecords.setState({ ...desk, history, seq: null });
    documentList.reset();
    historyList.reset();
    const open = useRecords.getState().open;
    if (open) await openDocument(open.document.id);
  } finally {
    waiting = null;
    held.forEach(applyChanges);
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
