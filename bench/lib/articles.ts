import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { draw } from './random.ts';
import type { Draw } from './random.ts';

const words =
  `the of to and a in that for on with as at by from harbour council strike budget minister report court school storm
   reform border train hospital inquiry vote union company paper editor source witness claim figure million percent
   yesterday Tuesday spring early quiet sharp public local foreign said told asked denied warned promised voted signed
   café Zürich naïve Łódź señor Ångström Москва 東京 القاهرة 🚢 👩‍👧 — “never” “perhaps” ‘we’`
    .split(/\s+/u)
    .filter((word) => word !== '');

function sentence(source: Draw): string {
  const length = 6 + source.integer(20);
  const parts = Array.from({ length }, () => source.pick(words)).join(' ');
  return `${parts.charAt(0).toUpperCase()}${parts.slice(1)}.`;
}

/** One made-up article of about `size` UTF-16 units, in paragraphs, with a headline. */
export function article(number: number, size: number): string {
  const source = draw(number);
  const parts = [`Article ${number}: ${sentence(source)}`, ''];
  let length = 0;
  while (length < size) {
    const paragraph = Array.from({ length: 2 + source.integer(5) }, () => sentence(source)).join(' ');
    parts.push(paragraph, '');
    length += paragraph.length;
  }
  return `${parts.join('\n')}\n`;
}

/** Writes `count` articles of 1,500 to 6,500 units as UTF-8 files into a new folder; answers with their bytes in all. */
export function writeArticles(folder: string, count: number): number {
  mkdirSync(folder, { recursive: true });
  const source = draw(count);
  let bytes = 0;
  for (let number = 0; number < count; number++) {
    const text = Buffer.from(article(number, 1500 + source.integer(5000)), 'utf8');
    writeFileSync(join(folder, `article-${String(number).padStart(6, '0')}.txt`), text);
    bytes += text.length;
  }
  return bytes;
}
