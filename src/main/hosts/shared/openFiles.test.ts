import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../shared/api/client.ts';
import type { Client } from '../../../shared/api/client.ts';
import { directTransport } from '../../app/direct.ts';
import { startProgram } from '../conformance/carrier.ts';
import type { TestProgram } from '../conformance/carrier.ts';
import { openFiles } from './openFiles.ts';

let program: TestProgram;
let client: Client;
beforeEach(() => {
  program = startProgram();
  client = createClient(directTransport(program.app));
});
afterEach(() => program.remove());

const open = (...files: string[]): Promise<void> => openFiles(program.app, files, program.folder);
const name = async (): Promise<string | undefined> => (await client.call('project.status', {})).project?.name;

async function documents(count: number): Promise<string[]> {
  for (;;) {
    const { rows, all } = await client.call('documents.list', { offset: 0, limit: 100 });
    if (all >= count) return rows.map((row) => row.name);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function write(path: string, text: string): string {
  writeFileSync(join(program.folder, path), text);
  return path;
}

describe('files on a command line', () => {
  it('open nothing when there are none', async () => {
    await open();
    expect(await name()).toBeUndefined();
  });

  it('make a new project, named after the first of them', async () => {
    await open(write('Harbour strike.txt', 'One.'), write('second.txt', 'Two.'));
    expect(await name()).toBe('Harbour strike');
    expect(await documents(2)).toHaveLength(2);
  });

  it('make a project of a folder too, whatever dots its name has', async () => {
    mkdirSync(join(program.folder, 'v1.2 articles'));
    write('v1.2 articles/a.txt', 'One.');
    await open('v1.2 articles');
    expect(await name()).toBe('v1.2 articles');
    expect(await documents(1)).toHaveLength(1);
  });

  it('never touch a project that is there already, but number the new one', async () => {
    const file = write('News.txt', 'One.');
    await open(file);
    await documents(1);
    await open(file);
    expect(await name()).toBe('News 2');
    await open(file);
    expect(await name()).toBe('News 3');
  });

  it('open a project, and import the texts that are named with it', async () => {
    await open(write('News.txt', 'One.'));
    await documents(1);
    const project = join('projects', 'News.galley');
    await client.call('project.close', {});
    await open(project);
    expect(await name()).toBe('News');
    await client.call('project.close', {});
    await open(write('more.txt', 'Two.'), project);
    expect(await name()).toBe('News');
    expect(await documents(2)).toHaveLength(2);
  });

  it('are refused all together when one is missing, or when they name two projects', async () => {
    write('a.txt', 'One.');
    await expect(open('a.txt', 'missing.txt')).rejects.toMatchObject({ code: 'not-found' });
    await expect(open('a.galley', 'b.GALLEY')).rejects.toMatchObject({ code: 'bad-input' });
    expect(await name()).toBeUndefined();
  });

  it('are refused when what is called a project is none', async () => {
    await expect(open(write('fake.galley', 'not a database'))).rejects.toMatchObject({ code: 'not-a-project' });
  });
});
