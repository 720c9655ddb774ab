import type { ChangedEvent } from '../../shared/api/events.ts';
import type { Id } from '../../shared/model/records.ts';
import type { Progress } from '../../shared/model/variables.ts';
import { planChange } from './changes.ts';
import {
  forgetDocument,
  forgetRemovedAnnotation,
  loadCoders,
  loadCodes,
  loadProject,
  loadStatus,
  loadTables,
  openDocument,
} from './load.ts';
import { documentList, historyList, useDocumentFilter } from './queries.ts';
import { useRecords } from './records.ts';
import { tellChanged } from './watchers.ts';

/** Takes a committed change into the mirror. */
export function applyChanges(event: ChangedEvent): void {
  const outcome = planChange(useRecords.getState(), event);
  useRecords.setState({ ...outcome.mirror, lastAnnotationChange: outcome.annotations });
  if (outcome.closed) forgetDocument();
  forgetRemovedAnnotation();
  tellChanged(event);
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
  if (refetch.tables.length > 0) void loadTables(refetch.tables);
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
