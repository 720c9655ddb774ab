import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { at, codings, page } from '../testBlindInputs.ts';
import type { Inputs } from '../testBlindInputs.ts';
import { codeNames, noFiles, places, put } from '../testTaskKinds.ts';
import type { TaskKinds } from '../testTaskKinds.ts';

/** What a blind coder may call the methods of the desk with. */
export const blindInputs = {
  'codes.list': () => [{}],
  'codes.removal': ({ ground }) => [ground.claim, ground.part, ground.spare].map((code) => ({ code })),
  'codes.remove': ({ ground }) => [ground.claim, ground.part, ground.spare].map((code) => ({ code })),
  'codes.create': () => [{ name: 'New' }, { name: 'Claim' }],
  'codes.createMany': ({ ground }) => [{ names: ['One', 'Claim', 'Two'] }, { names: ['Three'], parent: ground.part }],
  'codes.update': ({ ground }) => [
    { code: ground.part, name: 'Renamed' },
    { code: ground.claim, archived: true },
    { code: ground.claim, exclusiveSet: ground.set },
  ],
  'codes.move': ({ ground }) => [{ code: ground.part, parent: null, before: null }],
  'codes.mergePreview': ({ ground }) => [{ source: ground.claim, target: ground.spare }],
  'codes.merge': ({ ground }) => [
    { source: ground.claim, target: ground.spare },
    { source: ground.part, target: ground.spare },
  ],
  'codes.split': (side) =>
    codings(side).map((coding) => ({
      code: side.ground.claim,
      annotations: [coding],
      into: { name: 'Split', parent: null },
      confirmed: true,
    })),
  'examples.list': () => [{}],
  'examples.create': ({ ground }) => [{ code: ground.claim, anchor: { document: ground.blind, ...at(21, 27) } }],
  'examples.update': ({ ground }) => [{ example: ground.example, quote: 'Other words.' }],
  'examples.remove': ({ ground }) => [{ example: ground.example }],
  'exclusiveSets.list': () => [{}],
  'exclusiveSets.create': () => [{ name: 'Another', rule: 'refuse' }],
  'exclusiveSets.update': ({ ground }) => [{ set: ground.set, rule: 'refuse' }],
  'exclusiveSets.remove': ({ ground }) => [{ set: ground.set }],
  'versions.list': () => [{}],
  'versions.difference': () => [{ from: 1, to: null }],
  'versions.publish': () => [{ note: 'Third' }],
  'versions.stale': ({ ground }) => [
    { before: 2, ...page },
    { before: 2, changedOnly: false, ...page },
    { before: 2, coder: ground.ben, ...page },
  ],
  'versions.confirm': (side) => [
    ...codings(side).map((coding) => ({ annotations: [coding], confirmed: true })),
    { annotations: [side.hidden.coding] },
    { answers: [side.hidden.answer] },
    { answers: [side.ground.own.answer] },
  ],
  'templates.list': () => [{}],
  'templates.add': () => [{ template: 'tone' }],
  'codebook.import': ({ file }) => [
    { file: file('codes.csv', 'code,definition\nClaim,What is claimed\nNew,Other\n') },
    { file: file('book.json', '{}') },
  ],
  'codebook.export': ({ folder }) => [{ folder: folder(), name: 'book.json' }],
  'codebook.losses': () => [{ name: 'book.csv' }],
  'variables.list': () => [{}],
  'variables.create': () => [{ scope: 'document', name: 'new', level: 'text' }],
  'variables.update': ({ ground }) => [
    { variable: ground.topic, label: 'Subject' },
    { variable: ground.topic, choices: [{ value: 1, label: 'One' }] },
    { variable: ground.topic, choices: [1, 2, 3, 4].map((value) => ({ value, label: `Choice ${value}` })) },
    { variable: ground.tone, level: 'ratio' },
    { variable: ground.who, entityList: 'Places' },
    { variable: ground.sure, code: ground.part },
  ],
  'variables.move': ({ ground }) => [{ variable: ground.topic, before: ground.tone }],
  'variables.removal': ({ ground }) => [ground.topic, ground.sure, ground.tone].map((variable) => ({ variable })),
  'variables.remove': ({ ground }) => [ground.topic, ground.sure, ground.tone].map((variable) => ({ variable })),
  'entities.list': () => [{}],
  'entities.create': () => [{ list: 'People', name: 'The crews' }],
  'entities.update': ({ ground }) => [{ entity: ground.mayor, name: 'The major' }],
  'entities.remove': ({ ground }) => [ground.mayor, ground.union].map((entity) => ({ entity })),
} satisfies Partial<Inputs>;

/** Work for each kind of task of the desk. */
export const taskKinds = {
  'codebook.import': {
    writes: true,
    prepare: (stage, mark) => ({
      input: { file: put(stage, `${mark}.csv`, `path,definition\n${mark},\n`) },
      failing: { file: put(stage, `${mark}.json`, '{"codes": ') },
      async check({ created }) {
        expect(created).toEqual([mark]);
        expect(await codeNames(stage)).toContain(mark);
      },
      absent: async () => expect(await codeNames(stage)).not.toContain(mark),
    }),
  },
  'codebook.export': {
    prepare(stage, mark) {
      const { path, folder, blocked } = places(stage, mark);
      return {
        input: { folder, name: 'codes.csv' },
        failing: { folder: blocked, name: 'codes.csv' },
        check() {
          const written = readFileSync(join(path, 'codes.csv'), 'utf8');
          for (const name of ['Frames', 'Conflict']) expect(written).toContain(name);
        },
        absent: () => noFiles(path),
      };
    },
  },
} satisfies Partial<TaskKinds>;
