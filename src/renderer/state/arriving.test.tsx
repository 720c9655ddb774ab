/** A project comes into the window whole, whatever happens while it is being asked for. */
import { join } from 'node:path';
import { waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Client } from '../../shared/api/client.ts';
import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';
import { client, setClient } from './client.ts';
import { loadProject, loadStatus } from './load.ts';
import { currentProject, useRecords } from './records.ts';
import { personal, useSettings } from './settings.ts';
import { useUi } from './ui.ts';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';

const codes = (): string[] => [...useRecords.getState().codes.values()].map(({ name }) => name).sort();
const openName = (): string | undefined => useRecords.getState().open?.document.name;

async function close(galley: TestWindow): Promise<void> {
  await galley.client.call('project.close', {});
  await waitFor(() => expect(currentProject()).toBeNull());
}

const open = (galley: TestWindow, name = 'Test'): Promise<unknown> =>
  galley.client.call('project.open', { file: galley.app.grants.grant(join(galley.folder, `${name}.galley`)) });

const create = (galley: TestWindow, name: string): Promise<unknown> =>
  galley.client.call('project.create', { folder: galley.app.grants.grant(galley.folder), name });

type Answered = (method: string, input: unknown, answer: Promise<unknown>) => Promise<unknown>;

/** Has the window hear answers as `answered` makes them. */
function hear(answered: Answered): void {
  const program = client();
  const call = (method: string, input: unknown): Promise<unknown> => {
    const answer = program.call(method as never, input as never) as Promise<unknown>;
    answer.catch(() => undefined);
    return answered(method, input, answer);
  };
  setClient({ ...program, call } as Client); // takes all methods
}

/** Keeps the next answer of `codes.list` from the window; `asked` once it has been asked for, and `come` lets it come. */
function holdCodes(): { asked: () => boolean; come: () => void } {
  let isAsked = false;
  let come = (): void => undefined;
  const gate = new Promise<void>((resolve) => (come = resolve));
  hear(async (method, _, answer) => {
    if (method === 'codes.list' && !isAsked) {
      isAsked = true;
      await answer;
      await gate;
    }
    return answer;
  });
  return { asked: () => isAsked, come };
}

const lost = new AppError('internal', said('transport.lost'), { connection: 'lost' });
const broken = new AppError('file-damaged', said('transport.closed'));

describe('a project that comes', () => {
  it.for([
    { isRemembered: true, which: 'the article that was read last' },
    { isRemembered: false, which: 'its first article where none was' },
  ])('is drawn once, with $which', async ({ isRemembered }, { galley }) => {
    await galley.newArticle('one', 'War.\n');
    const two = await galley.newArticle('two', 'Peace.\n');
    await galley.openArticle(two);
    await close(galley);
    if (!isRemembered) useSettings.setState({ layout: {} });
    const drawn: (string | undefined)[] = [];
    function Drawn() {
      const project = useRecords(({ status }) => status?.project?.name);
      const article = useRecords((state) => state.open?.document.name);
      if (project !== undefined) drawn.push(article);
      return null;
    }
    galley.show(<Drawn />);
    // Longer than frames that could be drawn meanwhile.
    const isOfArticle = (method: string, input: unknown): boolean =>
      method === 'documents.open' || (method === 'documents.list' && (input as { limit: number }).limit === 1);
    hear(async (method, input, answer) => {
      if (isOfArticle(method, input)) await new Promise((resolve) => setTimeout(resolve, 150));
      return answer;
    });
    await open(galley);
    await waitFor(() => expect(drawn).not.toEqual([]));
    expect(drawn[0]).toBe(isRemembered ? 'two' : 'one');
  });

  it('comes without the article that cannot be read, and with the first one, and says so', async ({ galley }) => {
    await galley.newCode('War');
    await galley.newArticle('one', 'War.\n');
    const two = await galley.newArticle('two', 'Peace.\n');
    await galley.openArticle(two);
    await close(galley);
    hear((method, input, answer) =>
      method === 'documents.open' && (input as { document: string }).document === two ? Promise.reject(broken) : answer,
    );
    await open(galley);
    await waitFor(() => expect(openName()).toBe('one'));
    expect(codes()).toEqual(['War']);
    await waitFor(() => expect(useUi.getState().notices.map(({ text }) => text)).toContain(broken.message));
  });

  it('comes whole after the connection broke meanwhile', async ({ galley }) => {
    await galley.newCode('War');
    await galley.newArticle('one', 'War.\n');
    await close(galley);
    let isLost = true;
    hear((method, _, answer) => (isLost && method !== 'project.status' ? Promise.reject(lost) : answer));
    await open(galley);
    await waitFor(() => expect(currentProject()?.name).toBe('Test'));
    isLost = false;
    await loadProject();
    expect([codes(), openName()]).toEqual([['War'], 'one']);
  });

  it('has what changes meanwhile', async ({ galley }) => {
    await close(galley);
    const held = holdCodes();
    await open(galley);
    await waitFor(() => expect(held.asked()).toBe(true));
    await galley.newCode('War');
    await galley.client.call('project.rename', { name: 'Other' });
    expect(currentProject()).toBeNull();
    held.come();
    await waitFor(() => expect([currentProject()?.name, codes()]).toEqual(['Other', ['War']]));
  });

  it('has nothing of the one that it overtakes, and all of its own', async ({ galley }) => {
    await close(galley);
    const held = holdCodes();
    await create(galley, 'B');
    await waitFor(() => expect(held.asked()).toBe(true));
    for (const name of ['B1', 'B2', 'B3']) await galley.newCode(name);
    await create(galley, 'C');
    await waitFor(() => expect(currentProject()?.name).toBe('C'));
    await galley.newCode('C1');
    // Before the answer that was overtaken has come, too.
    await waitFor(() => expect(codes()).toEqual(['C1']));
    held.come();
    await galley.newCode('C2');
    await waitFor(() => expect(codes()).toEqual(['C1', 'C2']));
  });

  it('is gone when it is closed meanwhile', async ({ galley }) => {
    await close(galley);
    const held = holdCodes();
    await create(galley, 'B');
    await waitFor(() => expect(held.asked()).toBe(true));
    await galley.newCode('B1');
    await galley.client.call('project.close', {});
    await loadStatus();
    held.come();
    await loadStatus();
    expect([currentProject(), codes(), useUi.getState().notices]).toEqual([null, [], []]);
  });

  it('shows another coder who came meanwhile their own article, and keeps their place', async ({ galley }) => {
    const one = await galley.newArticle('one', 'War.\n');
    const two = await galley.newArticle('two', 'Peace.\n');
    await galley.actAs('Bo');
    await waitFor(() => expect(useRecords.getState().status?.coder?.name).toBe('Bo'));
    await galley.openArticle(one);
    const place = personal('lastDocument');
    await galley.actAs('Ada');
    await waitFor(() => expect(useRecords.getState().status?.coder?.name).toBe('Ada'));
    await galley.openArticle(two);
    await close(galley);
    const held = holdCodes();
    await open(galley);
    await waitFor(() => expect(held.asked()).toBe(true));
    await galley.client.call('coders.identify', { name: 'Bo' });
    await loadStatusSoon();
    held.come();
    await waitFor(() => expect([useRecords.getState().status?.coder?.name, openName()]).toEqual(['Bo', 'one']));
    expect(String(useSettings.getState().layout[place])).toContain(one);
  });

  it('is not closed by an answer that is older than another', async ({ galley }) => {
    await close(galley);
    let settings = (): void => undefined;
    const old = loadStatus(new Promise<void>((resolve) => (settings = resolve)));
    // Its answer is there; what it waits for is not.
    await galley.client.call('settings.read', {});
    await open(galley);
    await waitFor(() => expect(currentProject()?.name).toBe('Test'));
    settings();
    await old;
    expect(currentProject()?.name).toBe('Test');
  });
});

describe('what is asked for anew', () => {
  it('is dropped when another project has come meanwhile', async ({ galley }) => {
    const held = holdCodes();
    const anew = loadProject();
    await waitFor(() => expect(held.asked()).toBe(true));
    for (const name of ['A1', 'A2', 'A3']) await galley.newCode(name);
    await create(galley, 'C');
    await waitFor(() => expect(currentProject()?.name).toBe('C'));
    held.come();
    await anew;
    await galley.newCode('C1');
    await waitFor(() => expect(codes()).toEqual(['C1']));
  });
});

/** Until the window has heard of a status that the program told: `loadStatus` itself would wait for the project. */
async function loadStatusSoon(): Promise<void> {
  await client().call('project.status', {});
  await new Promise((resolve) => setTimeout(resolve));
}
