import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { at } from '../testBlindInputs.ts';
import type { Inputs, Side } from '../testBlindInputs.ts';
import { missing, noFiles, places, png, quotes, reads } from '../testTaskKinds.ts';
import type { Stage, TaskKinds } from '../testTaskKinds.ts';

const measurements = ({ ground }: Side) => [
  { draws: 0 },
  { draws: 0, codes: [ground.claim] },
  { draws: 0, variables: [ground.topic] },
  { draws: 0, documents: [ground.blind] },
  { draws: 0, round: ground.round, agreed: true },
];

/** What a blind coder may call the methods of the desk with. */
export const blindInputs = {
  'disagreements.list': ({ ground }) => [{}, { document: ground.blind }, { resolved: true }],
  'disagreements.mark': ({ ground }) => [
    { place: { document: ground.blind, ...at(0, 8) }, mark: 'slip' },
    { place: { document: ground.open, ...at(0, 8) }, mark: null },
  ],
  'disagreements.discuss': ({ ground }) => [{ place: { document: ground.blind, ...at(0, 8) }, memo: 'What?' }],
  'disagreements.resolve': ({ ground }) => [
    { place: { document: ground.second, variable: ground.topic } },
    { place: { document: ground.open, ...at(0, 8) }, codings: [{ code: ground.claim, ...at(0, 8) }] },
  ],
  'disagreements.reopen': ({ ground }) => [{ place: { document: ground.blind, ...at(21, 27) } }],
  'agreed.read': () => [{}],
  'agreed.start': ({ ground }) => [{}, { documents: [ground.open] }, { round: ground.round }],
  'reliability.run': measurements,
  'reliability.export': (side) =>
    measurements(side)
      .map((choice) => ({ ...choice, folder: side.folder(), files: ['csv'] as const }))
      .map((one) => ({
        ...one,
        files: [...one.files],
      })),
  'reliability.picture': ({ folder }) => [{ folder: folder(), png: '' }],
  'reliability.confusion': ({ ground }) => [{}, { variable: ground.topic }],
  'reliability.cell': ({ ground }) => [{ row: ground.claim, column: 'nothing' }],
} satisfies Partial<Inputs>;

const measured = ({ ids }: Stage): object => ({ codes: [ids.frames], draws: 0 });
const unknown = { codes: [missing], draws: 0 };
const agreed = ['Two hundred dockers ', '漢字'];

/** Work for each kind of task of the desk. */
export const taskKinds = {
  'agreed.start': {
    writes: true,
    isShared: true,
    prepare(stage) {
      const held = async (): Promise<string[]> => {
        const { coder } = await stage.project.client.call('agreed.read', {});
        return coder ? await quotes(stage, { coder: coder.id }) : [];
      };
      return {
        input: {},
        failing: { documents: [] },
        check: async () => expect(await held()).toEqual(agreed),
        absent: async () => expect(await held()).toEqual([]),
      };
    },
  },
  'reliability.run': {
    prepare: (stage) => ({
      ...reads,
      input: measured(stage),
      failing: unknown,
      check({ coders, documents, spans }) {
        expect([coders, documents, spans?.placesAndCodes.value]).toEqual([['Ada', 'Ben'], 2, 1]);
      },
    }),
  },
  'reliability.export': {
    prepare(stage, mark) {
      const { path, folder, blocked } = places(stage, mark);
      const wanted = { ...measured(stage), files: ['csv', 'methods'] };
      return {
        input: { ...wanted, folder },
        failing: { ...wanted, folder: blocked },
        check({ files }) {
          expect(files).toEqual(['agreement.csv', 'agreement-methods.txt']);
          expect(readFileSync(join(path, 'agreement.csv'), 'utf8')).toContain('Ada');
        },
        absent: () => noFiles(path),
      };
    },
  },
  'reliability.picture': {
    prepare(stage, mark) {
      const { path, folder, blocked } = places(stage, mark);
      return {
        input: { folder, png },
        failing: { folder: blocked, png },
        check: ({ file }) => expect(readFileSync(join(path, file)).equals(Buffer.from(png, 'base64'))).toBe(true),
        absent: () => noFiles(path),
      };
    },
  },
  'reliability.confusion': {
    prepare: (stage) => ({
      ...reads,
      input: { codes: [stage.ids.frames], coders: stage.ids.coders },
      failing: { codes: [missing] },
      check: ({ places: all, agreeing }) => expect([all, agreeing]).toEqual([2, 2]),
    }),
  },
  'reliability.cell': {
    prepare(stage) {
      const { frames, conflict, coders } = stage.ids;
      return {
        ...reads,
        input: { codes: [frames], coders, row: conflict, column: conflict },
        failing: { codes: [missing], row: conflict, column: conflict },
        check: ({ total }) => expect(total).toBe(1),
      };
    },
  },
} satisfies Partial<TaskKinds>;
