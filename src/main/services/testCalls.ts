import { readdirSync } from 'node:fs';
import type { Inputs } from './testBlindInputs.ts';
import type { TaskKinds } from './testTaskKinds.ts';

type Calls = { readonly blindInputs: Partial<Inputs>; readonly taskKinds?: Partial<TaskKinds> };

const desks = readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);
const calls = await Promise.all(
  desks.map(async ({ name }) => (await import(new URL(`${name}/testCalls.ts`, import.meta.url).href)) as Calls),
);

/** For every method of the contract, what a blind coder may call it with: as each desk has it (`{desk}/testCalls.ts`). */
export const inputs = Object.assign({}, ...calls.map(({ blindInputs }) => blindInputs)) as Inputs; // a test looks that all are there

/** Every kind of task, as each desk has it. */
export const taskKinds = Object.assign({}, ...calls.map((one) => one.taskKinds)) as TaskKinds; // a test looks that all are there
