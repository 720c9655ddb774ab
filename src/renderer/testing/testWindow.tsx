import { format } from 'node:util';
import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { locale } from '#words/format.ts';
import { workerEntry } from '../../main/app/folders.ts';
import { builtWorkerEntry } from '../../main/app/testBuilt.ts';
import { answerText, wantedText } from '../../main/hosts/shared/texts.ts';
import { answerUpload, createUploads } from '../../main/hosts/shared/uploads.ts';
import { createTestProject } from '../../main/services/testProject.ts';
import type { TestProject } from '../../main/services/testProject.ts';
import type { Jobs } from '../../main/workers/job.ts';
import { createJobs } from '../../main/workers/pool.ts';
import type { Client } from '../../shared/api/client.ts';
import type { Id } from '../../shared/model/records.ts';
import { Dialogs } from '../frame/Dialogs.tsx';
import { followProgram, listenToPage, loadAtStart } from '../frame/begin.ts';
import { Notices } from '../frame/notices/Notices.tsx';
import { setClient } from '../state/client.ts';
import { openDocument } from '../state/load.ts';
import { emptyMirror, useRecords } from '../state/records.ts';
import { useSettings } from '../state/settings.ts';
import { useTasks } from '../state/tasks.ts';
import { openDialog, useUi } from '../state/ui.ts';
import type { OpenDialog } from '../state/ui.ts';

/**
 * The window on a real program: what is mounted asks the program through the direct carrier, and the program's changes come
 * back as in use. Nothing but carrier, page and sizes is made up.
 */
export type TestWindow = TestProject & {
  user: UserEvent;
  /** Imports a text as an article of this name. */
  newArticle(name: string, text: string): Promise<Id>;
  newCode(name: string, parent?: Id): Promise<Id>;
  /** Codes the first passage of the article that reads so; the acting coder's. */
  newCoding(article: Id, passage: string, code: Id): Promise<Id>;
  /** Makes somebody of this name the acting coder, known or new. */
  actAs(name: string): Promise<Id>;
  /** Shows an article as the reader does. */
  openArticle(article: Id): Promise<void>;
  /** Mounts a part of the window, with dialogs and notices beside it. */
  show(part: ReactNode): void;
  /** Opens a dialog as an action does; the part that was shown stays behind it. */
  open(dialog: OpenDialog): Promise<HTMLElement>;
  /** Presses Tab until the element has the focus. */
  tabTo(element: HTMLElement): Promise<void>;
  /** Presses keys, as `user-event` writes them: `{ArrowDown}`, `{Control>}k{/Control}`, letters. */
  press(keys: string): Promise<void>;
  /** Goes to a button by Tab and presses it by Enter. */
  pressButton(name: string | RegExp, within?: HTMLElement): Promise<void>;
  /** Goes to a field by Tab, empties it and types. */
  fill(label: string | RegExp, text: string, within?: HTMLElement): Promise<void>;
  /** Waits until no dialog is open and the focus is back where it was. */
  closed(): Promise<void>;
};

configure({
  reactStrictMode: true,
  asyncUtilTimeout: 5000,
  // Without the whole page, which fills screens.
  getElementError: (message) => new Error(message ?? 'not found'),
});

let isListening = false;
let jobs: Jobs | undefined;

/** Threads that all tests of a process use one after another: to start one takes longer than most of what they are asked for. */
function sharedJobs(): Jobs {
  jobs ??= createJobs({ workerEntry: builtWorkerEntry ?? workerEntry, workers: 2 });
  return jobs;
}

/** Opens the window on a new project without articles, in which Ada codes. `end` it after the test. */
export async function openTestWindow(): Promise<TestWindow> {
  if (!isListening) listenToPage();
  isListening = true;
  document.body.replaceChildren();
  beginAtKeys();
  useUi.setState(useUi.getInitialState(), true);
  useSettings.setState(useSettings.getInitialState(), true);
  useTasks.setState(useTasks.getInitialState(), true);
  useRecords.setState({ ...emptyMirror, status: null });
  unanswered = 0;
  const project = await createTestProject((own) => ({ ...sharedJobs(), close: own.close }));
  const hear = listenToComplaints();
  const stopServing = serve(project);
  followProgram(counted(project.client));
  await loadAtStart();
  return { ...project, ...makers(project), ...usedByKeys(), end: () => endWindow(project, stopServing, hear) };
}

/** React and the editor tell on the console what should not be; a test in which they do fails. Ends with what was told. */
function listenToComplaints(): () => readonly string[] {
  const { error } = console;
  const heard: string[] = [];
  console.error = (...parts: unknown[]) => void heard.push(format(...parts));
  return () => {
    console.error = error;
    return heard;
  };
}

/** react-aria moves the focus in other ways after a mouse or a screen reader; a test before may have ended with one. */
function beginAtKeys(): void {
  fireEvent.keyDown(document.body, { key: 'F24' });
  fireEvent.keyUp(document.body, { key: 'F24' });
}

async function endWindow(project: TestProject, stopServing: () => void, hear: () => readonly string[]): Promise<void> {
  cleanup();
  // What the window still writes later (a layout, a draft) has nobody left to hear it.
  setClient({ ...project.client, call: () => new Promise(() => undefined) } as Client);
  stopServing();
  await project.end();
  const heard = hear();
  if (heard.length > 0) throw new Error(`the console was told:\n${heard.join('\n')}`);
}

/** Answers what the window asks outside the calls, as hosts do: texts, and files that are handed over. */
function serve({ app }: TestProject): () => void {
  const { fetch } = globalThis;
  const uploads = createUploads(app.grants);
  globalThis.fetch = async (address, init) => {
    const { pathname, searchParams } = new URL(address instanceof Request ? address.url : address, 'http://127.0.0.1/');
    const document = wantedText(pathname);
    if (document !== null) {
      const { body, ...answer } = await answerText(app, document);
      return new Response(body, answer);
    }
    const bytes = new Uint8Array(await new Response(init?.body).arrayBuffer());
    const delivery = { path: searchParams.get('path'), body: streamOf(bytes), announced: bytes.byteLength };
    const { status, json } = await answerUpload(uploads, delivery, () => undefined);
    return new Response(json, { status });
  };
  return () => {
    globalThis.fetch = fetch;
    uploads.remove();
  };
}

async function* streamOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** What the window has asked and is not answered yet. */
let unanswered = 0;

function counted(client: Client): Client {
  return {
    ...client,
    call: async (method, input) => {
      unanswered += 1;
      try {
        return await client.call(method, input);
      } finally {
        unanswered -= 1;
      }
    },
  };
}

/** Real ones, also where a test makes up the time. */
const { setTimeout: later, requestAnimationFrame: atFrame } = globalThis;
const turn = (): Promise<void> => new Promise((resolve) => void later(resolve, 0));

/**
 * Waits until the window has its answers and has asked nothing more, as a person waits to see what a key did. What takes long, or is
 * held up by a test, is not waited for.
 */
async function settled(): Promise<void> {
  for (let quiet = 0, turns = 0; quiet < 2 && turns < 100; turns += 1) {
    await turn();
    quiet = unanswered === 0 ? quiet + 1 : 0;
  }
  await focusGivenBack();
}

/** What closes gives the focus back with the next frame; keys that come before would go to the page. */
async function focusGivenBack(): Promise<void> {
  if (document.activeElement === document.body) await new Promise((resolve) => void atFrame(resolve));
}

type Makers = Pick<TestWindow, 'newArticle' | 'newCode' | 'newCoding' | 'actAs' | 'openArticle'>;

function makers({ client, app, put }: TestProject): Makers {
  return {
    async newArticle(name, text) {
      const files = [app.grants.grant(put(`${name}.txt`, text))];
      const { documents } = await client.run('imports.start', { files });
      const [made] = documents;
      if (!made) throw new Error(`“${name}” was not imported`);
      return made.id;
    },
    async newCode(name, parent) {
      return (await client.call('codes.create', { name, parent: parent ?? null })).id;
    },
    async newCoding(article, passage, code) {
      const { text } = await client.call('documents.text', { document: article });
      const start = text.indexOf(passage);
      if (start < 0) throw new Error(`the article does not say “${passage}”`);
      const end = start + passage.length;
      return (await client.call('annotations.create', { document: article, code, start, end })).id;
    },
    async actAs(name) {
      const { id } = await client.call('coders.identify', { name });
      await settled();
      return id;
    },
    async openArticle(article) {
      await act(() => openDocument(article));
      await settled();
    },
  };
}

type Hands = Omit<TestWindow, keyof TestProject | keyof Makers>;

function usedByKeys(): Hands {
  const user = userEvent.setup();
  const tabTo: Hands['tabTo'] = async (element) => {
    for (let presses = 0; presses < 150; presses += 1) {
      if (document.activeElement === element) return;
      await user.tab();
    }
    throw new Error(`Tab does not come to ${element.outerHTML.slice(0, 200)}`);
  };
  const show: Hands['show'] = (part) => {
    render(
      <I18nProvider locale={locale}>
        {part}
        <Dialogs />
        <Notices />
      </I18nProvider>,
    );
  };
  return {
    user,
    show,
    tabTo,
    async open(dialog) {
      if (document.body.childElementCount === 0) show(null);
      act(() => openDialog(dialog));
      return waitFor(() => screen.queryByRole('alertdialog') ?? screen.getByRole('dialog'));
    },
    async press(keys) {
      await user.keyboard(keys);
      await settled();
    },
    async pressButton(name, inside = document.body) {
      await tabTo(await within(inside).findByRole('button', { name }));
      await user.keyboard('{Enter}');
      await settled();
    },
    async fill(label, text, inside = document.body) {
      const field = await within(inside).findByLabelText<HTMLInputElement>(label);
      await tabTo(field);
      await user.clear(field);
      if (text !== '') await user.keyboard(text.replace(/[[{]/g, '$&$&'));
    },
    async closed() {
      await waitFor(() => {
        if (screen.queryByRole('dialog') ?? screen.queryByRole('alertdialog')) throw new Error('a dialog is open');
      });
      await focusGivenBack();
    },
  };
}
