import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { galley } from './commandLine.ts';
import { madeOnce } from './madeOnce.ts';

const choice = (value: number, label: string, missing = false) => ({ value, label, missing });

/**
 * Makes a project of three articles with a form of eight questions, one of which is asked only of some articles, and a
 * code whose passages are asked two.
 */
export function makeFormProject(folder: string, file: string): void {
  madeOnce(file, () => makeAnew(folder, file));
}

function makeAnew(folder: string, file: string): void {
  const home = join(folder, 'command-line');
  const texts = ['alpha', 'bravo', 'charlie'].map((name) => {
    const path = join(folder, `${name}.txt`);
    writeFileSync(path, `The ${name} harbour is shut. Dockers want more pay. The port says it has none.\n`);
    return path;
  });
  galley(home, 'new', file);
  galley(home, 'import', file, ...texts);
  const call = (method: string, input: object): { id: string } =>
    galley(home, 'call', file, method, JSON.stringify(input)) as { id: string }; // what these methods answer
  const topic = call('variables.create', {
    scope: 'document',
    name: 'topic',
    label: 'What is the article about?',
    help: 'The subject of most of its paragraphs.',
    level: 'nominal',
    required: true,
    choices: [choice(1, 'Labour'), choice(2, 'Trade'), choice(3, 'Weather'), choice(99, 'Cannot tell', true)],
  });
  call('variables.create', {
    scope: 'document',
    name: 'tone',
    label: 'How does it speak of the strike?',
    level: 'ordinal',
    required: true,
    choices: [choice(-1, 'Against'), choice(0, 'Neutral'), choice(1, 'For')],
    showIf: { match: 'all', tests: [{ variable: topic.id, is: 'equal', value: 1 }] },
  });
  const more: object[] = [
    {
      name: 'frames',
      label: 'Which frames occur?',
      level: 'multiple',
      choices: [choice(1, 'Conflict'), choice(2, 'Economy'), choice(3, 'Morality'), choice(98, 'None fits', true)],
    },
    {
      name: 'sources',
      label: 'How many sources speak?',
      level: 'ratio',
      minimum: 0,
      maximum: 50,
      choices: [choice(999, 'Not countable', true)],
    },
    { name: 'event_day', label: 'On which day did it happen?', level: 'date' },
    { name: 'remark', label: 'Remarks', level: 'text' },
    { name: 'actor', label: 'Who acts first?', level: 'entity', entityList: 'Actors' },
    {
      name: 'prominence',
      label: 'How prominent is it?',
      level: 'ordinal',
      choices: [choice(1, 'Low'), choice(2, 'High')],
      fallback: 1,
    },
  ];
  for (const fields of more) call('variables.create', { scope: 'document', ...fields });
  call('entities.create', { list: 'Actors', name: 'Dockers’ union', attributes: { kind: 'union' } });
  call('entities.create', { list: 'Actors', name: 'Port authority', attributes: { kind: 'authority' } });
  const claim = call('codes.create', { name: 'Claim', parent: null });
  call('codes.update', { code: claim.id, key: '1' });
  call('variables.create', {
    scope: 'passage',
    code: claim.id,
    name: 'stance',
    label: 'Is it for or against?',
    level: 'nominal',
    required: true,
    choices: [choice(1, 'For'), choice(2, 'Against')],
  });
  call('variables.create', {
    scope: 'passage',
    code: claim.id,
    name: 'concept',
    label: 'What is claimed?',
    level: 'text',
  });
}
