/**
 * Writes what other programs print of the sample project's exports into docs/guide.md, between its marks, and the picture of
 * LibreOffice Calc: `node scripts/guide.ts`. A program that is not installed leaves its part as it is.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const guide = join(root, 'docs', 'guide.md');

type View = {
  /** The mark in the guide. */
  name: string;
  program: string;
  words: string[];
  /** What the program reads from its standard input. */
  input?: string;
};

const r = `d <- haven::read_dta("codings.dta")
options(width = 100)
print(table(code = as.character(d$code), coder = as.character(d$coder)))`;

const pandas = `import pandas as pd
pd.set_option('display.width', 100)
codings = pd.read_csv('codings.csv')
print(codings.groupby(['code', 'coder']).size().unstack(fill_value=0))`;

const duckdb = `const { DuckDBInstance } = require('@duckdb/node-api');
void (async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const sql = "SELECT code, count(*) AS codings, count(DISTINCT document) AS articles FROM read_parquet('codings.parquet') GROUP BY code ORDER BY codings DESC, code";
  const rows = (await connection.runAndReadAll(sql)).getRowsJS();
  console.log(['codings', 'articles', 'code'].join('  '));
  for (const [code, codings, articles] of rows) console.log(String(codings).padStart(7) + '  ' + String(articles).padStart(8) + '  ' + code);
})();`;

const webAnnotation = `import glob, json
for path in sorted(glob.glob('web-annotation/*.jsonld')):
    for item in json.load(open(path, encoding='utf-8'))['first']['items']:
        if item['motivation'] == 'tagging':
            position, quote = item['target']['selector']
            print(json.dumps({'body': item['body'][0], 'selector': [position, quote]}, indent=2, ensure_ascii=False))
            raise SystemExit`;

const brat = `import glob
print(''.join(open(sorted(glob.glob('brat/Dockers*.ann'))[0], encoding='utf-8').readlines()[:8]), end='')`;

export const views: readonly View[] = [
  {
    name: 'PSPP',
    program: 'pspp',
    words: ['-'],
    input: "SET WIDTH=100.\nGET FILE='codings.sav'.\nFREQUENCIES VARIABLES=code /FORMAT=DFREQ /STATISTICS=NONE.\n",
  },
  { name: 'R', program: 'Rscript', words: ['-e', r] },
  { name: 'pandas', program: '/usr/bin/python3', words: ['-c', pandas] },
  { name: 'DuckDB', program: process.execPath, words: ['--input-type=commonjs', '-e', duckdb] },
  { name: 'brat', program: '/usr/bin/python3', words: ['-c', brat] },
  { name: 'W3C', program: '/usr/bin/python3', words: ['-c', webAnnotation] },
];

/** Exports the sample project as the guide says, below a new folder; answers with that folder. */
export function exportSample(): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-guide-'));
  const home = join(folder, 'home');
  const galley = (...words: string[]): void => {
    execFileSync(process.execPath, [join(root, 'src/main/hosts/cli/main.ts'), ...words], {
      cwd: folder,
      env: { ...process.env, GALLEY_HOME: home },
      stdio: ['ignore', 'ignore', 'ignore'],
    });
  };
  galley('new', 'scratch.galley');
  galley('call', 'scratch.galley', 'project.openSample', '{}');
  const [project = ''] = readdirSync(join(home, 'projects')).filter((name) => name.endsWith('.galley'));
  const formats = 'csv,xlsx,jsonl,sav,dta,parquet,web-annotation,brat,webanno,spacy,semeval,html,docx';
  galley('export', join(home, 'projects', project), 'exports', '--format', formats);
  return folder;
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

/** The left upper corner of the sheet, as LibreOffice draws it, 1200 by 190 pixels. */
function drawCalc(folder: string): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const wholeSheet = 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}';
  const sheet = join(folder, 'exports', 'documents.xlsx');
  execFileSync('libreoffice', [profile, '--headless', '--convert-to', wholeSheet, '--outdir', folder, sheet], {
    stdio: 'ignore',
  });
  const corner = ['-x', '0', '-y', '0', '-W', '1200', '-H', '190'];
  const words = ['-png', '-r', '90', '-f', '1', '-l', '1', '-singlefile', ...corner];
  execFileSync('pdftoppm', [...words, join(folder, 'documents.pdf'), join(folder, 'calc')]);
  copyFileSync(join(folder, 'calc.png'), join(root, 'docs', 'shots', 'calc.png'));
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
    drawCalc(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
