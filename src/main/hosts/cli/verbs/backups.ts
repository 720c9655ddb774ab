import { join } from 'node:path';
import type { Backup } from '../../../../shared/api/backups.ts';
import { withApp } from '../project.ts';
import { alignColumns, count, oneLine } from '../terminal.ts';
import { answer, jsonOption, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const backupsVerb: Verb = {
  name: 'backups',
  words: 'P.galley',
  least: 1,
  most: 1,
  summary: 'List the backups of a project, newest first, and whether each is sound.',
  details: [
    'The project’s file may be missing or damaged. A day’s backup holds the project as that day left it, by your calendar.',
    'Backups of other copies of the project are listed too, with the file that they are of; `galley restore` brings one back.',
  ],
  options: { json: jsonOption },
  async run(call) {
    const { backups } = await withApp(call, (_app, session) =>
      session.call('backups.list', { project: session.file(wordAt(call, 0)), check: true }),
    );
    answer(call, { backups: backups.map(asDocument) }, () =>
      backups.length === 0 ? 'There are no backups of this project on this machine.\n' : backups.map(asLines).join(''),
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

const kinds: Record<Backup['kind'], string> = {
  day: '',
  'before-restore': 'the state before a restoring',
  version: 'from before the file was brought up to date',
};

function asLines({ name, folder, kind, of, isOfHere, size, sound, problem, last, counts }: Backup): string {
  const state = sound === true ? 'sound' : 'NOT SOUND';
  const held = counts
    ? `${count(counts.documents, 'document')}, ${count(counts.codes, 'code')}, ${count(counts.codings, 'coding')}`
    : oneLine(problem);
  const head = [last ? localMoment(last.at) : '–', `${(size / 1e6).toFixed(1)} MB`, state, held];
  const notes = [
    last === null ? '' : `last: ${oneLine(last.label)}${last.coder === null ? '' : ` (${last.coder})`}`,
    counts && problem !== '' ? oneLine(problem) : '',
    kinds[kind],
    isOfHere || of === '' ? '' : `of ${of}`,
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
