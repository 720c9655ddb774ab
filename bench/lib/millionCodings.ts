import { join } from 'node:path';
import { article } from './articles.ts';
import { makeProject } from './project.ts';
import type { Wish } from './project.ts';

export const documents = 20_000;
export const codingsEach = 50;

export const people = { coders: 4, codes: 60 };

/** The first document: long enough for a sentence for each coding that a benchmark makes. */
export const longArticle = article(0, 24_000);

/** The documents of the project with 1,000,000 codings. */
export function* millionWishes(): Generator<Wish> {
  for (let number = 0; number < documents; number++) {
    const text = number === 0 ? longArticle : article(number, 1200);
    yield { name: `Document ${number}`, text, codings: codingsEach };
  }
}

/** The project with 1,000,000 codings, made at the first use and kept. Copy it before it is opened. */
export function millionProject(): string {
  const path = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'bench', 'million-2.galley');
  makeProject(path, millionWishes, people);
  return path;
}
