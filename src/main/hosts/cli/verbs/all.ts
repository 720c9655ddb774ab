import type { Verb } from '../verb.ts';

/** Every verb, in the order of the help. Each is loaded when it is asked for: a command starts with its own alone. */
const verbs = {
  new: async () => (await import('./new.ts')).newVerb,
  import: async () => (await import('./import.ts')).importVerb,
  keep: async () => (await import('./keep.ts')).keepVerb,
  codebook: async () => (await import('./codebook.ts')).codebookVerb,
  code: async () => (await import('./code.ts')).codeVerb,
  answer: async () => (await import('./answer.ts')).answerVerb,
  export: async () => (await import('./export.ts')).exportVerb,
  package: async () => (await import('./package.ts')).packageVerb,
  're-attach': async () => (await import('./reattach.ts')).reattachVerb,
  search: async () => (await import('./search.ts')).searchVerb,
  reliability: async () => (await import('./reliability.ts')).reliabilityVerb,
  verify: async () => (await import('./verify.ts')).verifyVerb,
  backups: async () => (await import('./backups.ts')).backupsVerb,
  restore: async () => (await import('./restore.ts')).restoreVerb,
  log: async () => (await import('./log.ts')).logVerb,
  undo: async () => (await import('./history.ts')).undoVerb,
  redo: async () => (await import('./history.ts')).redoVerb,
  stats: async () => (await import('./stats.ts')).statsVerb,
  serve: async () => (await import('./serve.ts')).serveVerb,
  call: async () => (await import('./call.ts')).callVerb,
  notices: async () => (await import('./notices.ts')).noticesVerb,
} as const satisfies Readonly<Record<string, () => Promise<Verb>>>;

export const verbNames = Object.keys(verbs) as (keyof typeof verbs)[]; // its own names

/** The verb of that name; undefined: there is none. */
export async function loadVerb(name: string): Promise<Verb | undefined> {
  const known = verbNames.find((one) => one === name);
  return known === undefined ? undefined : verbs[known]();
}

/** All of them, in the order of the help. */
export async function loadVerbs(): Promise<Verb[]> {
  return Promise.all(verbNames.map((name) => verbs[name]()));
}
