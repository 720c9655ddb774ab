import { afterEach, beforeEach, expect } from 'vitest';
import type { Annotation, Code, Id } from '../../shared/model/records.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import { createTestProject } from './testProject.ts';
import type { TestProject } from './testProject.ts';

type Coding = { code: Id; start: number; end: number; memo: string; id: Id };

/** A project with two articles, made anew for each test of the file that calls this. */
export class TestCodebook {
  #project: TestProject | null = null;
  /** “The minister said no. …” and “Another day, …”. */
  article: Id = '';
  other: Id = '';

  constructor() {
    beforeEach(async () => {
      this.#project = await createTestProject();
      await this.#project.importFiles(
        this.#project.put('a.txt', 'The minister said no. The union said yes 👩‍🚒. Nobody asked the drivers.'),
        this.#project.put('b.txt', 'Another day, another strike in the harbour of the city.'),
      );
      const { rows } = await this.call('documents.list', { filter: '', offset: 0, limit: 10 });
      [this.article = '', this.other = ''] = rows.map(({ id }) => id);
    });
    afterEach(() => this.#project?.end());
  }

  get project(): TestProject {
    if (!this.#project) throw new Error('no test is running');
    return this.#project;
  }

  readonly call: TestProject['client']['call'] = (method, input) => this.project.client.call(method, input);

  readonly makeCode = (name: string, parent: Id | null = null): Promise<Code> =>
    this.call('codes.create', { name, parent });

  readonly annotate = (code: Id, start: number, end: number, document = this.article): Promise<Annotation> =>
    this.call('annotations.create', { document, start: utf16(start), end: utf16(end), code });

  readonly codings = async (document = this.article): Promise<Coding[]> => {
    const { codes, rows } = (await this.call('documents.open', { document })).annotations;
    return rows.map(([id, start, end, code, , memo]) => ({ id, start, end, code: codes[code] ?? '', memo }));
  };

  /** What a person can see of the whole project. */
  readonly everything = async (): Promise<unknown> => {
    const { codes, tally } = await this.call('codes.list', {});
    const open = await Promise.all(
      [this.article, this.other].map((document) => this.call('documents.open', { document })),
    );
    return {
      codes,
      tally,
      examples: await this.call('examples.list', {}),
      sets: await this.call('exclusiveSets.list', {}),
      versions: await this.call('versions.list', {}),
      variables: await this.call('variables.list', {}),
      annotations: open.map(({ annotations }) => annotations),
      answers: open.map(({ answers }) => answers.toSorted((a, b) => (a.id < b.id ? -1 : 1))),
      links: open.map(({ links }) => links),
    };
  };

  /** Runs an act and makes sure that it is one step, which undo takes back and redo brings back whole. */
  readonly asOneStep = async <T>(label: string, act: () => Promise<T>): Promise<T> => {
    const before = await this.everything();
    const result = await act();
    const after = await this.everything();
    expect(after).not.toEqual(before);
    expect((await this.call('history.undo', {})).label).toBe(label);
    expect(await this.everything()).toEqual(before);
    await this.call('history.redo', {});
    expect(await this.everything()).toEqual(after);
    return result;
  };
}
