import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeCarrier } from '../conformance/suite.ts';
import { startServer } from './server.ts';
import { enter, pageTransport } from './testPages.ts';
import { writeSmallWindow } from '../shared/testWindow.ts';

describeCarrier('WebSocket', async (app) => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-loopback-'));
  const log = (message: string): never => {
    throw new Error(message);
  };
  const server = await startServer(app, { windowFolder: writeSmallWindow(folder), port: 0, log });
  const pass = await enter(server.address);
  const pages: { close(): void }[] = [];
  return {
    async open() {
      const page = pageTransport(server.origin, pass);
      pages.push(page);
      await page.call('project.status', {}); // connected, so no event is missed
      return page;
    },
    async close() {
      for (const page of pages) page.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
