import { stat } from 'node:fs/promises';
import { basename, extname, parse, resolve } from 'node:path';
import { hostsWords } from '#words/core/hosts.ts';
import { AppError, errorFromWire } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { App } from '../../app/createApp.ts';

/**
 * Does what the files on a command line ask for: a `.galley` file is opened, texts and folders are imported, into the
 * project that is named with them or else into a new one in the projects folder, named after the first of them. Answers
 * when the project is open; the import goes on as a task. Rejects with `not-found`, `bad-input` and all that opening
 * and creating a project reject with.
 */
export async function openFiles(app: App, files: readonly string[], workingFolder: string): Promise<void> {
  const paths = files.map((file) => resolve(workingFolder, file));
  const projects = paths.filter(isProject);
  const texts = paths.filter((path) => !isProject(path));
  if (projects.length > 1) throw new AppError('bad-input', said('hosts.oneProject'));
  for (const path of paths) await mustExist(path);
  const [project] = projects;
  const [first] = texts;
  if (project !== undefined) await app.openProject(project);
  else if (first !== undefined) await createFor(app, first);
  if (first === undefined) return;
  await call(app, 'imports.start', { files: texts.map((path) => app.grants.grant(path)) });
}

/** Whether a path names a project, by its extension. */
function isProject(path: string): boolean {
  return extname(path).toLowerCase() === '.galley';
}

async function mustExist(path: string): Promise<void> {
  try {
    await stat(path);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new AppError('not-found', said('hosts.noFile', { path }), { path });
  }
}

/** Takes the first free name: `Articles`, `Articles 2`, `Articles 3` … */
async function createFor(app: App, path: string): Promise<void> {
  const isFolder = (await stat(path)).isDirectory();
  const name = (isFolder ? basename(path) : parse(path).name) || hostsWords.project;
  for (let number = 1; ; number += 1) {
    try {
      await call(app, 'project.create', { folder: null, name: number === 1 ? name : `${name} ${number}` });
      return;
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'file-exists') || number === 1000) throw error;
    }
  }
}

async function call(app: App, method: string, input: unknown): Promise<void> {
  const reply = await app.handle(method, input);
  if (!reply.ok) throw errorFromWire(reply.error);
}
