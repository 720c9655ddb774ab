import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '../../shared/api/client.ts';
import type { Client } from '../../shared/api/client.ts';
import { methodTable } from '../desks/all.ts';
import type { Jobs } from '../workers/job.ts';
import { createApp } from './createApp.ts';
import type { App } from './createApp.ts';
import { directTransport } from './direct.ts';
import { nodePlatform } from './folders.ts';
import type { Platform } from './platform.ts';
import { builtWorkerEntry } from './testBuilt.ts';

/** A whole program in a folder of its own, for tests. */
export type TestApp = { app: App; client: Client; folder: string; end(): Promise<void> };

export function createTestApp(overrides: Partial<Platform> = {}, through?: (jobs: Jobs) => Jobs): TestApp {
  const folder = mkdtempSync(join(tmpdir(), 'galley-test-'));
  const app = createApp(
    nodePlatform('test', '0.0.0-test', {
      settingsFolder: join(folder, 'settings'),
      projectsFolder: join(folder, 'projects'),
      workers: 2,
      ...(builtWorkerEntry && { workerEntry: builtWorkerEntry }),
      ...overrides,
    }),
    methodTable,
    through,
  );
  return {
    app,
    client: createClient(directTransport(app)),
    folder,
    async end() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
