import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
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

function lookAt(path: string): { kind: 'folder' | 'file'; about: Stats } | null {
  try {
    const about = statSync(path);
    return about.isDirectory() ? { kind: 'folder', about } : about.isFile() ? { kind: 'file', about } : null;
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

/**
 * Where a path leads that somebody typed or pasted: with the quotation marks that file managers copy around it, with `~` for home.
 * Throws where there is nothing, and for a file that does not suit the purpose.
 */
function follow(typed: string, from: string, purpose: FilePurpose): { folder: string; found: string | null } {
  const bare = /^(["'])(.+)\1$/u.exec(typed.trim())?.[2] ?? typed.trim();
  const path = resolve(
    from,
    bare.replace(/^~(?=$|[/\\])/u, () => homedir()),
  );
  const there = path.includes('\0') ? null : lookAt(path);
  if (there === null) throw new AppError('not-found', said('project.nothingThere', { path }), { path });
  if (there.kind === 'folder') return { folder: path, found: null };
  if (!suits(purpose, path)) throw new AppError('bad-input', said('project.unsuited', { path, purpose }), { path });
  return { folder: dirname(path), found: path };
}

/** The folders in a folder and the files that suit the purpose, folders first. */
function entriesOf({ grants }: ControlContext, path: string, names: readonly string[], purpose: FilePurpose) {
  const order = new Intl.Collator(undefined, { numeric: true });
  return names
    .flatMap((name): Listing['entries'] => {
      const there = lookAt(join(path, name));
      if (there === null || (there.kind === 'file' && !suits(purpose, name))) return [];
      const { kind, about } = there;
      const size = kind === 'file' ? about.size : null;
      return [{ file: grants.grant(join(path, name)), name, kind, changed: Math.round(about.mtimeMs), size }];
    })
    .sort((a, b) => (a.kind === b.kind ? order.compare(a.name, b.name) : a.kind === 'folder' ? -1 : 1));
}

type Asked = { folder: string | null; purpose: FilePurpose; typed: string };

function browse(context: ControlContext, { folder, purpose, typed }: Asked): Listing {
  const { grants, platform } = context;
  const from = folder ?? platform.projectsFolder;
  if (folder === null) mkdirSync(from, { recursive: true });
  const { folder: path, found } = typed.trim() === '' ? { folder: from, found: null } : follow(typed, from, purpose);
  let names: string[];
  try {
    // A folder for an export is made when it is written to: until then there is nothing in it.
    names = purpose === 'export-folder' && !existsSync(path) ? [] : readdirSync(path);
  } catch {
    throw new AppError('file-unreadable', said('project.unreadableFolder', { path }), { path });
  }
  const shown = names.filter((name) => !name.startsWith('.') || join(path, name) === found);
  const entries = entriesOf(context, path, shown, purpose);
  return {
    folder: grants.grant(path),
    label: path,
    parents: enclosing(path).map((parent) => ({ file: grants.grant(parent), name: basename(parent) || parent })),
    entries,
    found: found === null ? null : (entries.find(({ name }) => name === basename(found))?.file ?? null),
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
    if (lookAt(path)?.kind !== 'folder')
      throw new AppError('not-found', said('project.folderGone', { path }), { path });
    await platform.reveal(itemIn(path));
    return {};
  },
  'files.browse': (context, { folder, ...asked }) =>
    browse(context, { ...asked, folder: folder === null ? null : context.grants.path(folder) }),
} satisfies Partial<Handlers>;
