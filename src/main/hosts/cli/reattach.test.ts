import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../../app/testBuilt.ts';
import { fillForPackage, strike, writePackage } from '../../services/testPackage.ts';
import { createTestProject } from '../../services/testProject.ts';
import { runProgram } from './testCommand.ts';

test('galley re-attach says of every coding and passage whether it was placed', { timeout: 90_000 }, async () => {
  const project = await createTestProject();
  try {
    await fillForPackage(project);
    await writePackage(project, 'p.zip', { quote: 40 });
    mkdirSync(join(project.folder, 'texts'));
    // Both codings of this one stand further down, and what its answer pointed at is not looked for; the other article is missing.
    writeFileSync(join(project.folder, 'texts', 'strike.txt'), `Update: talks began.\n\n${strike}`);
    const words = [commandLine, 're-attach', 'p.zip', 'texts', 'Q.galley'];
    const { status, out } = await runProgram(process.execPath, words, project.folder);
    expect(status).toBe(0);
    expect(out.trim().split('\n').slice(-3)).toEqual([
      '1 passage that answers pointed at could not be placed',
      '0 placed where they were, 2 by their words, 2 not placed (2 in documents that were not found)',
      expect.stringMatching(/^Created .*Q\.galley$/u),
    ]);
  } finally {
    await project.end();
  }
});
