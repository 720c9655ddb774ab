/**
 * A program that does one kind of work until it is killed: `node testKillWorker.ts KIND FOLDER`. It says `have HASH` whenever
 * an act was acknowledged: a hash over all records of the project as they are then.
 */
import { join } from 'node:path';
import { createClient } from '../../../shared/api/client.ts';
import { methodTable } from '../../desks/all.ts';
import { createApp } from '../createApp.ts';
import { directTransport } from '../direct.ts';
import { nodePlatform } from '../folders.ts';
import { recordsHash } from '../../store/testContents.ts';
import { killedWork } from './testKilledWork.ts';

const [kind = '', folder = ''] = process.argv.slice(2);
const work = killedWork[kind];
if (!work) throw new Error('usage: testKillWorker.ts KIND FOLDER');

const path = join(folder, 'P.galley');
const backupPause = kind === 'backup' ? { first: 0, later: 0 } : { first: 2 ** 30, later: 2 ** 30 };
const app = createApp(
  nodePlatform('test', '0.0.0-test', { settingsFolder: join(folder, 'settings'), workers: 1, backupPause }),
  methodTable,
);
const say = (word: string): void => void process.stdout.write(`${word}\n`);
await work({
  app,
  client: createClient(directTransport(app)),
  folder,
  path,
  ready: () => say('ready'),
  have: (state) => say(`have ${state ?? recordsHash(path)}`),
});
