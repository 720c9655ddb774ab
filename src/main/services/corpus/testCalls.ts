import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { page } from '../testBlindInputs.ts';
import type { Inputs } from '../testBlindInputs.ts';
import { strike } from '../testPackage.ts';
import { readStored } from '../testStored.ts';
import { bridgeNote, missing, reads } from '../testTaskKinds.ts';
import type { TaskKinds } from '../testTaskKinds.ts';

/** What a blind coder may call the methods of the desk with. */
export const blindInputs = {
  'documents.list': ({ ground }) => [
    page,
    { ...page, filter: 'blind' },
    { ...page, round: ground.round },
    ...(['to-do', 'working', 'done', 'set-aside'] as const).map((status) => ({ ...page, status })),
    ...[1, 3, null].map((value) => ({ ...page, where: [{ variable: ground.topic, value }] })),
    { ...page, where: [{ variable: ground.tone, value: 'secretly angry' }] },
    { ...page, where: [{ variable: ground.who, value: ground.mayor }] },
    { ...page, where: [{ variable: ground.sure, value: 3 }] },
  ],
  'documents.ids': ({ ground }) => [{}, { status: 'done' }, { where: [{ variable: ground.topic, value: 3 }] }],
  'documents.text': ({ ground }) => [{ document: ground.blind }],
  'documents.open': ({ ground }) => [ground.blind, ground.second, ground.open].map((document) => ({ document })),
  'documents.words': ({ ground }) => [
    { document: ground.blind, start: 0, end: 50_000 },
    { document: ground.blind, start: 2, end: 1 },
  ],
  'documents.source': ({ ground }) => [{ document: ground.blind }],
  'documents.neighbour': ({ ground }) =>
    [ground.blind, ground.second, ground.open].flatMap((document) =>
      ([1, -1] as const).map((step) => ({ document, step, uncoded: true })),
    ),
  'documents.factValues': ({ ground }) => [{ variable: ground.site }],
  'documents.removal': ({ ground }) => [[ground.blind], [ground.open]].map((documents) => ({ documents })),
  'documents.remove': ({ ground }) =>
    [[ground.blind], [ground.blind, ground.open], [ground.open]].map((documents) => ({ documents })),
  'documents.rename': ({ ground }) => [{ document: ground.blind, name: 'Renamed' }],
  'documents.setFact': ({ ground }) => [{ document: ground.blind, variable: 'site', value: 'York' }],
  'texts.compare': ({ ground }) => [{ document: ground.blind, content: 'Other.\n' }],
  'texts.correct': ({ ground }) => [{ document: ground.blind, content: 'Other.\n', reason: '', decisions: [] }],
  'texts.keepLeftOut': ({ ground }) =>
    [ground.blind, ground.second, ground.open].flatMap((document) => [{ document }, { document, wholePage: true }]),
  'texts.versions': ({ ground }) => [{ document: ground.blind }],
  'imports.start': ({ file }) => [{ files: [file('new.txt', 'A new text.\n')] }],
  'search.text': ({ ground }) => [
    { query: 'secret' },
    { query: 'mayor', limit: 1, count: false },
    { query: 'mayor', after: { document: ground.blind, text: 1, at: 1 } },
  ],
} satisfies Partial<Inputs>;

/** Work for each kind of task of the desk. */
export const taskKinds = {
  'imports.start': {
    writes: true,
    prepare(stage, mark) {
      const folder = join(stage.project.folder, mark);
      mkdirSync(folder);
      const names = Array.from({ length: stage.imported }, (_, number) => `${mark}/${number}.txt`);
      names.forEach((name, number) => {
        const text = `Text ${number} of ${mark}.${number % 2 === 0 ? '\n' : '\r\n'}The end.`;
        stage.files.set(name, Buffer.from(text));
        writeFileSync(join(stage.project.folder, name), text);
      });
      const file = stage.project.app.grants.grant(folder);
      const held = (): string[] =>
        [...readStored(stage.path).documents.keys()].filter((path) => path.startsWith(`${mark}/`)).sort();
      return {
        input: { files: [file] },
        failing: { files: [file, 'file-unknown0'] },
        check({ documents, refused }) {
          expect([documents.map(({ path }) => path).sort(), refused]).toEqual([[...names].sort(), []]);
          expect(held()).toEqual([...names].sort());
        },
        absent: () => expect(held()).toEqual([]),
      };
    },
  },
  'search.text': {
    prepare: (stage) => ({
      ...reads,
      input: { query: 'TWO HUNDRED DOCKERS' },
      check: ({ total, hits }) => expect([total, hits[0]?.document]).toEqual([1, stage.ids.strike]),
    }),
  },
  'texts.compare': {
    prepare: (stage) => ({
      ...reads,
      input: { document: stage.ids.strike, content: `CORRECTION.\n${strike}` },
      failing: { document: missing, content: strike },
      check({ annotations }) {
        expect(annotations.length).toBeGreaterThanOrEqual(2);
        for (const { place } of annotations) {
          expect(['Two hundred dockers ', 'Nobody']).toContain(
            `CORRECTION.\n${strike}`.slice(place?.start ?? 0, place?.end ?? 0),
          );
        }
      },
    }),
  },
  'texts.keepLeftOut': {
    writes: true,
    prepare(stage, mark) {
      const name = mark.startsWith('one') ? 'one' : 'two';
      const text = (): string => readStored(stage.path).documents.get(`files/${name}.html`)?.text ?? '';
      return {
        input: { document: stage.ids[name] },
        failing: { document: missing },
        check({ before, characters }) {
          expect(characters).toBeGreaterThan(before);
          expect(text()).toContain(bridgeNote);
        },
        absent: () => expect(text()).not.toContain(bridgeNote),
      };
    },
  },
} satisfies Partial<TaskKinds>;
