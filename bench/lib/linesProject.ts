import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { article } from './articles.ts';
import { makeDeskProject } from './deskProject.ts';
import { draw } from './random.ts';

/** So many articles, each of which one coding and one answer go to. */
export const lines = 100_000;

/** The project of so many articles of some 1,200 units with 60 questions, made at the first use and kept. Copy it before it is opened. */
export function linesProject(): string {
  const path = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'bench', 'lines-1.galley');
  makeDeskProject(path, lines, 0);
  return path;
}

/** The numbers from 0, in an order that is the same on every machine. */
function shuffled(count: number): number[] {
  const source = draw(count);
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = source.integer(last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

/** One coding of each article, by the article's name and with its quotation, as JSON Lines in no order. */
export function writeCodingLines(path: string): void {
  const source = draw(lines + 1);
  const text = shuffled(lines).map((number) => {
    const characters = Array.from(article(number, number === 0 ? 24_000 : 1200));
    const start = source.integer(400);
    const end = start + 5 + source.integer(200);
    const quote = characters.slice(start, end).join('');
    const code = `Code ${1 + source.integer(60)}`;
    return `${JSON.stringify({ document: `Document ${number}`, start, end, code, quote })}\n`;
  });
  writeFileSync(path, text.join(''));
}

/** One answer for each article, by the article's name, as CSV in no order. */
export function writeAnswerLines(path: string): void {
  const source = draw(lines + 2);
  const rows = shuffled(lines).map(
    (number) => `Document ${number},v${source.integer(60)},${1 + source.integer(5)}\r\n`,
  );
  writeFileSync(path, `document,variable,value\r\n${rows.join('')}`);
}
