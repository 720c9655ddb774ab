import { readFileSync } from 'node:fs';
import { AppError } from '../../../../shared/api/errors.ts';
import { evaluateMatrix } from '../../../../shared/stats/matrix.ts';
import { answer, jsonOption, UsageError } from '../verb.ts';
import type { Call, Verb } from '../verb.ts';

export const reliabilityVerb: Verb = {
  name: 'reliability',
  words: '--matrix FILE.json',
  least: 0,
  most: 0,
  summary: 'Compute agreement figures from a file of numbers: no project is needed.',
  details: [
    'FILE holds {"measure", "input"}. The answer is {"measure", "values", "reasons"}: every figure of that measure, null',
    'where it is undefined, and then the reason.',
  ],
  options: {
    matrix: { value: 'FILE', help: 'The file, as JSON.' },
    draws: { value: 'N', help: 'Bootstrap draws. Default: 10,000.' },
    seed: { value: 'S', help: 'Seed of the draws; the same seed gives the same limits. Default: 1.' },
    json: jsonOption,
  },
  run(call) {
    const path = call.value('matrix');
    if (path === undefined) throw new UsageError('say which file: --matrix FILE.json');
    const options = { draws: wholeNumber(call, 'draws', 1), seed: wholeNumber(call, 'seed', 0) };
    const result = evaluateMatrix(readJson(path), options);
    answer(call, result, () => describe(result));
    return Promise.resolve(0);
  },
};

function wholeNumber(call: Call, name: string, least: number): number | undefined {
  const given = call.value(name);
  if (given === undefined) return undefined;
  const number = Number(given);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new UsageError(`--${name} takes a whole number from ${least}, not “${given}”`);
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new AppError('file-unreadable', `Cannot read ${path}. Check the name and who may read it.`, { path });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('file-damaged', `${path} is not JSON: ${reason}`, { path });
  }
}

/** One figure a line, nested ones by their path; an undefined one says why. */
function describe({ values, reasons }: ReturnType<typeof evaluateMatrix>): string {
  const lines: string[] = [];
  const walk = (value: unknown, id: string): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, id === '' ? key : `${id}.${key}`);
      return;
    }
    lines.push(`${id}  ${value === null ? `undefined: ${reasons[id] ?? 'no reason was given'}` : JSON.stringify(value)}\n`);
  };
  walk(values, '');
  return lines.join('');
}
