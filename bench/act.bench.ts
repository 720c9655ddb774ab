/** What one coding adds to the file when each is an act of its own, with all of its history: the bar is in bytes. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createTestProject } from '../src/main/services/testProject.ts';
import { writeSection } from './lib/results.ts';

const acts = 5000;
const project = await createTestProject();
try {
  const { client, app, folder } = project;
  const text = 'The harbour is shut and dockers want more pay. '.repeat(400);
  await project.importFiles(project.put('harbour.txt', text));
  const { rows } = await client.call('documents.list', { offset: 0, limit: 1 });
  const document = rows[0]?.id ?? '';
  const { id: code } = await client.call('codes.create', { name: 'Claim', parent: null });
  const path = join(folder, readdirSync(folder).find((name) => name.endsWith('.galley')) ?? '');
  /** Bytes of the closed file. */
  const size = async (): Promise<number> => {
    await client.call('project.close', {});
    const bytes = statSync(path).size;
    await client.call('project.open', { file: app.grants.grant(path) });
    return bytes;
  };
  const before = await size();
  for (let act = 0; act < acts; act++) {
    const start = (act * 3) % 15_000;
    await client.call('annotations.create', { document, code, start, end: start + 12 + (act % 5) });
  }
  const each = ((await size()) - before) / acts;
  writeSection('One coding, one act', [
    `${acts} passages of one text are coded by an act each, in an order of places: **${each.toFixed(0)} bytes a coding** with its history (bar: 1,000).`,
  ]);
} finally {
  await project.end();
}
