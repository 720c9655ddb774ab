import { expect } from 'vitest';
import { utf16 } from '../../../shared/text/offsets.ts';
import { at, codings, confirmed, page } from '../testBlindInputs.ts';
import type { Inputs } from '../testBlindInputs.ts';
import { missing, codeNames, put, quotes, reads } from '../testTaskKinds.ts';
import type { TaskKinds } from '../testTaskKinds.ts';

/** What a blind coder may call the methods of the desk with. */
export const blindInputs = {
  'segments.list': ({ ground, hidden }) => [
    page,
    { ...page, document: ground.blind },
    { ...page, code: ground.claim },
    { ...page, code: ground.part, document: ground.blind },
    { ...page, coder: ground.ben },
    { ...page, coder: ground.ben, document: ground.blind },
    { ...page, round: ground.round },
    { ...page, document: hidden.coding },
    ...(['code', 'coder', 'document', 'length'] as const).map((sort) => ({
      ...page,
      sort,
      descending: sort === 'coder',
    })),
    { ...page, document: ground.blind, sort: 'code' },
  ],
  'segments.ids': ({ ground, hidden }) => [
    {},
    { document: ground.blind, sort: 'length', descending: true },
    { code: ground.claim, sort: 'code', offset: 1, limit: 2 },
    { coder: ground.ben },
    { document: hidden.coding },
  ],
  'annotations.create': ({ ground }) => [
    { document: ground.blind, code: ground.claim, ...at(21, 27) },
    { document: ground.blind, code: ground.claim, ...at(29, 35) },
    { document: ground.blind, code: { name: 'In vivo', parent: null }, ...at(0, 8) },
  ],
  'annotations.update': (side) =>
    codings(side).flatMap((annotation) => confirmed.map((sure) => ({ annotation, end: utf16(60), confirmed: sure }))),
  'annotations.setMemo': (side) =>
    codings(side).flatMap((annotation) => confirmed.map((sure) => ({ annotation, memo: 'Mine', confirmed: sure }))),
  'annotations.remove': (side) =>
    codings(side).flatMap((coding) => confirmed.map((sure) => ({ annotations: [coding], confirmed: sure }))),
  'annotations.recodeMany': (side) => [
    ...codings(side).flatMap((coding) =>
      confirmed.map((sure) => ({ annotations: [coding], code: side.ground.part, confirmed: sure })),
    ),
    { annotations: [side.ground.own.coding, side.ground.own.other], code: side.ground.part },
    { annotations: [side.ground.own.coding, side.hidden.coding], code: side.ground.claim, confirmed: true },
    { annotations: [side.ground.own.coding], code: { name: 'Many', parent: null } },
  ],
  'annotations.unite': ({ ground, hidden }) => [
    { annotations: [ground.own.coding, ground.own.other] },
    { annotations: [hidden.coding, hidden.other], confirmed: true },
    { annotations: [ground.own.coding, hidden.coding], confirmed: true },
  ],
  'codings.import': ({ file, ground }) => [
    { file: file('codings.jsonl', `{"document":"blind","start":21,"end":27,"code":"Claim"}\n`) },
    { file: file('mine.jsonl', `{"document":"${ground.blind}","start":29,"end":35,"code":"Claim"}\n`) },
  ],
  'codings.plan': ({ ground, hidden }) => [
    ...(['passage', 'sentence', 'paragraph'] as const).map((extent) => ({
      passages: [
        {
          document: ground.blind,
          text: 1,
          spans: [...Array(12).keys()].map((n): [number, number] => [n * 4, n * 4 + 8]),
        },
      ],
      extent,
      code: ground.claim,
    })),
    { passages: [{ document: hidden.coding, text: 1, spans: [[0, 4]] }], extent: 'passage', code: null },
  ],
  'codings.untrimmed': ({ ground }) => [{ document: null }, { document: ground.blind }],
  'codings.trim': (side) =>
    codings(side).flatMap((annotation) => confirmed.map((sure) => ({ annotations: [annotation], confirmed: sure }))),
  'codings.apply': ({ ground, hidden }) => [
    {
      passages: [
        {
          document: ground.blind,
          text: 1,
          spans: [
            [21, 27],
            [29, 35],
            [0, 8],
          ],
        },
      ],
      code: ground.claim,
    },
    { passages: [{ document: ground.blind, text: 1, spans: [[0, 8]] }], extent: 'paragraph', code: ground.part },
    { passages: [{ document: ground.open, text: 3, spans: [[0, 8]] }], code: { name: 'Many', parent: null } },
    { passages: [{ document: ground.blind, text: 99, spans: [[0, 8]] }], code: ground.claim },
    { passages: [{ document: hidden.coding, text: 1, spans: [[0, 8]] }], code: ground.claim },
  ],
  'answers.set': ({ ground, hidden }) => [
    { document: ground.blind, variable: ground.topic, value: 3 },
    { document: ground.blind, variable: ground.tone, value: 'secretly angry' },
    { document: ground.blind, annotation: hidden.coding, variable: ground.sure, value: 1 },
    { document: ground.blind, annotation: ground.own.coding, variable: ground.sure, value: 1 },
    { document: ground.open, annotation: ground.bens.openCoding, variable: ground.sure, value: 1 },
  ],
  'answers.clear': ({ ground, hidden }) => [
    { document: ground.blind, variable: ground.topic },
    { document: ground.blind, annotation: hidden.coding, variable: ground.sure },
  ],
  'answers.import': ({ file }) => [
    { file: file('answers.csv', 'document,variable,value\nblind,topic,2\nsecond,tone,calm\n') },
  ],
  'progress.missing': ({ ground }) => [{ document: ground.blind }],
  'progress.next': ({ ground }) => [
    { document: null },
    { document: ground.blind },
    { document: ground.blind, order: 'random' },
  ],
  'progress.set': ({ ground }) => [{ document: ground.blind, status: 'done' }],
  'progress.setMany': ({ ground }) => [{ documents: [ground.blind, ground.second], status: 'done' }],
  'links.relations': () => [{}],
  'links.create': ({ ground, hidden }) => [
    { source: ground.own.coding, target: hidden.coding, relation: 'see' },
    { source: hidden.coding, target: hidden.other, relation: 'secretly leads to' },
    { source: ground.own.other, target: ground.own.coding, relation: 'see' },
  ],
  'links.remove': ({ ground, hidden }) => [{ link: hidden.link, confirmed: true }, { link: ground.own.link }],
  'rounds.list': () => [{}],
  'rounds.create': ({ ground }) => [
    { name: 'Third', kind: 'main', mode: 'open', documents: [ground.blind], coders: [ground.ben] },
  ],
  'rounds.update': ({ ground }) => [{ round: ground.training, name: 'Renamed' }],
  'rounds.assign': ({ ground }) => [{ round: ground.training, documents: [ground.blind], coders: [ground.ben] }],
  'rounds.unassign': ({ ground }) => [{ round: ground.training }],
  'rounds.remove': ({ ground }) => [{ round: ground.training }],
} satisfies Partial<Inputs>;

/** Work for each kind of task of the desk. */
export const taskKinds = {
  'codings.import': {
    writes: true,
    prepare(stage, mark) {
      const coding = { document: 'strike', start: 89, end: 95, code: mark, quote: 'Nobody' };
      return {
        input: { file: put(stage, `${mark}.jsonl`, JSON.stringify(coding)) },
        failing: { file: put(stage, `${mark} bad.jsonl`, JSON.stringify({ ...coding, quote: 'Somebody' })) },
        async check(result) {
          expect(result).toEqual({ annotations: 1, present: 0, codes: [mark] });
          const { codes } = await stage.project.client.call('codes.list', {});
          const code = codes.find(({ name }) => name === mark)?.id ?? '';
          expect(await quotes(stage, { code })).toEqual(['Nobody']);
        },
        absent: async () => expect(await codeNames(stage)).not.toContain(mark),
      };
    },
  },
  'codings.untrimmed': {
    prepare: () => ({
      ...reads,
      input: { document: null },
      failing: { document: missing },
      check: ({ total, rows }) => expect([total, rows.map(({ quote }) => quote)]).toEqual([1, ['Two hundred dockers']]),
    }),
  },
  'codings.plan': {
    prepare: (stage) => ({
      ...reads,
      input: {
        passages: [{ document: stage.ids.strike, text: stage.ids.strikeText, spans: [[90, 96]] }],
        extent: 'passage',
        code: null,
      },
      failing: {
        passages: [{ document: stage.ids.strike, text: stage.ids.strikeText, spans: [[90, 96]] }],
        extent: 'passage',
        code: missing,
      },
      check: ({ places }) => expect(places).toEqual([[90, 96, 'open']]),
    }),
  },
  'codings.apply': {
    writes: true,
    prepare(stage, mark) {
      const passages = [{ document: stage.ids.strike, text: stage.ids.strikeText, spans: [[90, 96]] }];
      const code = { name: mark, parent: null };
      return {
        input: { passages, code },
        failing: { passages: [{ ...passages[0], text: 99 }], code },
        async check(result) {
          expect(result).toMatchObject({ annotations: 1, documents: 1, present: 0, excluded: 0 });
          expect(await quotes(stage, { code: result.code })).toEqual(['Nobody']);
        },
        absent: async () => expect(await codeNames(stage)).not.toContain(mark),
      };
    },
  },
  'answers.import': {
    writes: true,
    isShared: true,
    prepare(stage, mark) {
      const given = async (): Promise<unknown[]> => {
        const { answers } = await stage.project.client.call('documents.open', { document: stage.ids.strike });
        return answers.map(({ value }) => value);
      };
      return {
        input: { file: put(stage, `${mark} answers.csv`, 'document,variable,value\nstrike,tone,1\n') },
        failing: { file: put(stage, `${mark} bad.csv`, 'document,variable,value\nstrike,nothing,1\n') },
        check: async () => expect(await given()).toEqual([1]),
        absent: async () => expect(await given()).toEqual([]),
      };
    },
  },
} satisfies Partial<TaskKinds>;
