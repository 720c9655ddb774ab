/**
 * A program that works until it is killed, for the crash test: `node testWorker.ts code|import PROJECT [FOLDER]`.
 * It says each act on standard output only once the act was acknowledged.
 */
import { join } from 'node:path';
import { createClient } from '../../../shared/api/client.ts';
import { methodTable } from '../../desks/all.ts';
import { createApp } from '../createApp.ts';
import { directTransport } from '../direct.ts';
import { nodePlatform } from '../folders.ts';

const [work, path, folder] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: testWorker.ts code|import PROJECT [FOLDER]');

const settingsFolder = join(path, '..', 'settings');
const app = createApp(nodePlatform('test', '0.0.0-test', { settingsFolder, workers: 1 }), methodTable);
const client = createClient(directTransport(app));
const say = (word: string): void => void process.stdout.write(`${word}\n`);

async function codeForEver(): Promise<void> {
  const { rows } = await client.call('documents.list', { offset: 0, limit: 1 });
  const document = rows[0]?.id ?? '';
  const { text } = await client.call('documents.open', { document });
  const { codes } = await client.call('codes.list', {});
  const code = codes[0]?.id ?? '';
  // Every process codes passages that no other one has coded.
  const { total } = await client.call('segments.list', { offset: 0, limit: 1 });
  say('ready');
  for (let number = total; ; number++) {
    const start = number % (text.length - 200);
    const end = start + 1 + Math.floor(number / (text.length - 200));
    const annotation = await client.call('annotations.create', { document, start, end, code });
    say(annotation.id);
    if (number % 7 === 3) {
      await client.call('annotations.setMemo', { annotation: annotation.id, memo: `memo ${number}` });
      say(`memo ${annotation.id}`);
    }
  }
}

await app.openProject(path);
if (work === 'code') {
  await codeForEver();
} else {
  say('ready');
  const { documents } = await client.run('imports.start', { files: [app.grants.grant(folder ?? '')] });
  say(`imported ${documents.length}`);
  await new Promise(() => setInterval(() => undefined, 1000));
}
