import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Jobs } from '../workers/job.ts';
import { unpack } from './testPackage.ts';
import { createTestProject } from './testProject.ts';
import type { TestProject } from './testProject.ts';

/** What people do before a task's reading, and between that and its command. */

let project: TestProject;
/** Called once when the next task has read and has not written yet. */
let act: (() => Promise<void>) | null = null;
/** Called once when the next task is about to read. */
let actBefore: (() => Promise<void>) | null = null;

function aroundReading(jobs: Jobs): Jobs {
  return {
    ...jobs,
    async run(...call: Parameters<Jobs['run']>) {
      const first = actBefore;
      actBefore = null;
      await first?.();
      const output = await jobs.run(...call);
      const now = act;
      act = null;
      await now?.();
      return output;
    },
  } as Jobs; // `run` passes through what it is given and what comes of it
}

beforeEach(async () => {
  project = await createTestProject(aroundReading);
  await project.importFiles(project.put('a.txt', 'one two three four five'));
});
afterEach(() => project.end());

const coding = { document: 'a', start: 8, end: 13, code: 'Three', quote: 'three' };

async function document(): Promise<string> {
  return (await project.client.call('documents.list', { offset: 0, limit: 9 })).rows[0]?.id ?? '';
}

/** Corrects the text; `start` is where the words of the coding stand then, or null where they are gone. */
async function correct(content: string, start: number | null): Promise<void> {
  const id = await document();
  const { annotations } = await project.client.call('documents.open', { document: id });
  const place = start === null ? null : { start, end: start + coding.quote.length };
  const decisions = annotations.rows.map(([annotation]) => ({ annotation, place }));
  await project.client.call('texts.correct', { document: id, content, reason: '', decisions });
}

async function words(): Promise<string[]> {
  const { rows } = await project.client.call('segments.list', { offset: 0, limit: 50 });
  return rows.map(({ coder, quote }) => `${coderNames.get(coder) ?? 'agreed'}: ${quote}`);
}
const coderNames = new Map<string, string>();

async function codeAs(name: string): Promise<void> {
  const coder = await project.client.call('coders.identify', { name });
  coderNames.set(coder.id, name);
  await project.code([coding]);
}

describe('Codings from a file', () => {
  test('are not put into a text that was corrected while they were read', async () => {
    const file = project.app.grants.grant(project.put('codings.jsonl', JSON.stringify(coding)));
    act = () => correct('three', null);
    await expect(project.client.run('codings.import', { file })).rejects.toMatchObject({ code: 'conflict' });
    expect(await words()).toEqual([]);
    expect(await project.client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
  });
});

describe('The agreed version', () => {
  test('takes over what is agreed on when it is written, not what was when it was read', async () => {
    await codeAs('Ada');
    await codeAs('Ben');
    act = () => correct('zero one two three four five', 13);
    expect(await project.client.run('agreed.start', {})).toMatchObject({ codings: 1 });
    expect((await words()).sort()).toEqual(['Ada: three', 'Ben: three', 'agreed: three']);
    expect(await project.client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
  });

  test('does not take over what was taken back meanwhile', async () => {
    await codeAs('Ada');
    await codeAs('Ben');
    act = async () => {
      await project.client.call('history.undo', {});
      await project.client.call('coders.identify', { name: 'Ada' }); // each takes back their own
      await project.client.call('history.undo', {});
    };
    await expect(project.client.run('agreed.start', {})).rejects.toMatchObject({ code: 'bad-input' });
    expect(await words()).toEqual([]);
  });
});

describe('A package', () => {
  test('has one codebook, in its tables and in the file that other programs read', async () => {
    await codeAs('Ada');
    const { codes } = await project.client.call('codes.list', {});
    actBefore = async () => {
      await project.client.call('codes.update', { code: codes[0]?.id ?? '', name: 'Third' });
      await project.client.call('codes.create', { name: 'Fourth', parent: null });
    };
    await project.client.run('packages.write', { folder: project.app.grants.grant(project.folder), name: 'p.zip' });
    const files = unpack(project, 'p.zip');
    const rows = (files.get('codes.jsonl') ?? '').trimEnd().split('\n');
    const inTables = rows.map((row) => (JSON.parse(row) as { name: string }).name); // a table of records with names
    const { codes: inFile } = JSON.parse(files.get('codebook.json') ?? '') as { codes: { path: string }[] }; // as written
    expect(inTables.sort()).toEqual(['Fourth', 'Third']);
    expect(inFile.map(({ path }) => path).sort()).toEqual(['Fourth', 'Third']);
  });
});
