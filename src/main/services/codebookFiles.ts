import { join } from 'node:path';
import { pathSeparator } from '../../shared/model/records.ts';
import type { Code, Id } from '../../shared/model/records.ts';
import { buildCodeTree } from '../../shared/model/codeTree.ts';
import type { CommandContext, Handlers } from '../app/handlers.ts';
import type { Store } from '../store/database.ts';
import { listCodes } from '../store/rows/code.ts';
import type { CodebookEntry } from '../workers/jobs/codebook.ts';
import { openCodePaths } from './codePaths.ts';
import type { CodePaths } from './codePaths.ts';

/** Codebooks that come from files and go to files. */
export const codebookHandlers = {
  'codebook.import': async (context, input) => {
    const { path, shownAs } = context.grants.find(input.file);
    context.label(`Read codebook ${shownAs}`);
    const entries = await context.jobs.run('codebook.read', { path }, { signal: context.signal });
    return context.commit((command) => ({
      label: `Import codebook ${shownAs}`,
      output: writeEntries(command, entries),
    }));
  },
  'codebook.export': async (context, input) => {
    const path = join(context.grants.path(input.folder), input.name);
    context.label(`Write codebook ${input.name}`);
    const entries = listEntries(context.store.db);
    return context.jobs.run('codebook.write', { path, entries }, { signal: context.signal });
  },
} satisfies Partial<Handlers>;

/** The whole codebook in tree order, as files describe it. */
function listEntries(db: Store['db']): CodebookEntry[] {
  return [...buildCodeTree(listCodes(db)).nodes.values()].map(({ code, path }) => ({
    path: path.split(pathSeparator),
    definition: code.definition,
    hue: code.hue,
    pattern: code.pattern,
    key: code.key,
  }));
}

/** Creates and updates codes. Codes that the entries do not name stay as they are, except that they may lose their key. */
function writeEntries(
  context: CommandContext,
  entries: readonly CodebookEntry[],
): { created: string[]; updated: string[] } {
  const paths = openCodePaths(context);
  const updated = new Set<Id>();
  freeKeys(paths, entries, updated);
  for (const entry of entries) {
    const existed = paths.find(entry.path) !== null;
    const code = paths.ensure(entry.path);
    const wanted = merge(code, entry);
    if (sameFields(code, wanted)) continue;
    paths.update(wanted);
    if (existed) updated.add(code.id);
  }
  const created = new Set(paths.created);
  const changed = [...paths.tree().nodes.values()].filter(({ code }) => updated.has(code.id)).map(({ path }) => path);
  return { created: paths.created, updated: changed.filter((path) => !created.has(path)) };
}

/** Takes the keys that the file gives away from the codes that have them now, so that two codes can swap theirs. */
function freeKeys(paths: CodePaths, entries: readonly CodebookEntry[], updated: Set<Id>): void {
  const wanted = new Map<string, Id | null>();
  for (const entry of entries) {
    if (entry.key !== undefined && entry.key !== null) wanted.set(entry.key, paths.find(entry.path)?.id ?? null);
  }
  for (const { code } of [...paths.tree().nodes.values()]) {
    if (code.key === null || !wanted.has(code.key) || wanted.get(code.key) === code.id) continue;
    paths.update({ ...code, key: null });
    updated.add(code.id);
  }
}

function merge(code: Code, entry: CodebookEntry): Code {
  return {
    ...code,
    definition: entry.definition ?? code.definition,
    hue: entry.hue ?? code.hue,
    pattern: entry.pattern ?? code.pattern,
    key: entry.key === undefined ? code.key : entry.key,
  };
}

function sameFields(a: Code, b: Code): boolean {
  return a.definition === b.definition && a.hue === b.hue && a.pattern === b.pattern && a.key === b.key;
}
