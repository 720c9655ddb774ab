/**
 * Writes what other programs print of the sample project's exports into docs/guide.md, between its marks, and draws them in
 * LibreOffice and a browser: `node scripts/guide.ts`. A program that is not installed leaves its part as it is.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { drawExports } from './guidePictures.ts';
import { views } from './guideViews.ts';
import type { View } from './guideViews.ts';

const root = resolve(import.meta.dirname, '..');
const guide = join(root, 'docs', 'guide.md');

/** The formats of the guide's command. */
export const formats =
  'csv,tsv,xlsx,jsonl,sav,dta,parquet,dictionary,r,python,web-annotation,brat,webanno,spacy,semeval,html,docx';

/**
 * Exports the sample project as the guide says, below a new folder: all formats (`exports`), Parquet by outlet
 * (`by-outlet`), and a package that is joined with the texts again (`re-attached.txt` is what that printed). Answers with
 * that folder.
 */
export function exportSample(): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-guide-'));
  const home = join(folder, 'home');
  const galley = (...words: string[]): string =>
    execFileSync(process.execPath, [join(root, 'src/main/hosts/cli/main.ts'), ...words], {
      cwd: folder,
      env: { ...process.env, GALLEY_HOME: home },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  galley('new', 'scratch.galley');
  galley('call', 'scratch.galley', 'project.openSample', '{}');
  const [name = ''] = readdirSync(join(home, 'projects')).filter((file) => file.endsWith('.galley'));
  const project = join(home, 'projects', name);
  galley('export', project, 'exports', '--format', formats);
  galley('export', project, 'by-outlet', '--format', 'parquet', '--unit', 'coding', '--partition', 'site');
  galley('package', project, 'codings.zip', '--quote', '40');
  const printed = galley('re-attach', 'codings.zip', join(root, 'resources', 'sample', 'articles'), 'Q.galley');
  // Titles of articles fill the line; the last line names a folder that is gone with the next run.
  const lines = printed.trimEnd().split('\n').slice(0, -1);
  writeFileSync(join(folder, 're-attached.txt'), lines.map(shorten).join('\n'));
  return folder;
}

/** A line of a table whose first cell is cut. */
function shorten(line: string): string {
  const [title = '', ...cells] = line.split(/ {2,}/u);
  return cells.length === 0
    ? line
    : [title.length > 40 ? `${title.slice(0, 39)}…` : title.padEnd(40), ...cells].join('  ');
}

/** What a program prints of the exports; null where it is not installed. */
export function show({ program, words, input = '' }: View, folder: string): string | null {
  try {
    const printed = execFileSync(program, words, {
      cwd: join(folder, 'exports'),
      encoding: 'utf8',
      input,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, LC_ALL: 'C.UTF-8', NODE_PATH: join(root, 'node_modules') },
    });
    return printed.replace(/[ \t]+$/gmu, '').replace(/^\n+|\n+$/gu, '');
  } catch {
    return null; // not here, or without the library that it needs: its part of the guide stays as it was
  }
}

/** The part of the guide that shows a program's print. */
export function shown(text: string, name: string): string | null {
  return partOf(name).exec(text)?.groups?.['print'] ?? null;
}

function partOf(name: string): RegExp {
  return new RegExp(`(?<head><!-- print: ${name} -->\\n\\n\`\`\`text\\n)(?<print>[^]*?)(?<tail>\\n\`\`\`)`, 'u');
}

if (process.argv[1] === import.meta.filename) {
  const folder = exportSample();
  try {
    let text = readFileSync(guide, 'utf8');
    for (const view of views) {
      const print = show(view, folder);
      if (print === null) process.stdout.write(`${view.name}: not here, its part stays\n`);
      else
        text = text.replace(partOf(view.name), (_, head: string, _print: string, tail: string) => head + print + tail);
    }
    writeFileSync(guide, text);
    await drawExports(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
