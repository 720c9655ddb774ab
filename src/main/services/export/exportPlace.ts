import { basename, dirname, join } from 'node:path';
import { exportingWords } from '#words/core/exporting.ts';
import { projectWords } from '#words/core/project.ts';
import { exportContentSchema, exportFormatSchema } from '../../../shared/api/exports.ts';
import type { ExportContent, ExportFormat } from '../../../shared/api/exports.ts';
import type { Id } from '../../../shared/model/records.ts';
import { fileNameOf } from '../../../shared/text/fileNames.ts';
import type { Session } from '../../app/session.ts';

/** Where a project is exported to, in which formats and with what choices; null: it has not been exported yet. */
export type ExportPlace = { folder: string; formats: ExportFormat[] | null; content: ExportContent | null };

/** Projects whose last export is remembered on this machine. */
const mostRemembered = 50;
/** What rows were chosen by is not remembered: it would leave out later articles, and holds facts of the project. */
const noFilters = { documents: null, statuses: [], rounds: [], coders: [], codes: [], where: [] };

/** The place of the last export, else a folder of the project's own beside it: `Exports/PROJECT`. */
export function exportPlace(session: Session): ExportPlace {
  const { store } = session.open();
  const project = session.status().project?.id;
  const known = session.remembered.read().exports.find((one) => one.project === project);
  if (known) {
    const formats = known.formats.flatMap((name) => exportFormatSchema.safeParse(name).data ?? []);
    return { folder: known.folder, formats, content: exportContentSchema.safeParse(known.content).data ?? null };
  }
  const own = fileNameOf(basename(store.path, '.galley'), projectWords.unnamed);
  return { folder: join(dirname(store.path), exportingWords.exportsFolder, own), formats: null, content: null };
}

/** Remembers where a project was exported to. It is named, because another may be open by the end of a long export. */
export function rememberExport(
  { remembered }: Session,
  project: Id,
  { folder, content }: { folder: string; content: ExportContent },
): void {
  const others = remembered.read().exports.filter((one) => one.project !== project);
  const { formats, table } = content;
  const last = {
    project,
    folder,
    formats: [...formats],
    content: { ...content, table: table && { ...table, filters: noFilters } },
  };
  const exports = [last, ...others].slice(0, mostRemembered);
  remembered.write({ exports });
}
