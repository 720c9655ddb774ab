import { withProject } from '../project.ts';
import { answer, coderOption, jsonOption, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

function historyVerb(name: 'undo' | 'redo', summary: string, done: string): Verb {
  return {
    name,
    words: 'P.galley',
    least: 1,
    most: 1,
    summary,
    details: [
      'With --coder: the last step of that coder, or of nobody. It stays where later work of others rests on it.',
    ],
    options: { coder: coderOption, json: jsonOption },
    async run(call) {
      const whose = call.value('coder') === undefined ? 'anybody' : 'own';
      const step = await withProject(call, wordAt(call, 0), (project) => project.call(`history.${name}`, { whose }));
      answer(call, { label: step.label, coder: step.coder }, () => `${done}: ${step.label}\n`);
      return 0;
    },
  };
}

export const undoVerb = historyVerb(
  'undo',
  'Take back the last step, whoever took it and whenever; with --coder, the last of that coder.',
  'Undone',
);
export const redoVerb = historyVerb(
  'redo',
  'Bring back the step that was taken back last, whoever took it; with --coder, one of that coder.',
  'Redone',
);
