/** Runs many command lines in one process and prints what each wrote, as JSON. For tests of the words alone. */
import { readFileSync } from 'node:fs';
import { nodePlatform } from '../../../app/folders.ts';
import { programVersion } from '../../shared/version.ts';
import { runCommandLine } from '../run.ts';
import type { Terminal } from '../terminal.ts';

export type Spoken = { words: string[]; status: number; text: string };

const lines = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as string[][];
const spoken: Spoken[] = [];
for (const words of lines) {
  let text = '';
  const terminal: Terminal = {
    folder: process.cwd(),
    out: (part) => void (text += part),
    flushed: () => Promise.resolve(true),
    note: (line) => void (text += `${line}\n`),
    status: null,
    onInterrupt: () => () => undefined,
  };
  const status = await runCommandLine(words, terminal, nodePlatform('cli', programVersion(), { forgetful: true }));
  spoken.push({ words, status, text });
}
process.stdout.write(JSON.stringify(spoken));
