import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FilePurpose, Listing } from '../../../shared/api/files.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { ControlContext, Handlers } from '../../app/handlers.ts';

/** Which files suit a purpose; where only folders do, none. */
function suits(purpose: FilePurpose, name: string): boolean {
  const low = name.toLowerCase();
  if (purpose === 'open-project') return low.endsWith('.galley');
  if (purpose === 'import-codebook') return ['.csv', '.json', '.qdc'].some((ending) => low.endsWith(ending));
  if (purpose === 'open-package') return low.endsWith('.zip');
  return false;
}

function kindOf(path: string): 'folder' | 'file' | null {
  try {
    const about = statSync(path);
    return about.isDirectory() ? 'folder' : about.isFile() ? 'file' : null;
  } catch {
    return null; // a link into nowhere, or a file that went in the meantime: not for choosing
  }
}

function enclosing(path: string): string[] {
  const found: string[] = [];
  for (let folder = dirname(path), last = path; folder !== last; last = folder, folder = dirname(folder)) {
    found.unshift(folder);
  }
  return found;
}

/** A file in the folder that people see there, for the file manager to mark; else the folder. */
function itemIn(folder: string): string {
  const name = readdirSync(folder)
    .sort()
    .find((one) => !one.startsWith('.'));
  return name === undefined ? folder : join(folder, name);
}

function browse({ grants, platform }: ControlContext, folder: string | null, purpose: FilePurpose): Listing {
  const path = folder ?? platform.projectsFolder;
  if (folder === null) mkdirSync(path, { recursive: true });
  let names: string[];
  try {
    // A folder for an export is made when it is written to: until then there is nothing in it.
    names = purpose === 'export-folder' && !existsSync(path) ? [] : readdirSync(path);
  } catch {
    throw new AppError('file-unreadable', said('project.unreadableFolder', { path }), { path });
  }
  const order = new Intl.Collator(undefined, { numeric: true });
  const entries = names
    .filter((name) => !name.startsWith('.'))
    .map((name) => ({ name, kind: kindOf(join(path, name)) }))
    .flatMap(({ name, kind }) =>
      kind === 'folder' || (kind === 'file' && suits(purpose, name))
        ? [{ file: grants.grant(join(path, name)), name, kind }]
        : [],
    )
    .sort((a, b) => (a.kind === b.kind ? order.compare(a.name, b.name) : a.kind === 'folder' ? -1 : 1));
  return {
    folder: grants.grant(path),
    label: path,
    parents: enclosing(path).map((parent) => ({ file: grants.grant(parent), name: basename(parent) || parent })),
    entries,
  };
}

export const fileHandlers = {
  'files.choose': async ({ platform, grants }, { purpose }) => {
    if (!platform.dialogs) throw new AppError('bad-input', said('project.noDialogs'));
    const path = await platform.dialogs.choose(purpose);
    return path === null ? null : grants.grant(path);
  },
  'files.show': async ({ platform, grants }, { folder }) => {
    const path = grants.path(folder);
    if (!platform.reveal) throw new AppError('bad-input', said('project.noFileManager', { path }));
    if (kindOf(path) !== 'folder') throw new AppError('not-found', said('project.folderGone', { path }), { path });
    await platform.reveal(itemIn(path));
    return {};
  },
  'files.browse': (context, { folder, purpose }) =>
    browse(context, folder === null ? null : context.grants.path(folder), purpose),
} satisfies Partial<Handlers>;
