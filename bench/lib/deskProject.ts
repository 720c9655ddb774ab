import { openStore } from '../../src/main/store/database.ts';
import { record } from '../../src/main/store/journal.ts';
import { insertVariable, listVariables } from '../../src/main/store/rows/variable.ts';
import { article } from './articles.ts';
import { question, variables } from './listProject.ts';
import { makeProject } from './project.ts';
import type { Wish } from './project.ts';

export const people = { coders: 4, codes: 60 };

function* wishes(documents: number, codings: number): Generator<Wish> {
  for (let number = 0; number < documents; number++) {
    // The first is long enough for a sentence for each coding that a benchmark makes.
    yield { name: `Document ${number}`, text: article(number, number === 0 ? 24_000 : 1200), codings };
  }
}

/** Makes a project of articles with codings and a form of 60 questions, unless it is there already. */
export function makeDeskProject(path: string, documents: number, codings: number): void {
  makeProject(path, () => wishes(documents, codings), people);
  const store = openStore(path);
  try {
    if (listVariables(store.db).some(({ scope }) => scope === 'document')) return;
    record(store.db, { kind: 'command', method: 'bench', coder: null, at: 0 }, () => {
      for (let number = 0; number < variables; number++) insertVariable(store.db, question(number), 0);
      return { label: 'Make questions', output: null };
    });
  } finally {
    store.close();
  }
}
