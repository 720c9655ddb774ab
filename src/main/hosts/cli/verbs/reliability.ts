import { AppError } from '../../../../shared/errors.ts';
import { evaluateMatrix } from '../../../../shared/stats/files/matrix.ts';
import { parseJson } from '../../../../shared/text/json.ts';
import { readTextFile } from '../../../app/textFile.ts';
import { answer, jsonOption, UsageError } from '../verb.ts';
import type { Verb } from '../verb.ts';
import { describeReliability, measureProject, wholeNumber } from './reliabilityProject.ts';

export const reliabilityVerb: Verb = {
  name: 'reliability',
  words: '[P.galley] [--matrix FILE.json]',
  least: 0,
  most: 1,
  summary: 'Measure how far coders agree: in a project, or in a file of numbers.',
  details: [
    'In a project: on passages (|uα, uα, cuα, F1), on whether a code occurs in a unit, or on article variables (alpha),',
    'each with its interval and the reason where it is undefined.',
    '--out replaces what an earlier export of this project wrote there; other files of those names only with --replace.',
    'An interval needs 5 articles (or units of a file), and is approximate below 10: the reason stands beside the figure.',
    'FILE holds {"measure", "input"}. The answer is {"measure", "values", "reasons", "notes"}: every figure of that measure,',
    'null where it is undefined, and then the reason; and what to bear in mind about others.',
  ],
  options: {
    matrix: { value: 'FILE', help: 'A file of numbers, as JSON: no project is needed.' },
    codes: { value: 'PATHS', help: 'Only these codes and those below them, parted by commas. Default: all.' },
    variable: { value: 'NAMES', help: 'Article variables in place of codes, parted by commas; “all” for all.' },
    unit: { value: 'UNIT', help: 'span (default), document, paragraph, sentence, or characters (with a warning).' },
    round: { value: 'NAME', help: 'Only the articles and coders of this round.' },
    coder: { value: 'NAMES', help: 'Only these coders, parted by commas.' },
    by: { value: 'FACT', help: 'Figures for each value of an article fact, too (site, date, section …).' },
    agreed: { help: 'Each coder against the agreed version, too: precision, recall, F1, alpha.' },
    out: { value: 'FOLDER', help: 'Writes the report there, too: CSV, Word, SVG, the raw units for R, the methods.' },
    replace: { help: 'With --out: replace files of those names, whoever wrote them.' },
    draws: { value: 'N', help: 'Bootstrap draws. Default: 10,000 for a file, 2,000 for a project; 0: no intervals.' },
    seed: { value: 'S', help: 'Seed of the draws; the same seed gives the same limits. Default: 1.' },
    json: jsonOption,
  },
  async run(call) {
    const path = call.value('matrix');
    const [project] = call.words;
    if (call.has('replace') && call.value('out') === undefined) throw new UsageError('--replace goes with --out');
    if (path !== undefined && project === undefined) {
      const options = { draws: wholeNumber(call, 'draws', 1), seed: wholeNumber(call, 'seed', 0) };
      const result = evaluateMatrix(readJson(path), options);
      answer(call, result, () => describe(result));
      return 0;
    }
    if (project === undefined || path !== undefined) {
      throw new UsageError('say either which project (P.galley) or which file (--matrix FILE.json)');
    }
    const result = await measureProject(call, project);
    answer(call, result, () => describeReliability(result));
    return 0;
  },
};

function readJson(path: string): unknown {
  const text = readTextFile(path);
  try {
    return parseJson(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('file-damaged', `${path} is not JSON: ${reason}`, { path });
  }
}

/** One figure a line, nested ones by their path; an undefined one says why. */
function describe({ values, reasons, notes }: ReturnType<typeof evaluateMatrix>): string {
  const lines: string[] = [];
  const walk = (value: unknown, id: string): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, id === '' ? key : `${id}.${key}`);
      return;
    }
    const note = notes[id] === undefined ? '' : ` (${notes[id]})`;
    const reason = reasons[id] ?? 'no reason was given';
    lines.push(`${id}  ${value === null ? `undefined: ${reason}` : JSON.stringify(value)}${note}\n`);
  };
  walk(values, '');
  return lines.join('');
}
