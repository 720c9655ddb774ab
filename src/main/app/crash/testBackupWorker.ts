/** A window without a window, to be killed at work: `node testBackupWorker.ts PROJECT SETTINGS`. Waits for its first backup. */
import { readdirSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';
import { createClient } from '../../../shared/api/client.ts';
import { methodTable } from '../../desks/all.ts';
import { createApp } from '../createApp.ts';
import { directTransport } from '../direct.ts';
import { nodePlatform } from '../folders.ts';

const [path = '', settingsFolder = ''] = process.argv.slice(2);
const backupPause = { first: 0, later: 2 ** 30 };
const app = createApp(nodePlatform('test', '0.0.0-test', { settingsFolder, workers: 1, backupPause }), methodTable);
const client = createClient(directTransport(app));

function hasBackup(): boolean {
  return readdirSync(settingsFolder, { recursive: true }).some((name) => String(name).endsWith('.galley'));
}

await app.openProject(path);
await client.call('project.rename', { name: 'Killed 1' });
while (!hasBackup()) await later(5);
await client.call('project.rename', { name: 'Killed 2' });
process.stdout.write('renamed\n');
await later(2 ** 30);
