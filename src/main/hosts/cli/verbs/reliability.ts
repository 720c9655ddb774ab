import { reliabilityVerbWords } from '#words/cli/reliability.ts';
import { AppError } from '../../../../shared/errors.ts';
import { evaluateMatrix } from '../../../../shared/stats/files/matrix.ts';
import { said } from '../../../../shared/words/message.ts';
import { parseJson } from '../../../../shared/text/json.ts';
import { readTextFile } from '../../../app/textFile.ts';
import { answer, jsonOption, UsageError, wholeNumber } from '../verb.ts';
import type { Verb } from '../verb.ts';

const words = reliabilityVerbWords;

export const reliabilityVerb: Verb = {
  name: 'reliability',
  words: '[P.galley] [--matrix FILE.json]',
  least: 0,
  most: 1,
  summary: words.summary,
  details: words.details,
  options: {
    matrix: { value: 'FILE', help: words.help.matrix },
    codes: { value: 'PATHS', help: words.help.codes },
    variable: { value: 'NAMES', help: words.help.variable },
    unit: { value: 'UNIT', help: words.help.unit },
    round: { value: 'NAME', help: words.help.round },
    coder: { value: 'NAMES', help: words.help.coder },
    by: { value: 'FACT', help: words.help.by },
    agreed: { help: words.help.agreed },
    out: { value: 'FOLDER', help: words.help.out },
    replace: { help: words.help.replace },
    draws: { value: 'N', help: words.help.draws },
    seed: { value: 'S', help: words.help.seed },
    json: jsonOption,
  },
  async run(call) {
    const path = call.value('matrix');
    const [project] = call.words;
    if (call.has('replace') && call.value('out') === undefined) throw new UsageError(words.replaceGoesWithOut);
    if (path !== undefined && project === undefined) {
      const options = { draws: wholeNumber(call, 'draws', 1), seed: wholeNumber(call, 'seed', 0) };
      const result = evaluateMatrix(readJson(path), options);
      answer(call, result, () => describe(result));
      return 0;
    }
    if (project === undefined || path !== undefined) {
      throw new UsageError(words.sayWhich);
    }
    const { describeReliability, measureProject } = await import('./reliabilityProject.ts');
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
    throw new AppError('file-damaged', said('hosts.notJson', { path, reason }), { path });
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
    const note = notes[id];
    const figure = words.plainFigure({ shown: value === null ? null : JSON.stringify(value), reason: reasons[id] });
    lines.push(`${id}  ${note === undefined ? figure : words.noted({ words: figure, note })}\n`);
  };
  walk(values, '');
  return lines.join('');
}
