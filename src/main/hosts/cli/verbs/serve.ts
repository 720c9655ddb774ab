import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveVerbWords } from '#words/cli/serve.ts';
import type { Call, Verb } from '../verb.ts';

export const serveVerb: Verb = {
  name: 'serve',
  words: '[P.galley]',
  least: 0,
  most: 1,
  summary: serveVerbWords.summary,
  details: serveVerbWords.details,
  options: { port: { value: 'N', help: serveVerbWords.help.port } },
  run: serve,
};

/** A program of its own: it is the same whoever starts it. */
async function serve(call: Call): Promise<0 | 1> {
  const port = call.value('port');
  const child = spawn(
    process.execPath,
    [
      loopbackProgram(call.platform.workerEntry),
      '--serve',
      ...(port === undefined ? [] : ['--port', port]),
      ...call.words.map((path) => resolve(call.terminal.folder, path)),
    ],
    { stdio: 'inherit', cwd: call.terminal.folder },
  );
  // The child has the last word. A terminal sends Ctrl+C to it as well, and asking twice would mean “do not wait”.
  const deaf = call.terminal.onInterrupt((signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill('SIGTERM');
  });
  try {
    return await new Promise((done, fail) => {
      child.on('error', fail);
      child.on('exit', (status) => done(status === 0 ? 0 : 1));
    });
  } finally {
    deaf();
  }
}

/** The loopback host stands beside the worker's module: in the built program and in the source tree alike. */
function loopbackProgram(workerEntry: URL): string {
  const place = workerEntry.pathname.endsWith('.ts') ? '../hosts/loopback/main.ts' : './loopback.js';
  return fileURLToPath(new URL(place, workerEntry));
}
