import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CodebookEntry, CodebookFile } from '../../formats/codebook/entry.ts';
import { codebookFormat, codebookLosses, variablesFileName } from '../../formats/codebook/file.ts';
import { templates } from '../../formats/codebook/templates/templates.ts';
import { openExportFolder } from '../files/exportRecord.ts';
import { inFile, readSmallFile } from './readText.ts';

export { codebookLosses, templates };
export type { CodebookEntry, CodebookFile };

/**
 * Reads a codebook file, and of a table `NAME.csv` the variables in `NAME.variables.csv` beside it, where there is one.
 * Throws AppError `file-unsupported`, `file-unreadable`, `file-too-large`, `file-empty`, `file-damaged`.
 */
export function readCodebookJob(input: { path: string }): CodebookFile {
  const format = codebookFormat(basename(input.path));
  const beside = besideOf(input.path);
  const bytes = readSmallFile(input.path);
  const variables = beside !== null && existsSync(beside) ? readSmallFile(beside) : undefined;
  return inFile(input.path, () => format.read({ bytes, variables }));
}

/**
 * Writes a codebook file. Beside a table go the variables; without any, only where a file of theirs stands already, which
 * would say something else. `title` heads .html and .docx; `project` is an id. Throws AppError `file-exists` for files in
 * the way that no earlier export of the project wrote, unless `replace`; `file-unsupported`, `file-unwritable`, `bad-input`.
 * `warnings`: what one should know of the folder, one line each.
 */
export async function writeCodebookJob(input: {
  path: string;
  project: string;
  replace: boolean;
  codebook: CodebookFile;
  title: string;
}): Promise<{ codes: number; warnings: string[] }> {
  const { path, project, replace, codebook, title } = input;
  const { content, variables } = await codebookFormat(basename(path)).write(codebook, title);
  const contents = new Map([[basename(path), content]]);
  const beside = besideOf(path);
  if (beside !== null && variables !== undefined && (codebook.variables.length > 0 || existsSync(beside)))
    contents.set(basename(beside), variables);
  const warnings = openExportFolder(dirname(path), { project, replace, kind: 'codebook' }).write(contents);
  return { codes: codebook.codes.length, warnings };
}

function besideOf(path: string): string | null {
  const name = variablesFileName(basename(path));
  return name === null ? null : join(dirname(path), name);
}
