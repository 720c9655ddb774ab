import { historyVerbsWords } from '#words/cli/history.ts';
import { withProject } from '../project.ts';
import { answer, coderOption, jsonOption, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

function historyVerb(name: 'undo' | 'redo'): Verb {
  const { summary, done } = historyVerbsWords[name];
  return {
    name,
    words: 'P.galley',
    least: 1,
    most: 1,
    summary,
    details: historyVerbsWords.details,
    options: { coder: coderOption, json: jsonOption },
    async run(call) {
      const whose = call.value('coder') === undefined ? 'anybody' : 'own';
      const step = await withProject(call, wordAt(call, 0), (project) => project.call(`history.${name}`, { whose }));
      answer(call, { label: step.label, coder: step.coder }, () => `${done({ label: step.label })}\n`);
      return 0;
    },
  };
}

export const undoVerb = historyVerb('undo');
export const redoVerb = historyVerb('redo');
