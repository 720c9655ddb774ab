import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from './testProject.ts';

/** A project to make packages of, for tests: two articles of two scripts with all that can hang on them. */

export const strike =
  'Dockers halt the port 🚢\n\nTwo hundred dockers had walked out before dawn, the union said.\nNobody returned.\n';
export const arabic = 'مرحبا بالعالم 漢字 e\u0301nd. The the the the.\n';

/** Two articles with codings of two coders, a link, answers of all kinds, a round, a status and two codebook versions. */
export async function fillForPackage(project: TestProject): Promise<void> {
  const { client } = project;
  const files = join(project.folder, 'files');
  mkdirSync(files);
  writeFileSync(join(files, 'strike.txt'), strike);
  writeFileSync(join(files, 'arabic.txt'), arabic);
  await project.importFiles(files);
  await project.code([
    { document: 'strike', start: 25, end: 45, code: 'Frames / Conflict', quote: 'Two hundred dockers ', memo: 'who?' },
    {
      document: 'strike',
      start: 89,
      end: 105,
      code: 'Frames',
      quote: 'Nobody returned.',
      memo: 'He says: had walked out before dawn, the union',
    },
    { document: 'arabic', start: 14, end: 16, code: 'Frames', quote: '漢字' },
    { document: 'arabic', start: 27, end: 30, code: 'Frames', quote: 'the' },
  ]);
  const documents = (await client.call('documents.list', { offset: 0, limit: 9 })).rows;
  const document = documents.find(({ name }) => name === 'strike')?.id ?? '';
  const { annotations } = await client.call('documents.open', { document });
  const [first, second] = annotations.rows;
  const code = annotations.codes[first?.[3] ?? 0] ?? '';
  await client.call('links.create', { source: first?.[0] ?? '', target: second?.[0] ?? '', relation: 'leads to' });
  const tone = await client.call('variables.create', {
    scope: 'document',
    name: 'tone',
    level: 'ordinal',
    choices: [
      { value: 1, label: 'cold' },
      { value: 9, label: 'cannot tell', missing: true },
    ],
  });
  const actor = await client.call('variables.create', { scope: 'passage', code, name: 'actor', level: 'text' });
  await client.call('answers.set', { document, variable: tone.id, value: 9, evidence: [{ start: 0, end: 7 }] });
  await client.call('answers.set', {
    document,
    annotation: first?.[0] ?? '',
    variable: actor.id,
    value: 'the dockers',
  });
  await client.call('versions.publish', { note: 'first' });
  await client.call('documents.setFact', { document, variable: 'site', value: 'Coast Wire' });
  await client.call('rounds.create', {
    name: 'R1',
    kind: 'main',
    mode: 'open',
    note: 'Two hundred dockers had walked out before dawn: mark the actors.',
    documents: [document],
    coders: annotations.coders,
  });
}

export async function writePackage(
  project: TestProject,
  name: string,
  options: object = {},
): Promise<{ documents: number; codings: number; cleaned: number }> {
  const folder = project.app.grants.grant(project.folder);
  return project.client.run('packages.write', { folder, name, ...options });
}

/** Every file of a package, unpacked by a program that is not ours. */
export function unpack(project: TestProject, name: string): Map<string, string> {
  const folder = join(project.folder, `${name}.d`);
  execFileSync('python3', ['-m', 'zipfile', '-e', join(project.folder, name), folder]);
  return new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** Makes the manifest of an unpacked package fit a file that a test has changed. */
export function rehash(folder: string, name: string): void {
  const text = readFileSync(join(folder, name), 'utf8');
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    files: { name: string; records: number; sha256: string }[];
  };
  for (const file of manifest.files) {
    if (file.name !== name) continue;
    file.sha256 = createHash('sha256').update(text).digest('hex');
    file.records = text.split('\n').length - 1;
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}
