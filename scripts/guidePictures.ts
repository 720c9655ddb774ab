/** Pictures of the sample project's exports in the programs that open them, for the user guide. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { withFewColours } from '../e2e/support/png.ts';
import { testBrowser } from './browser.ts';

const shots = resolve(import.meta.dirname, '..', 'docs', 'shots');

type Part = { width: number; height: number };

/** The left upper corner of the first page of a file, as LibreOffice lays it out. */
function drawOffice(folder: string, file: string, name: string, filter: string, part: Part): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('libreoffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, file], {
    stdio: 'ignore',
  });
  const pdf = readdirSync(folder).find((one) => one.endsWith('.pdf'));
  if (pdf === undefined) throw new Error(`LibreOffice has made nothing of ${file}`);
  const corner = ['-x', '0', '-y', '0', '-W', String(part.width), '-H', String(part.height)];
  const words = ['-png', '-r', '90', '-f', '1', '-l', '1', '-singlefile', ...corner];
  execFileSync('pdftoppm', [...words, join(folder, pdf), join(folder, name)]);
  rmSync(join(folder, pdf));
  writeFileSync(join(shots, `${name}.png`), withFewColours(readFileSync(join(folder, `${name}.png`))));
}

/** The top of a page, as a browser shows it. */
async function drawPages(pages: readonly { file: string; name: string; part: Part }[]): Promise<void> {
  const executablePath = testBrowser();
  const browser = await chromium.launch({
    ...(executablePath !== null && { executablePath }),
    args: ['--disable-gpu', '--disable-lcd-text', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    for (const { file, name, part } of pages) {
      const page = await browser.newPage({ viewport: part, colorScheme: 'light' });
      await page.goto(pathToFileURL(file).href);
      writeFileSync(join(shots, `${name}.png`), withFewColours(await page.screenshot()));
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

function firstOf(folder: string, beginning: string): string {
  const name = readdirSync(folder).find((one) => one.startsWith(beginning));
  if (name === undefined) throw new Error(`nothing in ${folder} begins with ${beginning}`);
  return join(folder, name);
}

/** Draws what was exported below `folder`. */
export async function drawExports(folder: string): Promise<void> {
  const exports = join(folder, 'exports');
  const wholeSheet = 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}';
  drawOffice(folder, join(exports, 'documents.xlsx'), 'calc', wholeSheet, { width: 1200, height: 190 });
  drawOffice(folder, firstOf(join(exports, 'docx'), 'Dockers'), 'writer', 'pdf', { width: 744, height: 1052 });
  await drawPages([
    {
      file: join(exports, 'codings.dictionary.html'),
      name: 'dictionary',
      part: { width: 1000, height: 620 },
    },
    {
      file: firstOf(join(exports, 'html'), 'Dockers'),
      name: 'highlighted',
      part: { width: 1000, height: 1250 },
    },
  ]);
}
