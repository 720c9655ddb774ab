import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { galley } from './commandLine.ts';

/** The article that two coders have coded, differently. */
export const harbour = [
  'Dockers halt the cranes',
  '',
  'The cranes stand still at the northern quay. The union asks for a rise of eight per cent.',
  '',
  'The port authority says it has no money left. Ships wait outside the breakwater.',
  '',
  'A shopkeeper sends soup to the pickets. Nobody expects a deal before Friday.',
  '',
].join('\n');

const codings: Record<string, readonly (readonly [code: string, quote: string])[]> = {
  Ada: [
    ['Conflict', 'The cranes stand still at the northern quay.'],
    ['Claim', 'The union asks for a rise of eight per cent.'],
    ['Claim', 'The port authority says it has no money left.'],
    ['Human interest', 'A shopkeeper sends soup to the pickets.'],
  ],
  Ben: [
    ['Conflict', 'The cranes stand still at the northern quay.'],
    ['Claim', 'asks for a rise of eight per cent'],
    ['Conflict', 'Ships wait outside the breakwater.'],
  ],
};

/** Makes a project of two articles, the first of which Ada and Ben have coded. Ada has four codings in it and Ben three. */
export function makeDeskProject(folder: string, file: string): void {
  for (const name of [file, `${file}-lock`]) rmSync(name, { force: true });
  const home = join(folder, 'command-line');
  const texts = { harbour, quay: 'The northern quay was built long ago.\n' };
  const paths = Object.entries(texts).map(([name, text]) => {
    const path = join(folder, `${name}.txt`);
    writeFileSync(path, text);
    return path;
  });
  galley(home, 'new', file);
  galley(home, 'import', file, ...paths);
  for (const [coder, rows] of Object.entries(codings)) {
    const lines = rows.map(([code, quote]) => {
      const start = harbour.indexOf(quote);
      return JSON.stringify({ document: 'harbour', start, end: start + quote.length, code, quote });
    });
    const path = join(folder, `${coder}.jsonl`);
    writeFileSync(path, lines.join('\n'));
    galley(home, 'code', file, path, '--coder', coder);
  }
}

/** Puts the first article into a blind round with both coders. */
export function makeBlind(folder: string, file: string): void {
  const home = join(folder, 'command-line');
  const call = (method: string, input: object): unknown => galley(home, 'call', file, method, JSON.stringify(input));
  // what these methods answer
  const coders = call('coders.list', {}) as { id: string; name: string }[];
  const { rows } = call('documents.list', { offset: 0, limit: 10 }) as { rows: { id: string; name: string }[] };
  call('rounds.create', {
    name: 'Reliability',
    kind: 'reliability',
    mode: 'blind',
    documents: rows.filter(({ name }) => name === 'harbour').map(({ id }) => id),
    coders: coders.map(({ id }) => id),
  });
}
