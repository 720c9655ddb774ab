import { writeSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { nodePlatform } from '../../app/folders.ts';
import { methodTable } from '../../desks/all.ts';
import { withProject } from './project.ts';
import { processTerminal } from './terminal.ts';

/**
 * A command that opens the project named by its first word and then, as the second says, computes without an end: at once
 * (`act`), behind long work that was waited for (`end`), or when it has been asked to stop (`stopping`). Says `inside` when
 * it is there. Run by tests as a process of its own.
 */
const [path = '', kind = ''] = process.argv.slice(2);

function computeForEver(): void {
  writeSync(1, 'inside\n');
  for (;;);
}

const call = {
  words: [path],
  value: () => undefined,
  has: () => false,
  terminal: processTerminal(),
  platform: nodePlatform('cli', '0.0.0-test', { forgetful: true }),
  methods: methodTable,
};

await withProject(call, path, async (project) => {
  if (kind === 'act') computeForEver();
  const work = project.run('project.verify', {});
  if (kind === 'stopping') {
    while (process.listenerCount('SIGINT') === 0) await nextTurn();
    writeSync(1, 'waiting\n');
    await work.catch(computeForEver);
  }
  await work;
  computeForEver();
});
