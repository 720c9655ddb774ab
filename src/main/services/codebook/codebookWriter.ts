import { codebookFilesWords } from '#words/core/codebookFiles.ts';
import type { ExclusiveSet } from '../../../shared/model/codebook.ts';
import { pathSeparator } from '../../../shared/model/records.ts';
import type { Code, Id } from '../../../shared/model/records.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { CodebookEntry, CodebookFile, SetEntry } from '../../formats/codebook/entry.ts';
import { findExclusiveSetByName, insertExclusiveSet, updateExclusiveSet } from '../../store/rows/exclusiveSet.ts';
import { openCodePaths } from './codePaths.ts';
import type { CodePaths } from './codePaths.ts';
import { anchorFinder, writeExamples } from './exampleEntries.ts';
import type { Treatment } from './treatment.ts';
import { writeVariables } from './variableEntries.ts';

/** What taking in a codebook did: paths of codes, and names of variables that were made or changed. */
export type Written = {
  created: string[];
  updated: string[];
  variables: string[];
  /** What of the file could mean several things and was left out, one line each, without its full stop. */
  doubts: string[];
};

/** Takes in a codebook. What it does not name stays as it is, except that a code may lose its key or leave its set. */
export function writeCodebook(context: CommandContext, file: CodebookFile, treatment: Treatment): Written {
  const paths = openCodePaths(context);
  const sets = writeSets(context, file.sets, treatment);
  const updated = new Set<Id>();
  const findAnchor = anchorFinder(context.store);
  const doubts: string[] = [];
  const entries = treatment === 'keep' ? file.codes.map((entry) => withoutTakenKey(paths, entry)) : file.codes;
  if (treatment === 'update') freeKeys(paths, entries, updated);
  for (const entry of entries) {
    const existed = paths.find(entry.path) !== null;
    if (existed && treatment === 'keep') continue;
    const code = paths.ensure(entry.path);
    const wanted = merge(code, entry, sets);
    const changed = JSON.stringify(code) !== JSON.stringify(wanted);
    if (changed) paths.update(wanted);
    const examples = entry.examples && writeExamples(context, code.id, entry.examples, findAnchor);
    const place = entry.path.join(pathSeparator);
    doubts.push(...(examples?.doubts ?? []).map((reason) => codebookFilesWords.at({ place, reason })));
    if (existed && (changed || examples?.changed === true)) updated.add(code.id);
  }
  const variables = writeVariables(context, paths, file.variables, treatment);
  const created = new Set(paths.created);
  const changed = [...paths.tree().nodes.values()].filter(({ code }) => updated.has(code.id)).map(({ path }) => path);
  return { created: paths.created, updated: changed.filter((path) => !created.has(path)), variables, doubts };
}

/** Makes the sets that are missing, and answers with the id of each by its name. */
function writeSets(
  { store, newId, now }: CommandContext,
  entries: readonly SetEntry[],
  treatment: Treatment,
): ReadonlyMap<string, Id> {
  return new Map(
    entries.map(({ name, rule }) => {
      const known = findExclusiveSetByName(store.db, name);
      if (!known) {
        const set: ExclusiveSet = { id: newId(), name, rule };
        insertExclusiveSet(store.db, set, now);
        return [name, set.id];
      }
      if (known.rule !== rule && treatment === 'update') updateExclusiveSet(store.db, { ...known, rule });
      return [name, known.id];
    }),
  );
}

/** An entry that does not take its key from a code that is there. */
function withoutTakenKey(paths: CodePaths, entry: CodebookEntry): CodebookEntry {
  const { key } = entry;
  if (key === undefined || key === null) return entry;
  const own = entry.path.join(pathSeparator);
  const taken = [...paths.tree().nodes.values()].some(({ code, path }) => code.key === key && path !== own);
  return taken ? { ...entry, key: null } : entry;
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

function merge(code: Code, entry: CodebookEntry, sets: ReadonlyMap<string, Id>): Code {
  const { exclusiveSet } = entry;
  return {
    ...code,
    definition: entry.definition ?? code.definition,
    include: entry.include ?? code.include,
    exclude: entry.exclude ?? code.exclude,
    hue: entry.hue ?? code.hue,
    pattern: entry.pattern ?? code.pattern,
    key: entry.key === undefined ? code.key : entry.key,
    archived: entry.archived ?? code.archived,
    exclusiveSet:
      exclusiveSet === undefined ? code.exclusiveSet : exclusiveSet === null ? null : (sets.get(exclusiveSet) ?? null),
  };
}
