type WorkStatus = 'to-do' | 'working' | 'done' | 'set-aside';

/** `1 coding`, `12 codings`. */
function some(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function statusWords(status: WorkStatus, what: string): string {
  const words: Readonly<Record<WorkStatus, string>> = {
    'to-do': `Put ${what} back to do`,
    working: `Take up ${what} again`,
    done: `Mark ${what} done`,
    'set-aside': `Set ${what} aside`,
  };
  return words[status];
}

/** What changed of a code. */
type CodeChange = { code: string } & (
  | { field: 'name'; to: string }
  | { field: 'archived'; to: boolean }
  | { field: 'exclusiveSet'; to: string | null }
  | { field: 'key'; to: string | null }
  | { field: 'definition' | 'rules' | 'look' }
);

function codeChange(change: CodeChange): string {
  const { code } = change;
  switch (change.field) {
    case 'name':
      return `Rename code “${code}” to “${change.to}”`;
    case 'archived':
      return `${change.to ? 'Archive' : 'Bring back'} code “${code}”`;
    case 'exclusiveSet':
      return change.to === null ? `Take “${code}” out of its set` : `Put “${code}” into set “${change.to}”`;
    case 'key':
      return change.to === null ? `Unpin “${code}”` : `Pin “${code}” to ${change.to}`;
    case 'definition':
      return `Define “${code}”`;
    case 'rules':
      return `Change rules of “${code}”`;
    case 'look':
      return `Recolour “${code}”`;
  }
}

const marks = {
  none: 'Take the mark off a disagreement',
  'unclear-rule': 'Mark a disagreement: unclear rule',
  slip: 'Mark a disagreement: slip',
} as const;

type Named = { name: string };

/**
 * What each act is called in the history and beside Undo, by its method. The journal keeps the method and the values, so no
 * entry ever goes, and what an entry is told with never changes its meaning.
 */
export const actWords = {
  'agreed.start': ({ codings, answers }: { codings: number; answers: number }) =>
    `Take over ${codings} codings and ${answers} answers that agree`,
  'annotations.create': ({ code }: { code: string }) => `Code “${code}”`,
  'annotations.remove': ({ count, code }: { count: number; code: string }) =>
    count === 1 ? `Remove coding “${code}”` : `Remove ${count} codings`,
  'annotations.setMemo': ({ code }: { code: string }) => `Memo on “${code}”`,
  'annotations.unite': ({ count, code }: { count: number; code: string }) => `Unite ${count} codings “${code}”`,
  'annotations.update': ({ field, code }: { field: 'code' | 'boundaries'; code: string }) =>
    field === 'code' ? `Change code to “${code}”` : `Change boundaries of “${code}”`,
  'answers.clear': ({ variable }: { variable: string }) => `Clear “${variable}”`,
  'answers.import': ({ answers, file }: { answers: number; file: string }) =>
    `Give ${some(answers, 'answer', 'answers')} from ${file}`,
  'answers.set': ({ variable }: { variable: string }) => `Answer “${variable}”`,
  'codebook.import': ({ file }: { file: string }) => `Import codebook ${file}`,
  'coders.add': ({ name }: Named) => `Add coder “${name}”`,
  'codes.create': ({ name }: Named) => `Create code “${name}”`,
  'codes.merge': ({ from, into }: { from: string; into: string }) => `Merge “${from}” into “${into}”`,
  'codes.move': ({ name }: Named) => `Move code “${name}”`,
  'codes.remove': ({ name }: Named) => `Remove code “${name}”`,
  'codes.split': ({ from, to, made, codings }: { from: string; to: string; made: boolean; codings: number }) =>
    made ? `Split “${to}” from “${from}”` : `Give ${some(codings, 'coding', 'codings')} of “${from}” to “${to}”`,
  'codes.update': codeChange,
  'codings.import': ({ passages, file }: { passages: number; file: string }) =>
    `Code ${some(passages, 'passage', 'passages')} from ${file}`,
  'disagreements.discuss': 'Discuss a disagreement',
  'disagreements.mark': ({ mark }: { mark: keyof typeof marks }) => marks[mark],
  'disagreements.reopen': 'Open a disagreement again',
  'disagreements.resolve': ({ document }: { document: string }) => `Settle a disagreement in “${document}”`,
  'documents.remove': ({ count, name }: { count: number; name: string }) =>
    `Remove ${count === 1 ? `“${name}”` : `${count} documents`}`,
  'documents.rename': ({ name }: Named) => `Rename document to “${name}”`,
  'documents.setFact': ({ variable, document }: { variable: string; document: string }) =>
    `Set ${variable} of “${document}”`,
  'entities.create': ({ name, list }: { name: string; list: string }) => `Add “${name}” to ${list}`,
  'entities.remove': ({ name, list }: { name: string; list: string }) => `Remove “${name}” from ${list}`,
  'entities.update': ({ name, to }: { name: string; to: string }) =>
    name === to ? `Describe “${to}”` : `Rename “${name}” to “${to}”`,
  'examples.create': ({ code }: { code: string }) => `Add example to “${code}”`,
  'examples.remove': ({ code }: { code: string }) => `Remove example of “${code}”`,
  'examples.update': ({ code }: { code: string }) => `Change example of “${code}”`,
  'exclusiveSets.create': ({ name }: Named) => `Create set “${name}”`,
  'exclusiveSets.remove': ({ name }: Named) => `Remove set “${name}”`,
  'exclusiveSets.update': ({ name, to, rule }: { name: string; to: string; rule: 'warn' | 'refuse' }) =>
    name === to ? `Let set “${to}” ${rule === 'warn' ? 'warn' : 'refuse'}` : `Rename set “${name}” to “${to}”`,
  'imports.start': ({ documents }: { documents: number }) => `Import ${some(documents, 'document', 'documents')}`,
  'links.create': ({ relation }: { relation: string }) => `Link “${relation}”`,
  'links.remove': ({ relation }: { relation: string }) => `Remove link “${relation}”`,
  'packages.attach': ({ file }: { file: string }) => `Re-attach package ${file}`,
  'progress.set': ({ status, document }: { status: WorkStatus; document: string }) =>
    statusWords(status, `“${document}”`),
  'progress.setMany': ({ status, documents }: { status: WorkStatus; documents: number }) =>
    statusWords(status, some(documents, 'document', 'documents')),
  'project.create': ({ name }: Named) => `Create project “${name}”`,
  'project.openSample': 'Make the sample project',
  'project.rename': ({ name }: Named) => `Rename project to “${name}”`,
  'recipes.remove': ({ name }: Named) => `Remove the export “${name}”`,
  'recipes.rename': ({ name, to }: { name: string; to: string }) => `Rename the export “${name}” to “${to}”`,
  'recipes.save': ({ name }: Named) => `Save the export “${name}”`,
  'rounds.assign': ({ assignments, name }: { assignments: number; name: string }) =>
    `Add ${some(assignments, 'assignment', 'assignments')} to “${name}”`,
  'rounds.create': ({ name }: Named) => `Create round “${name}”`,
  'rounds.remove': ({ name }: Named) => `Remove round “${name}”`,
  'rounds.unassign': ({ assignments, name }: { assignments: number; name: string }) =>
    `Take ${some(assignments, 'assignment', 'assignments')} from “${name}”`,
  'rounds.update': ({ name }: Named) => `Change round “${name}”`,
  'templates.add': ({ title }: { title: string }) => `Add template “${title}”`,
  'texts.correct': ({ name }: Named) => `Correct the text of “${name}”`,
  'texts.keepLeftOut': ({ name }: Named) => `Keep what was left out of “${name}”`,
  'variables.create': ({ name }: Named) => `Create variable “${name}”`,
  'variables.move': ({ name }: Named) => `Move variable “${name}”`,
  'variables.remove': ({ name }: Named) => `Remove variable “${name}”`,
  'variables.update': (change: { name: string; to: string; archived?: boolean }) => {
    const { name, to, archived } = change;
    if (name !== to) return `Rename variable “${name}” to “${to}”`;
    if (archived === undefined) return `Change variable “${to}”`;
    return `${archived ? 'Archive' : 'Bring back'} variable “${to}”`;
  },
  'versions.confirm': ({ codings, answers }: { codings: number; answers: number }) =>
    codings + answers === 1
      ? `Confirm ${codings === 1 ? 'coding' : 'answer'}`
      : `Confirm ${codings + answers} codings and answers`,
  'versions.publish': ({ number }: { number: number }) => `Publish codebook version ${number}`,
} as const;
