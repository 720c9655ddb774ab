import { commandLineWords } from '#words/cli/commandLine.ts';
import { toldFault } from '../../app/wire.ts';
import { visible } from '../../../shared/text/visible.ts';

/** Where the command line reads and writes. */
export type Terminal = {
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** Answers go here, and nothing else does. */
  out(text: string): void;
  /** Waits until whoever reads the answers has room for more. False: nobody reads them any more. */
  flushed(): Promise<boolean>;
  /** What a person should know besides the answer; one line. */
  note(line: string): void;
  /** A line on the screen that the next one overwrites ('' clears it); null where nobody would see it. */
  readonly status: ((line: string) => void) | null;
  /**
   * Calls back on the first Ctrl+C or its like that comes before the returned function is called. As long as somebody listens,
   * work that does not wait holds the signal back; otherwise, and from the second signal on, it ends the process at once.
   */
  onInterrupt(stop: (signal: NodeJS.Signals) => void): () => void;
};

/** The terminal of this process. */
export function processTerminal(): Terminal {
  let closed = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    closed = true;
    // Whoever reads has seen enough (`galley log P | head`): that is no fault of the command.
    if (error.code === 'EPIPE') return;
    const fault = toldFault(error);
    const why = fault instanceof Error ? fault.message : String(fault);
    process.stderr.write(`galley: ${commandLineWords.notAllPrinted({ why: oneLine(why) })}\n`);
    // What the command did is done; its answer is not all there.
    process.once('exit', () => (process.exitCode ||= 1));
  });
  return {
    folder: process.cwd(),
    out(text) {
      if (!closed) process.stdout.write(text);
    },
    async flushed() {
      const { stdout } = process;
      if (!closed && stdout.writableNeedDrain) {
        await new Promise<void>((resolve) => {
          const go = (): void => {
            stdout.off('drain', go).off('close', go).off('error', go);
            resolve();
          };
          stdout.on('drain', go).on('close', go).on('error', go);
        });
      } else {
        await new Promise<void>((resolve) => setImmediate(resolve)); // a reader who has left is told of here
      }
      return !closed;
    },
    note: (line) => void process.stderr.write(`${visible(line)}\n`),
    status: process.stderr.isTTY ? (line) => void process.stderr.write(`\r\u001b[2K${visible(line)}`) : null,
    onInterrupt,
  };
}

/** Once the first request to stop is passed on nothing listens any more, so that the second one does not wait. */
function onInterrupt(stop: (signal: NodeJS.Signals) => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const leave = (): void => {
    for (const signal of signals) process.off(signal, listen);
  };
  const listen = (signal: NodeJS.Signals): void => {
    leave();
    stop(signal);
  };
  for (const signal of signals) process.on(signal, listen);
  return leave;
}

/** Rows as lines with aligned columns. Columns of figures (named by their index) are set to the right. */
export function alignColumns(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)));
  }
  const lines = rows.map((row) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return right.includes(index) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  return lines.map((line) => `${line}\n`).join('');
}

/** Any text as part of one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
