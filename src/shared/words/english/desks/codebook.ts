import { some } from './some.ts';

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

type Named = { name: string };

/** What is called the same everywhere of the codebook. */
export const ofCodebook = {
  actions: {
    'codebook.import': 'Import codebook…',
    'codebook.export': 'Export codebook…',
    'view.codebook': 'Go to Codebook',
    'codebook.takeExample': 'Take the selection as an example',
    'codebook.newVariable': 'New variable…',
    'codebook.merge': 'Merge the code…',
    'codebook.split': 'Split the code…',
    'codebook.archive': 'Archive the code, or bring it back',
    'codebook.publish': 'Publish codebook version…',
    'codebook.check': 'Check work made before the rules changed',
    'codebook.names': 'Lists of names…',
    'codebook.addTemplate': 'Add template…',
  },
  acts: {
    'codebook.import': ({ file }: { file: string }) => `Import codebook ${file}`,
    'codes.createMany': ({ codes }: { codes: number }) => `Create ${some(codes, 'code', 'codes')}`,
    'codes.create': ({ name }: Named) => `Create code “${name}”`,
    'codes.merge': ({ from, into }: { from: string; into: string }) => `Merge “${from}” into “${into}”`,
    'codes.move': ({ name }: Named) => `Move code “${name}”`,
    'codes.remove': ({ name }: Named) => `Remove code “${name}”`,
    'codes.split': ({ from, to, made, codings }: { from: string; to: string; made: boolean; codings: number }) =>
      made ? `Split “${to}” from “${from}”` : `Give ${some(codings, 'coding', 'codings')} of “${from}” to “${to}”`,
    'codes.update': codeChange,
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
    'templates.add': ({ title }: { title: string }) => `Add template “${title}”`,
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
  },
  records: {
    variable: 'A variable',
    code: 'A code',
    entity: 'An entity',
    exclusive_set: 'An exclusive set',
    example: 'An example of a code',
    codebook_version: 'A version of the codebook',
  },
} as const;
