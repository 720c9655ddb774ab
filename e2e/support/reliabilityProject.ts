import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { galley } from './commandLine.ts';

const articles = resolve(import.meta.dirname, '..', '..', 'resources', 'sample', 'articles');

/** A passage that a coder gives a code; offsets in code points. */
export type Given = { document: string; start: number; end: number; code: string };

/** The articles of the sample project, by the names that their files give them. */
export const sampleNames = [
  '01-dockers-halt-port-vellin',
  '02-six-hours-notice',
  '03-letters-the-strike',
  '04-who-is-paying',
  '05-ministry-denies-reservists',
  '06-interview-oortman',
  '07-rai-al-mina',
  '08-ittifaq-mabdai',
] as const;

export type Study = {
  /** Settings and new projects of the command line go there. */
  home: string;
  file: string;
  call: (method: string, input: object) => unknown;
};

function begin(folder: string, file: string, sources: readonly string[]): Study {
  for (const name of [file, `${file}-lock`]) rmSync(name, { force: true });
  const home = join(folder, 'command-line');
  mkdirSync(home, { recursive: true });
  galley(home, 'new', file);
  galley(home, 'import', file, ...sources);
  return { home, file, call: (method, input) => galley(home, 'call', file, method, JSON.stringify(input)) };
}

/** A project of the sample's articles, not coded yet. */
export function sampleStudy(folder: string, file: string): Study {
  return begin(
    folder,
    file,
    sampleNames.map((name) => join(articles, `${name}.txt`)),
  );
}

/** A project of texts of one's own. */
export function textStudy(folder: string, file: string, texts: Readonly<Record<string, string>>): Study {
  const sources = Object.entries(texts).map(([name, text]) => {
    const path = join(folder, `${name}.txt`);
    writeFileSync(path, text);
    return path;
  });
  return begin(folder, file, sources);
}

/** Codes passages in a coder's name. */
export function codeAs({ home, file }: Study, coder: string, passages: readonly Given[]): void {
  const lines = `${file}.${coder}.jsonl`;
  writeFileSync(lines, passages.map((passage) => `${JSON.stringify(passage)}\n`).join(''));
  galley(home, 'code', file, lines, '--coder', coder);
}

/** Answers questions about articles in a coder's name. */
export function answerAs(
  { home, file }: Study,
  coder: string,
  answers: readonly { document: string; variable: string; value: string }[],
): void {
  const path = `${file}.${coder}.csv`;
  const lines = answers.map(({ document, variable, value }) => `${document},${variable},${value}\n`);
  writeFileSync(path, `document,variable,value\n${lines.join('')}`);
  galley(home, 'answer', file, path, '--coder', coder);
}

/** The ids of the articles of a study by their names. */
export function documentsOf({ call }: Study): Readonly<Record<string, string>> {
  const { rows } = call('documents.list', { offset: 0, limit: 1000 }) as { rows: { id: string; name: string }[] }; // its answer
  return Object.fromEntries(rows.map(({ id, name }) => [name, id]));
}
