import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';

/**
 * The environment for a child: the chosen Node comes first on the path, so that whatever the child starts by the name
 * `node` is that one too.
 * @param {string} node absolute path of the Node to put first
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function withNodeFirst(node, env = process.env) {
  const result = { ...env };
  // Windows spells it "Path", and a plain copy of the environment no longer ignores case.
  const key = Object.keys(result).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const folder = dirname(node);
  const rest = (result[key] ?? '').split(delimiter).filter((entry) => entry !== '' && entry !== folder);
  result[key] = [folder, ...rest].join(delimiter);
  // Set in the terminals of some editors; it would turn Electron into a plain Node.
  delete result.ELECTRON_RUN_AS_NODE;
  return result;
}

/**
 * The status a shell would show.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitStatus(code, signal) {
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}

/**
 * Passes the signals that reach this process on to the child, and keeps this process alive until the child has ended.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} stops passing on
 */
function passSignals(child) {
  const handlers = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']).map((signal) => {
    const handler = () => {
      // A terminal sends Ctrl+C to the child as well, and twice would mean "stop at once" to some programs.
      if (signal === 'SIGINT' && (process.stdin.isTTY || process.platform === 'win32')) return;
      child.kill(signal);
    };
    process.on(signal, handler);
    return /** @type {const} */ ([signal, handler]);
  });
  return () => handlers.forEach(([signal, handler]) => process.off(signal, handler));
}

/**
 * Runs a program in the place of this one: same terminal, same signals.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} [options]
 * @returns {Promise<{ status: number, signal: NodeJS.Signals | null }>}
 */
export function runThrough(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const stop = passSignals(child);
    child.on('error', (error) => {
      stop();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      stop();
      resolve({ status: exitStatus(code, signal), signal });
    });
  });
}

/**
 * Runs a program to its end and keeps what it prints, both streams in the order of arrival.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number, echo?: NodeJS.WritableStream }} [options]
 *   `timeout` in milliseconds, after which the program is killed; `echo` also gets everything as it comes
 * @returns {Promise<{ status: number, output: string }>} status 127 where the program cannot be started
 */
export function runCaptured(command, args, { echo, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], killSignal: 'SIGKILL' });
    const stop = passSignals(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        echo?.write(text);
      });
    }
    child.on('error', (error) => {
      stop();
      resolve({ status: 127, output: `${output}${error.message}\n` });
    });
    child.on('close', (code, signal) => {
      stop();
      resolve({ status: exitStatus(code, signal), output });
    });
  });
}
