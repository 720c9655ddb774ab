import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { contract, isMethodName } from '../../../shared/api/contract.ts';
import type { Transport } from '../../../shared/api/client.ts';
import { eventSchemas } from '../../../shared/api/eventSchemas.ts';
import type { AnyEvent } from '../../../shared/api/events.ts';
import { createApp } from '../../app/createApp.ts';
import type { App } from '../../app/createApp.ts';
import { nodePlatform } from '../../app/folders.ts';
import type { Platform } from '../../app/platform.ts';
import { methodTable } from '../../desks/all.ts';

/** One way to reach the program, for as many clients as wanted. */
export type Carrier = {
  open(): Promise<Transport>;
  close(): Promise<void>;
};

/** The whole program with folders of its own. */
export type TestProgram = { app: App; platform: Platform; folder: string; remove(): Promise<void> };

export function startProgram(overrides: Partial<Platform> = {}): TestProgram {
  const folder = mkdtempSync(join(tmpdir(), 'galley-conformance-'));
  const platform = nodePlatform('test', '0.0.0', {
    settingsFolder: join(folder, 'settings'),
    projectsFolder: join(folder, 'projects'),
    log: () => undefined,
    ...overrides,
  });
  const app = createApp(platform, methodTable);
  return {
    app,
    platform,
    folder,
    async remove() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same transport, but every answer and every event must be what the contract says, and nothing more. */
export function checked(transport: Transport): Transport {
  return {
    async call(method, input) {
      const output = await transport.call(method, input);
      if (isMethodName(method) && contract[method].kind !== 'task') {
        mustFit(`the answer of ${method}`, contract[method].output, output);
      }
      return output;
    },
    listen: (receive) =>
      transport.listen((event) => {
        checkEvent(event);
        receive(event);
      }),
  };
}

function checkEvent(event: AnyEvent): void {
  mustFit(`the event ${event.event}`, eventSchemas[event.event], event.data);
  if (event.event !== 'task' || event.data.state !== 'done' || !isMethodName(event.data.method)) return;
  mustFit(`the result of ${event.data.method}`, contract[event.data.method].output, event.data.result);
}

function mustFit(what: string, schema: z.ZodType, value: unknown): void {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Error(`${what} does not fit its schema: ${parsed.error.message}`);
}
