import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { everyUnit } from '../testBlindInputs.ts';
import type { Inputs } from '../testBlindInputs.ts';
import { arabic, strike, unpack } from '../testPackage.ts';
import { codeNames, noFiles, places, reads } from '../testTaskKinds.ts';
import type { TaskKinds } from '../testTaskKinds.ts';

/** What a blind coder may call the methods of the desk with. */
export const blindInputs = {
  'recipes.list': () => [{}],
  'recipes.save': () => [{ name: 'Another', formats: ['csv'] }],
  'recipes.rename': ({ ground }) => [{ recipe: ground.recipe, name: 'Renamed' }],
  'recipes.remove': ({ ground }) => [{ recipe: ground.recipe }],
  'exports.run': ({ ground, folder }) => [
    {
      folder: folder(),
      formats: ['csv', 'tsv', 'xlsx', 'jsonl', 'sav', 'dta', 'parquet', 'dictionary', 'r', 'python'],
    },
    { folder: folder(), formats: ['web-annotation', 'brat', 'webanno', 'spacy', 'semeval', 'html', 'docx'] },
    ...everyUnit.map((unit) => ({
      folder: folder(),
      formats: ['csv' as const],
      table: { unit, coders: unit === 'coding' || unit === 'statement' ? ('rows' as const) : ('pooled' as const) },
    })),
    {
      folder: folder(),
      formats: ['csv'],
      table: { unit: 'document', coders: 'rows', filters: { coders: [ground.ben] } },
    },
    { folder: folder(), formats: ['csv'], table: { unit: 'document', coders: 'agreed' } },
  ],
  'exports.place': () => [{}],
  'exports.preview': () => [{ table: null }, { table: { unit: 'document', coders: 'pooled' } }],
  'packages.write': ({ folder }) => [{ folder: folder(), name: 'p.zip' }],
  'packages.inspect': ({ file }) => [{ package: file('p.zip', 'no package') }],
  'packages.attach': ({ file }) => [{ package: file('p.zip', 'no'), files: [file('a.txt', 'A text.\n')] }],
} satisfies Partial<Inputs>;

/** Work for each kind of task of the desk. */
export const taskKinds = {
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
} satisfies Partial<TaskKinds>;
