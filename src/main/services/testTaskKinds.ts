import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { MethodOf, Result } from '../../shared/api/contract.ts';
import type { FileRef } from '../../shared/api/files.ts';
import type { TestProject } from './testProject.ts';

/** Kinds of tasks, with work for them in a project of two articles that Ada and Ben have coded alike and two web pages, for tests. */

/** Where the work takes place. `files` are the sources of its articles, by the paths that they are imported under. */
export type Stage = {
  project: TestProject;
  /** The project's file. */
  path: string;
  files: Map<string, Buffer>;
  /** How many files an import brings: more than are read in one go. */
  imported: number;
  ids: {
    strike: string;
    /** The row number of the text of that. */
    strikeText: number;
    one: string;
    two: string;
    frames: string;
    conflict: string;
    coders: [string, string];
  };
};

/** One piece of work, told apart from others of its kind by a mark. */
export type Work<M extends MethodOf<'task'>> = {
  input: object;
  /** Holds the result, and what is in the project and on the disk, against what was asked for. */
  check(result: Result<M>): Promise<void> | void;
  /** Looks that nothing is there of work that was cancelled or failed. */
  absent(): Promise<void> | void;
  /** Input with which the work fails. */
  failing?: object;
};

export type TaskKind<M extends MethodOf<'task'>> = {
  prepare(stage: Stage, mark: string): Work<M>;
  /** The work ends with a command, one step to undo; other kinds write no records. */
  writes?: true;
  /** The work needs a project that holds nothing. */
  inEmpty?: true;
  /** Two of the kind write the same, so that what one leaves out is there through the other. */
  isShared?: true;
};

export type TaskKinds = { [M in MethodOf<'task'>]: TaskKind<M> };

export const missing = '01890000-0000-7000-8000-000000000000';
export const bridgeNote =
  'A correction was made to an earlier version of this report, which gave a wrong number of votes.';
/** A web page with a passage that is left out of its text as no part of the article. Two works change two of them. */
export function bridgePage(name: string): string {
  const said = 'The council argued about the bridge for hours, and nothing came of it. '.repeat(4);
  const paragraphs = [1, 2, 3].map((number) => `<p>Paragraph ${number}. ${said}</p>`).join('');
  return `<!doctype html><html lang="en"><head><title>${name}</title></head><body><article><h1>${name}</h1>
${paragraphs}</article><footer><div class="footer-note"><p>${bridgeNote}</p></div></footer></body></html>`;
}
/** A picture of one pixel. */
export const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

export const reads = { absent: (): void => undefined };

export function put({ project }: Stage, name: string, content: string): FileRef {
  return project.app.grants.grant(project.put(name, content));
}

/** A folder to write to, and a file in the place of one, which makes writing fail. */
export function places({ project }: Stage, mark: string): { path: string; folder: FileRef; blocked: FileRef } {
  const path = join(project.folder, `${mark} out`);
  mkdirSync(path);
  return {
    path,
    folder: project.app.grants.grant(path),
    blocked: project.app.grants.grant(project.put(`${mark} blocked`, '')),
  };
}

export function noFiles(path: string): void {
  expect(existsSync(path) ? readdirSync(path) : []).toEqual([]);
}

export async function codeNames({ project }: Stage): Promise<string[]> {
  return (await project.client.call('codes.list', {})).codes.map(({ name }) => name);
}

/** The words of all codings of a code or a coder. */
export async function quotes({ project }: Stage, filter: { code?: string; coder?: string }): Promise<string[]> {
  const { rows } = await project.client.call('segments.list', { ...filter, offset: 0, limit: 100 });
  return rows.map(({ quote }) => quote).sort();
}
