/**
 * Takes back every step of a project, whoever took it, and brings all back: `node undoAndRedoAll.ts PROJECT`, while nobody
 * has it open. Prints as JSON how many steps these were, and what the project held in between.
 */
import { createApp } from '../../src/main/app/createApp.ts';
import { directTransport } from '../../src/main/app/direct.ts';
import { nodePlatform } from '../../src/main/app/folders.ts';
import { methodTable } from '../../src/main/desks/all.ts';
import { createClient } from '../../src/shared/api/client.ts';
import { AppError } from '../../src/shared/errors.ts';

const [path = ''] = process.argv.slice(2);
const app = createApp(nodePlatform('cli', '0', { forgetful: true }), methodTable);
const client = createClient(directTransport(app));

async function all(method: 'history.undo' | 'history.redo'): Promise<number> {
  for (let steps = 0; ; steps++) {
    try {
      await client.call(method, { whose: 'anybody' });
    } catch (error) {
      if (error instanceof AppError && error.code.startsWith('nothing-to-')) return steps;
      throw error;
    }
  }
}

await app.openProject(path);
const undone = await all('history.undo');
const between = await client.call('project.stats', {});
const redone = await all('history.redo');
await app.close();
process.stdout.write(JSON.stringify({ undone, redone, between }));
