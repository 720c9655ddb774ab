import { join } from 'node:path';
import { waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';
import { currentBlindRound } from './blindness.ts';
import { client, setClient } from './client.ts';
import { selectDocuments, useDocumentSelection } from './documentSelection.ts';
import { loadProject, loadStatus, openDocument } from './load.ts';
import { documentList, filterDocuments, noDocumentFilter, useDocumentFilter } from './queries.ts';
import { askedAhead, nextReadAhead } from './readAhead.ts';
import { knownAnnotations } from './readerFilter.ts';
import { currentProject, useRecords } from './records.ts';
import { lastDocument, layoutNumber, personal, rememberLayout, writeOwed } from './settings.ts';
import { useUi } from './ui.ts';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';

const openText = (): string | undefined => useRecords.getState().open?.text;

/** Two articles, in each of which Ada and Bo have coded once; Ada acts. */
async function codedByTwo(galley: TestWindow) {
  const war = await galley.newCode('War');
  const blind = await galley.newArticle('blind', 'War is peace.\n');
  const open = await galley.newArticle('open', 'War is over.\n');
  const coded = [];
  for (const name of ['Bo', 'Ada']) {
    await galley.actAs(name);
    for (const article of [blind, open]) coded.push(await galley.newCoding(article, 'War', war));
  }
  const coders = (await galley.client.call('coders.list', {})).map(({ id }) => id);
  return { war, blind, open, coders, coded };
}

async function makeBlind(galley: TestWindow, document: string, coders: string[]): Promise<void> {
  const documents = [document];
  const kind = { kind: 'reliability', mode: 'blind' } as const;
  await galley.client.call('rounds.create', { name: 'First', ...kind, documents, coders });
  await waitFor(() => expect(currentBlindRound()?.name).toBe('First'));
}

describe('the mirror of the project', () => {
  it('follows what the program does, and what is taken back', async ({ galley }) => {
    const war = await galley.newCode('War');
    const article = await galley.newArticle('one', 'War is peace.\n');
    await galley.openArticle(article);
    const coding = await galley.newCoding(article, 'War', war);
    await waitFor(() => expect(useRecords.getState().open?.annotations.get(coding)).toMatchObject({ code: war }));
    expect(useRecords.getState()).toMatchObject({ tally: { [war]: 1 }, history: { undo: { coder: 'Ada' } } });
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(useRecords.getState().open?.annotations.size).toBe(0));
    expect(useRecords.getState().tally).toEqual({});
    expect(useRecords.getState().history.redo).not.toBeNull();
  });

  it('is asked for anew when events were lost', async ({ galley }) => {
    await galley.newCode('War');
    await waitFor(() => expect(useRecords.getState().codes.size).toBe(1));
    // As if two changes had not arrived: the next one has a number that does not follow.
    useRecords.setState(({ seq }) => ({ codes: new Map(), seq: seq === null ? null : seq - 2 }));
    await galley.newCode('Peace');
    await waitFor(() =>
      expect([...useRecords.getState().codes.values()].map(({ name }) => name)).toEqual(['War', 'Peace']),
    );
  });

  it('is asked for anew while changes come, and has these too', async ({ galley }) => {
    await galley.newCode('War');
    await Promise.all([loadProject(), loadProject(), galley.newCode('Peace'), galley.newCode('Truce')]);
    await waitFor(() => expect(useRecords.getState().codes.size).toBe(3));
  });

  it('shuts the article that is removed, with all that was chosen in it', async ({ galley }) => {
    const article = await galley.newArticle('one', 'War is peace.\n');
    await galley.openArticle(article);
    useUi.setState({ selection: { start: 0, end: 3 }, picker: { initial: '', anchor: null } });
    await galley.client.call('documents.remove', { documents: [article] });
    await waitFor(() => expect(useRecords.getState().open).toBeNull());
    expect(useUi.getState()).toMatchObject({ selection: null, picker: null });
  });

  it('forgets the coding that was chosen when it is removed, and keeps it when another one is', async ({ galley }) => {
    const { open, coded } = await codedByTwo(galley);
    await galley.openArticle(open);
    const [, others = '', , own = ''] = coded;
    useUi.setState({ activeAnnotation: own });
    await galley.client.call('annotations.remove', { annotations: [others], confirmed: true });
    await waitFor(() => expect(useRecords.getState().open?.annotations.size).toBe(1));
    expect(useUi.getState().activeAnnotation).toBe(own);
    await galley.client.call('annotations.remove', { annotations: [own] });
    await waitFor(() => expect(useUi.getState().activeAnnotation).toBeNull());
  });

  it('has the facts of the open article as they are', async ({ galley }) => {
    const article = await galley.newArticle('one', 'War.\n');
    await galley.openArticle(article);
    await galley.client.call('documents.setFact', { document: article, variable: 'القسم', value: 'الأخبار' });
    await waitFor(() =>
      expect(useRecords.getState().open?.facts).toContainEqual(expect.objectContaining({ value: 'الأخبار' })),
    );
  });

  it('is empty without a project', async ({ galley }) => {
    await galley.newCode('War');
    await galley.openArticle(await galley.newArticle('one', 'War.\n'));
    selectDocuments(['one']);
    filterDocuments({ filter: 'war' });
    await galley.client.call('project.close', {});
    await waitFor(() => expect(currentProject()).toBeNull());
    expect(useRecords.getState()).toMatchObject({ open: null, tally: {}, seq: null });
    expect(useRecords.getState().codes.size).toBe(0);
    expect(useDocumentFilter.getState()).toEqual(noDocumentFilter);
    expect(useDocumentSelection.getState().ids.size).toBe(0);
  });
});

describe('opening an article', () => {
  it('is overtaken by opening another one, whichever answer comes first', async ({ galley }) => {
    const one = await galley.newArticle('one', 'War.\n');
    const two = await galley.newArticle('two', 'Peace.\n');
    await Promise.all([openDocument(one), openDocument(two)]);
    expect(openText()).toBe('Peace.\n');
    expect(useRecords.getState().opening).toBeNull();
  });

  it('ends with what is so at last where it is asked for again meanwhile', async ({ galley }) => {
    const one = await galley.newArticle('one', 'War.\n');
    await openDocument(one);
    for (const variable of ['site', 'date', 'byline'])
      await galley.client.call('documents.setFact', { document: one, variable, value: '2024-03-14' });
    await waitFor(() => expect(useRecords.getState().open?.facts).toHaveLength(3));
    expect(useRecords.getState().opening).toBeNull();
  });

  it('forgets what was chosen in the one before, but nothing when it is asked for again', async ({ galley }) => {
    const one = await galley.newArticle('one', 'War.\n');
    const two = await galley.newArticle('two', 'Peace.\n');
    await openDocument(one);
    useUi.setState({ selection: { start: 0, end: 3 } });
    await openDocument(one);
    expect(useUi.getState().selection).toEqual({ start: 0, end: 3 });
    await openDocument(two);
    expect(useUi.getState().selection).toBeNull();
  });

  it('has the next one ready, as long as nothing has changed', async ({ galley }) => {
    const one = await galley.newArticle('one', 'War.\n');
    const two = await galley.newArticle('two', 'Peace.\n');
    await openDocument(one);
    expect(askedAhead(two)).toBeNull();
    await waitFor(() => expect(askedAhead(two)?.text).toBe('Peace.\n'));
    expect(nextReadAhead(one)).toBe(two);
    await galley.newCode('War');
    await waitFor(() => expect(askedAhead(two)).toBeNull());
    await openDocument(two);
    // Nothing comes after the last one, and that is known.
    await waitFor(() => expect(nextReadAhead(two)).toBeNull());
    expect(nextReadAhead(one)).toBeUndefined();
  });

  it('begins with the first one where the one that was read last has been removed', async ({ galley }) => {
    const one = await galley.newArticle('one', 'War.\n');
    const two = await galley.newArticle('two', 'Peace.\n');
    await galley.openArticle(two);
    expect(lastDocument(currentProject()?.id ?? '')).toBe(two);
    await galley.client.call('documents.remove', { documents: [two] });
    await galley.client.call('project.close', {});
    await waitFor(() => expect(currentProject()).toBeNull());
    await galley.client.call('project.open', { file: galley.app.grants.grant(join(galley.folder, 'Test.galley')) });
    await waitFor(() => expect(useRecords.getState().open?.document.id).toBe(one));
  });
});

describe('another coder', () => {
  it('sees in a blind round their own work alone, in counts too; elsewhere all', async ({ galley }) => {
    const { war, blind, open, coders } = await codedByTwo(galley);
    await makeBlind(galley, blind, coders);
    await openDocument(blind);
    expect(knownAnnotations(useRecords.getState()).size).toBe(1);
    // Ada’s in both, and Bo’s in the open one.
    await waitFor(() => expect(useRecords.getState().tally).toEqual({ [war]: 3 }));
    await galley.actAs('Cem');
    await waitFor(() => expect(useRecords.getState().status?.coder?.name).toBe('Cem'));
    // Cem is in no round: all four.
    await waitFor(() => expect(useRecords.getState().tally).toEqual({ [war]: 4 }));
    await waitFor(() => expect(useRecords.getState().open?.annotations.size).toBe(2));
    expect(currentBlindRound()).toBeNull();
    await openDocument(open);
    expect(knownAnnotations(useRecords.getState()).size).toBe(2);
  });

  it('loses nothing that changes while what they see is being asked for', async ({ galley }) => {
    await galley.newCode('War');
    const program = client();
    let come = (): void => undefined;
    const gate = new Promise<void>((resolve) => (come = resolve));
    let asked = 0;
    const late = async (answer: Promise<unknown>): Promise<unknown> => {
      await answer;
      asked += 1;
      await gate;
      return answer;
    };
    const call = (method: string, input: unknown): Promise<unknown> => {
      const answer = program.call(method as never, input as never) as Promise<unknown>;
      return method === 'codes.list' || method === 'history.state' ? late(answer) : answer;
    };
    setClient({ ...program, call } as typeof program); // takes all methods
    await galley.client.call('coders.identify', { name: 'Bo' });
    await waitFor(() => expect(asked).toBe(2));
    await galley.newCode('Peace');
    come();
    await waitFor(() => expect(useRecords.getState().history.undo?.label).toContain('Peace'));
    expect([...useRecords.getState().codes.values()].map(({ name }) => name)).toEqual(['War', 'Peace']);
    setClient(program);
  });

  it('has a place of their own where they read last', async ({ galley }) => {
    const one = await galley.newArticle('one', 'War.\n');
    await galley.openArticle(one);
    const key = personal('lastDocument');
    await waitFor(async () => expect((await galley.client.call('settings.read', {})).layout).toHaveProperty([key]));
    await galley.actAs('Bo');
    await waitFor(() => expect(personal('lastDocument')).not.toBe(key));
    expect((await galley.client.call('settings.read', {})).layout).not.toHaveProperty([key]);
  });
});

describe('what the window remembers of its layout', () => {
  it('is written together, soon, and only what is new', async ({ galley }) => {
    const program = client();
    const written: unknown[] = [];
    setClient({
      ...program,
      call: (method, input) => {
        if (method === 'settings.write') written.push(input);
        return program.call(method, input);
      },
    });
    rememberLayout({ side: 300 }, 5);
    rememberLayout({ side: 310 }, 5);
    rememberLayout({ drawer: 200 }, 5000);
    expect(layoutNumber('side', 1)).toBe(310);
    expect(layoutNumber('other', 1)).toBe(1);
    await waitFor(() => expect(written).toEqual([{ layout: { side: 310, drawer: 200 } }]));
    rememberLayout({ side: 310 }, 5);
    rememberLayout({ side: 320 }, 5);
    await waitFor(() => expect(written).toHaveLength(2));
    expect((await galley.client.call('settings.read', {})).layout).toMatchObject({ side: 320, drawer: 200 });
  });

  it('is written once the program is there again, where the connection broke', async ({ galley }) => {
    const program = client();
    let asked = 0;
    const lost = new AppError('internal', said('transport.lost'), { connection: 'lost' });
    setClient({ ...program, call: () => ((asked += 1), Promise.reject(lost)) });
    rememberLayout({ side: 330 }, 5);
    await waitFor(() => expect(asked).toBe(1));
    await writeOwed();
    expect(asked).toBe(2);
    setClient(program);
    await writeOwed();
    expect((await galley.client.call('settings.read', {})).layout).toMatchObject({ side: 330 });
  });
});

describe('the list of articles', () => {
  const rows = () => [...documentList.store.getState().rows.values()];

  it('is filtered, which chooses none; the same filter asks for nothing', async ({ galley }) => {
    for (const name of ['harbour strike', 'ferry', 'إضراب']) await galley.newArticle(name, `${name}.\n`);
    const stop = documentList.watch();
    await waitFor(() => expect(rows()).toHaveLength(3));
    selectDocuments([rows()[0]?.id ?? '']);
    filterDocuments({ filter: 'strike' });
    expect(useDocumentSelection.getState().ids.size).toBe(0);
    await waitFor(() => expect(rows().map(({ name }) => name)).toEqual(['harbour strike']));
    expect(documentList.store.getState()).toMatchObject({ total: 1, extra: { all: 3 } });
    const before = documentList.store.getState();
    filterDocuments({ filter: 'strike' });
    expect(documentList.store.getState()).toBe(before);
    filterDocuments({ filter: 'إضراب' });
    await waitFor(() => expect(rows().map(({ name }) => name)).toEqual(['إضراب']));
    stop();
  });

  it('shows new counts and statuses at once, and asks again where it is filtered by them', async ({ galley }) => {
    const war = await galley.newCode('War');
    const one = await galley.newArticle('one', 'War is peace.\n');
    await galley.newArticle('two', 'War is over.\n');
    const stop = documentList.watch();
    await waitFor(() => expect(rows()).toHaveLength(2));
    await galley.newCoding(one, 'War', war);
    await waitFor(() => expect(rows().map(({ annotations }) => annotations)).toEqual([1, 0]));
    await galley.client.call('progress.set', { document: one, status: 'set-aside', reason: 'Unsure' });
    await waitFor(() => expect(rows()[0]?.status).toBe('set-aside'));
    filterDocuments({ status: 'set-aside' });
    await waitFor(() => expect(rows().map(({ id }) => id)).toEqual([one]));
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(documentList.store.getState().total).toBe(0));
    stop();
  });
});

describe('asking what is open', () => {
  it('loads nothing anew while it is the same project, and the names of coders all the same', async ({ galley }) => {
    await galley.newCode('War');
    await galley.client.call('coders.add', { name: 'Bo' });
    await waitFor(() => expect(useRecords.getState().codes.size).toBe(1));
    const { codes, revision } = useRecords.getState();
    useRecords.setState({ coders: new Map() });
    await loadStatus();
    expect(useRecords.getState()).toMatchObject({ revision });
    expect(useRecords.getState().codes).toBe(codes);
    expect([...useRecords.getState().coders.values()].map(({ name }) => name)).toContain('Bo');
  });
});
