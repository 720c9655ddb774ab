import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fillForPackage, unpack, writePackage } from '../testPackage.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

describe('A hostile package', () => {
  /** Unpacks a package, spoils it, and reads the folder. */
  async function spoilt(change: (folder: string) => void): Promise<{ code: string; message: string }> {
    await fillForPackage(project);
    await writePackage(project, 'p.zip');
    unpack(project, 'p.zip');
    change(join(project.folder, 'p.zip.d'));
    return refusal('p.zip.d');
  }

  async function refusal(name: string): Promise<{ code: string; message: string }> {
    const other = await createTestProject();
    try {
      const file = other.app.grants.grant(join(project.folder, name));
      const error: unknown = await other.client
        .run('packages.attach', { package: file, files: [other.app.grants.grant(project.folder)] })
        .then(
          () => null,
          (reason: unknown) => reason,
        );
      expect(await other.client.call('project.stats', {})).toMatchObject({ documents: 0, annotations: 0, codes: 0 });
      return error as { code: string; message: string };
    } finally {
      await other.end();
    }
  }

  function edit(folder: string, name: string, change: (text: string) => string): void {
    const text = change(readFileSync(join(folder, name), 'utf8'));
    writeFileSync(join(folder, name), text);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      files: { name: string; sha256: string }[];
    };
    for (const file of manifest.files) {
      if (file.name === name) file.sha256 = createHash('sha256').update(text).digest('hex');
    }
    if (name !== 'manifest.json') writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  }

  test.each<[string, (folder: string) => void, string, string]>([
    [
      'was changed on the way',
      (at) => writeFileSync(join(at, 'codings.jsonl'), '{}\n'),
      'file-damaged',
      'codings.jsonl: it is not what was packed',
    ],
    [
      'is no JSON',
      (at) => edit(at, 'codings.jsonl', () => '{"id":\n\n\n\n'),
      'file-damaged',
      'codings.jsonl, line 1: this is no JSON',
    ],
    [
      'names what is not there',
      (at) => edit(at, 'links.jsonl', (text) => text.replace(/"source":"........-/u, '"source":"00000000-')),
      'file-damaged',
      'links.jsonl, line 1: “source” names nothing',
    ],
    [
      'has places outside of texts',
      (at) => edit(at, 'codings.jsonl', (text) => text.replace(/"end":\d+/u, '"end":99999')),
      'file-damaged',
      'is no passage of its text',
    ],
    [
      'has the wrong kind of value',
      (at) => edit(at, 'coders.jsonl', (text) => text.replace(/"name":"[^"]*"/u, '"name":{"toString":1}')),
      'file-damaged',
      'coders.jsonl, line 1: “name” is no text',
    ],
    [
      'breaks a rule of projects',
      (at) => edit(at, 'codes.jsonl', (text) => text.replace(/"hue":\d+/u, '"hue":77')),
      'file-damaged',
      'The package contradicts itself',
    ],
    [
      'is of a later version',
      (at) => edit(at, 'manifest.json', (text) => text.replace('"version": 2', '"version": 3')),
      'file-newer',
      'Get a newer Galley',
    ],
    [
      'is of another kind',
      (at) => edit(at, 'manifest.json', (text) => text.replace('galley-package', 'x')),
      'file-damaged',
      'manifest.json: format',
    ],
    [
      'has a list in place of its manifest',
      (at) => writeFileSync(join(at, 'manifest.json'), '[]'),
      'file-damaged',
      'The package cannot be used: manifest.json: an object is wanted, not a list. Nothing was changed.',
    ],
  ])('that %s is refused in one line, and nothing is written', async (_, change, code, message) => {
    const error = await spoilt(change);
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) as string });
    expect(error.message).not.toContain('\n');
  });

  test('that is no zip file, or a broken one, is refused', async () => {
    project.put('none.zip', 'this is a text');
    expect(await refusal('none.zip')).toMatchObject({ code: 'file-unsupported' });
    await fillForPackage(project);
    await writePackage(project, 'p.zip');
    const bytes = readFileSync(join(project.folder, 'p.zip'));
    project.put('half.zip', bytes.subarray(0, bytes.length / 2));
    expect((await refusal('half.zip')).code).toMatch(/^file-/u);
    for (let at = 100; at < bytes.length; at += 997) {
      const bad = Buffer.from(bytes);
      bad[at] = (bad[at] ?? 0) ^ 0xff;
      project.put('bad.zip', bad);
      const { code } = (await inspect('bad.zip')) ?? { code: 'file-fine' };
      expect(code, `byte ${at}`).toMatch(/^file-/u);
    }
  });

  async function inspect(name: string): Promise<{ code: string; message: string } | null> {
    const file = project.app.grants.grant(join(project.folder, name));
    return project.client.call('packages.inspect', { package: file }).then(
      () => null,
      (error: unknown) => error as { code: string; message: string },
    );
  }

  test('that is a bomb, or leads out of its folder, does no harm', async () => {
    const script = `
import zipfile, json
with zipfile.ZipFile('bomb.zip', 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('manifest.json', b' ' * (1 << 28))
data = bytearray(open('bomb.zip', 'rb').read())
at = data.index(b'PK\\x01\\x02')
lying = bytearray(data); lying[at + 24:at + 28] = (100).to_bytes(4, 'little')
open('lying.zip', 'wb').write(lying)
huge = bytearray(data); huge[at + 24:at + 28] = (0xfffffff0).to_bytes(4, 'little')
open('huge.zip', 'wb').write(huge)
with zipfile.ZipFile('twice.zip', 'w') as z:
    z.writestr('manifest.json', '{}'); z.writestr('manifest.json', '[]')
with zipfile.ZipFile('sum.zip', 'w') as z: z.writestr('manifest.json', '{"a": 1}')
stored = bytearray(open('sum.zip', 'rb').read()); stored[stored.index(b'{"a": 1}') + 6] = ord('2')
open('sum.zip', 'wb').write(stored)
with zipfile.ZipFile('many.zip', 'w') as z:
    for number in range(1001): z.writestr(str(number), '')
with zipfile.ZipFile('slip.zip', 'w') as z:
    z.writestr('../../escaped.txt', 'out'); z.writestr('/escaped.txt', 'out'); z.writestr('C:\\\\escaped.txt', 'out')
`;
    execFileSync('python3', ['-c', script], { cwd: project.folder });
    expect(await inspect('lying.zip')).toMatchObject({
      code: 'file-damaged',
      message: expect.stringContaining('manifest.json') as string,
    });
    expect(await inspect('huge.zip')).toMatchObject({
      code: 'file-too-large',
      message: expect.stringMatching(/4,096 MB; .* up to 1,024 MB/u) as string,
    });
    expect(await inspect('bomb.zip')).toMatchObject({ code: 'file-damaged' });
    expect(await inspect('slip.zip')).toMatchObject({
      code: 'file-damaged',
      message: expect.stringContaining('../../escaped.txt') as string,
    });
    expect(await inspect('twice.zip')).toMatchObject({
      code: 'file-damaged',
      message: expect.stringContaining('it has manifest.json twice') as string,
    });
    expect(await inspect('sum.zip')).toMatchObject({
      code: 'file-damaged',
      message: expect.stringContaining('manifest.json is not what was packed') as string,
    });
    expect(await inspect('many.zip')).toMatchObject({
      code: 'file-damaged',
      message: expect.stringContaining('it lists 1001 files') as string,
    });
    expect(existsSync(join(project.folder, '..', '..', 'escaped.txt'))).toBe(false);
  });
});
