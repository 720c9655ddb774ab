import { join } from 'node:path';
import { backupsVerbWords } from '#words/cli/backups.ts';
import type { Backup } from '../../../../shared/api/backups.ts';
import { withApp } from '../project.ts';
import { alignColumns, oneLine } from '../terminal.ts';
import { answer, jsonOption, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const backupsVerb: Verb = {
  name: 'backups',
  words: 'P.galley',
  least: 1,
  most: 1,
  summary: backupsVerbWords.summary,
  details: backupsVerbWords.details,
  options: { json: jsonOption },
  async run(call) {
    const { backups } = await withApp(call, (_app, session) =>
      session.call('backups.list', { project: session.file(wordAt(call, 0)), check: true }),
    );
    answer(call, { backups: backups.map(asDocument) }, () =>
      backups.length === 0 ? `${backupsVerbWords.none}\n` : backups.map(asLines).join(''),
    );
    return 0;
  },
};

function asDocument(backup: Backup): object {
  const { name, folder, kind, of, size, sound, problem, last, counts } = backup;
  return {
    path: join(folder, name),
    kind,
    of,
    size,
    sound,
    problem,
    last: last && { ...last, at: new Date(last.at).toISOString() },
    ...(counts ?? { documents: null, codes: null, codings: null }),
  };
}

function asLines({ name, folder, kind, of, isOfHere, size, sound, problem, last, counts }: Backup): string {
  const say = backupsVerbWords;
  const state = sound === true ? say.sound : say.notSound;
  const held = counts ? say.held(counts) : oneLine(problem);
  const head = [last ? localMoment(last.at) : '–', say.size({ bytes: size }), state, held];
  const notes = [
    last === null ? '' : say.last({ label: oneLine(last.label), coder: last.coder }),
    counts && problem !== '' ? oneLine(problem) : '',
    say.kinds[kind],
    isOfHere || of === '' ? '' : say.of({ file: of }),
  ];
  return [
    alignColumns([head], [1]),
    ...notes.filter((note) => note !== '').map((note) => `  ${note}\n`),
    `  ${join(folder, name)}\n`,
  ].join('');
}

/** A moment where the program runs: backups are named by that calendar. */
function localMoment(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
