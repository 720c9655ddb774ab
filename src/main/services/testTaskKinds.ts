import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { MethodOf, Result } from '../../shared/api/contract.ts';
import type { FileRef } from '../../shared/api/files.ts';
import { arabic, strike, unpack } from './testPackage.ts';
import type { TestProject } from './testProject.ts';
import { readStored } from './testStored.ts';

/** Every kind of task, with work for it in a project of two articles that Ada and Ben have coded alike and two web pages, for tests. */

/** Where the work takes place. `files` are the sources of its articles, by the paths that they are imported under. */
export type Stage = {
  project: TestProject;
  /** The project's file. */
  path: string;
  files: Map<string, Buffer>;
  /** How many files an import brings: more than are read in one go. */
  imported: number;
  ids: { strike: string; one: string; two: string; frames: string; conflict: string; coders: [string, string] };
};

/** One piece of work, told apart from others of its kind by a mark. */
export type Work<M extends MethodOf<'task'>> = {
  input: object;
  /** Holds the result, and what is in the project and on the disk, against what was asked for. */
  check(result: Result<M>): Promise<void> | void;
  /** Looks that nothing is there of work that was cancelled or failed. */
  absent(): Promise<void> | void;
  /** Input with which the work fails. */
  failing?: object;
};

export type TaskKind<M extends MethodOf<'task'>> = {
  prepare(stage: Stage, mark: string): Work<M>;
  /** The work ends with a command, one step to undo; other kinds write no records. */
  writes?: true;
  /** The work needs a project that holds nothing. */
  inEmpty?: true;
  /** Two of the kind write the same, so that what one leaves out is there through the other. */
  isShared?: true;
};

export type TaskKinds = { [M in MethodOf<'task'>]: TaskKind<M> };

const missing = '01890000-0000-7000-8000-000000000000';
const bridgeNote = 'A correction was made to an earlier version of this report, which gave a wrong number of votes.';
/** A web page with a passage that is left out of its text as no part of the article. Two works change two of them. */
export function bridgePage(name: string): string {
  const said = 'The council argued about the bridge for hours, and nothing came of it. '.repeat(4);
  const paragraphs = [1, 2, 3].map((number) => `<p>Paragraph ${number}. ${said}</p>`).join('');
  return `<!doctype html><html lang="en"><head><title>${name}</title></head><body><article><h1>${name}</h1>
${paragraphs}</article><footer><div class="footer-note"><p>${bridgeNote}</p></div></footer></body></html>`;
}
/** A picture of one pixel. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const reads = { absent: (): void => undefined };

function put({ project }: Stage, name: string, content: string): FileRef {
  return project.app.grants.grant(project.put(name, content));
}

/** A folder to write to, and a file in the place of one, which makes writing fail. */
function places({ project }: Stage, mark: string): { path: string; folder: FileRef; blocked: FileRef } {
  const path = join(project.folder, `${mark} out`);
  mkdirSync(path);
  return {
    path,
    folder: project.app.grants.grant(path),
    blocked: project.app.grants.grant(project.put(`${mark} blocked`, '')),
  };
}

function noFiles(path: string): void {
  expect(existsSync(path) ? readdirSync(path) : []).toEqual([]);
}

async function codeNames({ project }: Stage): Promise<string[]> {
  return (await project.client.call('codes.list', {})).codes.map(({ name }) => name);
}

/** The words of all codings of a code or a coder. */
async function quotes({ project }: Stage, filter: { code?: string; coder?: string }): Promise<string[]> {
  const { rows } = await project.client.call('segments.list', { ...filter, offset: 0, limit: 100 });
  return rows.map(({ quote }) => quote).sort();
}

const agreed = ['Two hundred dockers ', '漢字'];
const measured = ({ ids }: Stage): object => ({ codes: [ids.frames], draws: 0 });
const unknown = { codes: [missing], draws: 0 };

export const taskKinds: TaskKinds = {
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
  'packages.attach': {
    writes: true,
    inEmpty: true,
    isShared: true,
    prepare(stage) {
      const { folder, app, client } = stage.project;
      const source = app.grants.grant(join(folder, 'p.zip'));
      return {
        input: { package: source, files: [app.grants.grant(join(folder, 'files'))] },
        failing: { package: source, files: [app.grants.grant(join(folder, 'strangers'))] },
        async check(report) {
          expect(report).toMatchObject({ exact: 4, moved: 0, open: [], refused: [] });
          expect((await client.call('project.stats', {})).annotations).toBe(4);
        },
        async absent() {
          expect(await codeNames(stage)).not.toContain('Frames');
        },
      };
    },
  },
  'packages.write': {
    prepare(stage, mark) {
      const { project } = stage;
      const name = `${mark}.zip`;
      return {
        input: { folder: project.app.grants.grant(project.folder), name },
        failing: { folder: places(stage, mark).blocked, name },
        check() {
          const files = unpack(project, name);
          for (const text of [strike, arabic]) {
            expect(files.get('documents.jsonl')).toContain(createHash('sha256').update(text).digest('hex'));
          }
        },
        absent: () => expect(existsSync(join(project.folder, name))).toBe(false),
      };
    },
  },
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
  'exports.run': {
    prepare(stage, mark) {
      const { path, folder, blocked } = places(stage, mark);
      return {
        input: { folder, formats: ['jsonl'] },
        failing: { folder: blocked, formats: ['jsonl'] },
        check() {
          const lines = readFileSync(join(path, 'codings.jsonl'), 'utf8').trimEnd().split('\n');
          const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
          expect(rows.length).toBeGreaterThanOrEqual(4);
          for (const { document, start, end, quote } of rows) {
            const text = Array.from(document === 'strike' ? strike : arabic);
            expect(quote).toBe(text.slice(Number(start), Number(end)).join(''));
          }
        },
        absent: () => noFiles(path),
      };
    },
  },
  'exports.preview': {
    prepare: () => ({
      ...reads,
      input: { table: null },
      check: ({ totals }) => expect(totals.rows).toBeGreaterThanOrEqual(4),
    }),
  },
  'search.text': {
    prepare: (stage) => ({
      ...reads,
      input: { query: 'TWO HUNDRED DOCKERS' },
      check: ({ total, hits }) => expect([total, hits[0]?.document]).toEqual([1, stage.ids.strike]),
    }),
  },
  'project.verify': {
    prepare: () => ({ ...reads, input: {}, check: (result) => expect(result).toEqual({ ok: true, problems: [] }) }),
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
};
