import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import config from '../../playwright.config.ts';

/**
 * A page that nobody listens in on. Playwright has every message of a web socket copied to itself, which for a text of
 * 5 MB takes the page longer than showing it; this one only evaluates and clicks.
 */
export type QuietPage = {
  /** Runs a function in the page; its argument and its answer are plain JSON. */
  evaluate<A, T>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  click(x: number, y: number): Promise<void>;
  bringToFront(): Promise<void>;
};

type Reply = { id?: number; result?: unknown; error?: { message: string } };

type Connection = { call(method: string, parameters: object): Promise<unknown> };

async function connectTo(address: string): Promise<Connection> {
  const socket = new WebSocket(address);
  await new Promise((open, failed) => {
    socket.addEventListener('open', open);
    socket.addEventListener('error', failed);
  });
  const waiting = new Map<number, (reply: Reply) => void>();
  socket.addEventListener('message', ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply; // the protocol's form
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  let last = 0;
  const call: Connection['call'] = async (method, params) => {
    const id = ++last;
    const answered = new Promise<Reply>((done) => waiting.set(id, done));
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answered;
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  return { call };
}

async function connect(address: string): Promise<QuietPage> {
  const { call } = await connectTo(address);
  return {
    async evaluate<A, T>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T> {
      const expression = `(${run.toString()})(${JSON.stringify(argument)})`;
      const answer = (await call('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as {
        result: { value: T };
        exceptionDetails?: object;
      }; // what the protocol answers
      if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails));
      return answer.result.value;
    },
    async click(x, y) {
      for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) {
        const pressed = type === 'mouseMoved' ? {} : { button: 'left', clickCount: 1 };
        await call('Input.dispatchMouseEvent', { type, x, y, ...pressed });
      }
    },
    async bringToFront() {
      await call('Page.bringToFront', {});
    },
  };
}

/** Whether a page that was just opened is there; while it comes there is nothing yet to evaluate in. */
async function isLoaded(page: QuietPage): Promise<boolean> {
  try {
    return await page.evaluate(() => location.href !== 'about:blank' && document.readyState === 'complete', null);
  } catch {
    return false;
  }
}

/** Starts the browser of the end-to-end tests without anything attached to it. */
export async function openQuietBrowser(): Promise<{
  open(address: string): Promise<QuietPage>;
  close(): Promise<void>;
}> {
  const { executablePath, args = [] } = config.projects?.[0]?.use?.launchOptions ?? {};
  if (executablePath === undefined) throw new Error('this benchmark needs a Chromium of the system');
  const home = mkdtempSync(join(tmpdir(), 'galley-bench-browser-'));
  const own = ['--headless', '--remote-debugging-port=0', '--window-size=1440,900', '--no-first-run', '--mute-audio'];
  const process = spawn(executablePath, [...args, ...own, `--user-data-dir=${home}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const endpoint = await new Promise<string>((resolve, failed) => {
    process.stderr.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      const [found] = /ws:\/\/127\.0\.0\.1:\d+\/devtools\/browser\/[\w-]+/u.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    process.on('close', () => failed(new Error(`the browser ended: ${said}`)));
  });
  const origin = `ws://${new URL(endpoint).host}`;
  const control = await connectTo(endpoint);
  return {
    async open(address) {
      // A window of its own: a page that is behind another one in a window draws no frames.
      const { targetId } = (await control.call('Target.createTarget', { url: address, newWindow: true })) as {
        targetId: string;
      }; // the protocol's form
      const page = await connect(`${origin}/devtools/page/${targetId}`);
      while (!(await isLoaded(page))) await new Promise((tick) => setTimeout(tick, 50));
      return page;
    },
    async close() {
      const gone = new Promise((done) => process.on('close', done));
      process.kill('SIGTERM');
      await gone;
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
