import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestApp } from '../app/testApp.ts';
import type { TestApp } from '../app/testApp.ts';
import type { Jobs } from '../workers/job.ts';

/** A program with a new project open, and a coder named Ada. */
export type TestProject = TestApp & {
  /** Writes a file into the test's folder and answers with its path. */
  put(name: string, content: string | Uint8Array): string;
  /** Imports files that were put, in order. */
  importFiles(...paths: string[]): Promise<void>;
  /** Reads codings, given as objects, by `codings.import`. */
  code(
    codings: readonly object[],
    options?: { strict?: boolean },
  ): Promise<{ annotations: number; present: number; codes: string[] }>;
};

/** `through` may stand between tasks and their jobs. */
export async function createTestProject(through?: (jobs: Jobs) => Jobs): Promise<TestProject> {
  const test = createTestApp({}, through);
  const put: TestProject['put'] = (name, content) => {
    const path = join(test.folder, name);
    writeFileSync(path, content);
    return path;
  };
  await test.client.call('project.create', { folder: test.app.grants.grant(test.folder), name: 'Test' });
  await test.client.call('coders.identify', { name: 'Ada' });
  return {
    ...test,
    put,
    async importFiles(...paths) {
      await test.client.run('imports.start', { files: paths.map((path) => test.app.grants.grant(path)) });
    },
    code(codings, options = {}) {
      const path = put('codings.jsonl', codings.map((coding) => `${JSON.stringify(coding)}\n`).join(''));
      return test.client.run('codings.import', { file: test.app.grants.grant(path), ...options });
    },
  };
}
