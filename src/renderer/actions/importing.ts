import { strings } from '#words/window/frame.ts';
import type { FileRef } from '../../shared/api/files.ts';
import type { ImportReport } from '../../shared/api/imports.ts';
import { AppError } from '../../shared/errors.ts';
import type { FormatOptions } from '../../shared/model/importers.ts';
import { said, say } from '../../shared/words/message.ts';
import { client } from '../state/client.ts';
import type { IncomingFile, RefusedFile } from '../state/incoming.ts';
import { currentProject, useRecords } from '../state/records.ts';
import { putTask } from '../state/tasks.ts';
import { notify, openDialog } from '../state/ui.ts';
import { uploadFile } from '../transport/upload.ts';
import { orNotice } from './ask.ts';
import { showDocument } from './showDocument.ts';

const atOnce = 3;
let count = 0;

/** What comes with files to import: others that the window could not read, and options of single importers. */
export type ImportWishes = { unreadable?: readonly RefusedFile[]; formatOptions?: FormatOptions };

/** Imports files into the open project; without one, asks for a new project to put them in. */
export async function importFiles(
  files: readonly IncomingFile[],
  { unreadable = [], formatOptions }: ImportWishes = {},
): Promise<void> {
  if (files.length + unreadable.length === 0) {
    notify('info', strings.import.nothing);
    return;
  }
  if (!currentProject()) {
    openDialog({ kind: 'newProject', files, formatOptions });
    return;
  }
  await orNotice(async () => {
    const { granted, refused } = await readIn(files);
    const report: ImportReport =
      granted.length === 0
        ? { documents: [], refused: [] }
        : await client().run('imports.start', { files: granted, formatOptions });
    showReport({ ...report, refused: [...unreadable, ...refused, ...report.refused] });
    const [first] = report.documents;
    if (first && !useRecords.getState().open) await showDocument(first.id);
  });
}

/** Shows what an import has done. While the import is the last step, the report offers to undo it. */
export function showReport(report: ImportReport): void {
  const step = report.documents.length > 0 ? currentStep() : null;
  openDialog({ kind: 'importReport', report, step });
}

/** A word that names the step which undo would take back now. */
export function currentStep(): string | null {
  const { undo } = useRecords.getState().history;
  return undo && `${undo.at} ${undo.label}`;
}

/** Hands the files to the program, a few at a time, as a task that can be cancelled. Rejects with `cancelled`. */
async function readIn(files: readonly IncomingFile[]): Promise<{ granted: FileRef[]; refused: RefusedFile[] }> {
  const granted = new Map<IncomingFile, FileRef>();
  const refused: RefusedFile[] = [];
  const queue = [...files];
  const stop = new AbortController();
  let done = 0;
  const reading = said('transport.reading', { files: files.length });
  const id = `reading-${++count}`;
  const started = Date.now();
  const show = (state: 'running' | 'done' | 'cancelled'): void => {
    const elapsed = Date.now() - started;
    putTask({
      id,
      method: 'reading',
      label: say(reading),
      state,
      done,
      total: files.length,
      left: done > 0 && elapsed > 1000 ? (elapsed / done) * (files.length - done) : null,
      started,
      cancel: () => stop.abort(),
    });
  };
  const work = async (): Promise<void> => {
    for (let file = queue.shift(); file && !stop.signal.aborted; file = queue.shift()) {
      try {
        granted.set(file, await uploadFile(file.file, file.path));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        refused.push({ path: file.path, reason: error.message });
      }
      done++;
      if (done % 20 === 0) show('running');
    }
  };
  show('running');
  await Promise.all(Array.from({ length: atOnce }, work));
  show(stop.signal.aborted ? 'cancelled' : 'done');
  if (stop.signal.aborted) throw new AppError('cancelled', reading);
  return { granted: files.flatMap((file) => granted.get(file) ?? []), refused };
}
