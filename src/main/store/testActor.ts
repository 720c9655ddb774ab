import type { Database } from 'better-sqlite3';
import { plainCode } from '../../shared/model/records.ts';
import type { Coder, Id } from '../../shared/model/records.ts';
import { countCodePoints, utf16 } from '../../shared/text/offsets.ts';
import { newId } from './ids.ts';
import { record } from './journal.ts';
import { deleteAnnotation, deleteAnnotationsOfCode, insertAnnotation, updateAnnotation } from './rows/annotation.ts';
import { deleteCode, insertCode, updateCode } from './rows/code.ts';
import { deleteVariablesOfCode } from './rows/codeVariables.ts';
import { insertCoder } from './rows/coder.ts';
import { hashText, storeContent } from './rows/content.ts';
import { insertDocument, insertImport, renameDocument } from './rows/document.ts';
import { deleteExamplesOfCode } from './rows/example.ts';
import { writeFact } from './rows/fact.ts';
import { insertProject, renameProject } from './rows/project.ts';
import { removeDocument } from './rows/removal.ts';
import { codebookActs } from './testCodebookActs.ts';
import { formActs } from './testFormActs.ts';
import { recipeActs } from './testRecipeActs.ts';
import { recordActs } from './testRecordActs.ts';
import type { ActTools } from './testRecordActs.ts';

type Acts = Record<string, () => void>;

function documentActs(db: Database, { random, word, all, withOne }: ActTools): Acts {
  const text = 'Ein Wort, “zwei” Wörter 👩‍👩‍👧‍👦 und noch viele mehr.';
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  return {
    project: () => {
      if (all('project').length === 0) insertProject(db, { id: newId(), name: word() }, 1);
      else renameProject(db, word());
    },
    coder: () => insertCoder(db, { id: newId(), name: word(), kind: 'person' }, 1),
    document: () => {
      const content = `${text} ${word()}`;
      const sha256 = hashText(content);
      const [rows] = storeContent(db, [
        {
          text: { content, sha256, codePoints: countCodePoints(content) },
          original: { sha256, size: 1, packing: 'text', bytes: null },
        },
      ]);
      const entry = { id: newId(), coder: pick(all('coder')) ?? null, program: 'test', options: { a: 1 } };
      insertImport(db, entry, 1);
      insertDocument(
        db,
        {
          id: newId(),
          name: word(),
          position: Math.floor(random() * 100),
          text: rows?.text ?? 0,
          original: rows?.original ?? 0,
          import: entry.id,
          path: 'a.txt',
          importer: 'text',
          importerVersion: 1,
          encoding: 'utf-8',
          encodingSource: 'bom',
          lineEnds: 'lf',
          warnings: [],
          language: '',
          direction: 'rtl',
        },
        1,
      );
    },
    rename: () => withOne(all('document'), (id) => renameDocument(db, id, word())),
    fact: () =>
      withOne(all('document'), (id) =>
        writeFact(db, id, pick(['site', 'date', word()]) ?? '', random() < 0.7 ? word() : null, 2),
      ),
  };
}

function codeActs(db: Database, { random, word, all, withOne }: ActTools): Acts {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  return {
    code: () =>
      insertCode(
        db,
        {
          id: newId(),
          parent: random() < 0.5 ? (pick(all('code')) ?? null) : null,
          name: word(),
          ...plainCode,
          hue: 1,
          pattern: 'plain',
          key: null,
          position: 0,
        },
        1,
      ),
    recolour: () =>
      withOne(all('code'), (id) =>
        updateCode(
          db,
          {
            id,
            parent: null,
            name: word(),
            ...plainCode,
            definition: 'd',
            hue: 2,
            pattern: 'striped',
            key: null,
            position: 3,
          },
          5,
        ),
      ),
  };
}

function annotationActs(db: Database, { random, word, all, withOne }: ActTools): Acts {
  return {
    annotate: () =>
      withOne(all('document'), (document) =>
        withOne(all('code'), (code) =>
          withOne(all('coder'), (coder) => {
            const start = Math.floor(random() * 20);
            const end = start + 1 + Math.floor(random() * 20);
            insertAnnotation(
              db,
              { id: newId(), document, code, coder, start: utf16(start), end: utf16(end), memo: '“m”\n' },
              word(),
              1,
            );
          }),
        ),
      ),
    adjust: () =>
      withOne(all('annotation'), (id) =>
        withOne(all('code'), (code) =>
          updateAnnotation(
            db,
            {
              id,
              document: id,
              code,
              coder: id,
              start: utf16(21 + Math.floor(random() * 1e6)),
              end: utf16(2e6),
              memo: word(),
            },
            word(),
            9,
          ),
        ),
      ),
    erase: () => withOne(all('annotation'), (id) => deleteAnnotation(db, id)),
  };
}

function removals(db: Database, { all, withOne }: ActTools): Acts {
  return {
    removeDocument: () => withOne(all('document'), (id) => removeDocument(db, id)),
    removeLeaf: () =>
      withOne(all('code'), (id) => {
        if (db.prepare('SELECT 1 FROM code WHERE parent = unhex(?)').get(id.replaceAll('-', ''))) return;
        deleteAnnotationsOfCode(db, id);
        deleteVariablesOfCode(db, id);
        deleteExamplesOfCode(db, id);
        deleteCode(db, id);
      }),
  };
}

/** A made-up researcher: knows what is in the project, and does any one thing to it. */
export function actor(db: Database, random: () => number): (coder?: Coder | null) => void {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const all = (table: string): Id[] =>
    (db.prepare(`SELECT lower(hex(id)) AS id FROM "${table}" ORDER BY id`).all() as { id: string }[]).map(({ id }) =>
      id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    );
  const word = (): string => `w${Math.floor(random() * 1e9).toString(36)}`;
  const tools: ActTools = { random, word, all, withOne };
  const acts: Acts = {
    ...codebookActs(db, tools),
    ...recordActs(db, tools),
    ...formActs(db, tools),
    ...recipeActs(db, tools),
    ...documentActs(db, tools),
    ...codeActs(db, tools),
    ...annotationActs(db, tools),
    ...removals(db, tools),
  };
  function withOne(list: readonly Id[], act: (id: Id) => void): void {
    const id = pick(list);
    if (id !== undefined) act(id);
  }
  return (coder = null) => {
    const name = pick(Object.keys(acts)) ?? 'coder';
    record(db, { kind: 'command', method: 'test', coder, at: 1 }, () => {
      for (let times = 1 + Math.floor(random() * 3); times > 0; times--) acts[name]?.();
      return { label: name, output: null };
    });
  };
}

/** Runs one act; a refusal by the database (a doubled coding) is a refusal, not a change. */
export function attempt(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Error && /UNIQUE|RAISE|CHECK/.test(error.message))) throw error;
  }
}
