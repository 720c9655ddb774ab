import { codebookFilesWords as words } from '#words/core/codebookFiles.ts';
import type { CodebookFile } from './entry.ts';
import { countUnwritable } from './qdc/writer.ts';

export const lossKinds = ['anchors', 'variables', 'patterns', 'keys', 'archived', 'characters', 'reading'] as const;
export type LossKind = (typeof lossKinds)[number];

/** Something that a format cannot hold, and a line that says so to the person who is about to write it. */
export type Loss = { kind: LossKind; line: string };

const lossesOf: Readonly<Record<string, readonly LossKind[]>> = {
  csv: [],
  json: [],
  qdc: ['variables', 'anchors', 'patterns', 'keys', 'archived', 'characters'],
  html: ['reading'],
  docx: ['reading'],
};

/**
 * What a codebook would lose in a format (`csv`, `json`, `qdc`, `html`, `docx`), before it is written; none when it loses
 * nothing.
 */
export function losses(format: string, file: CodebookFile): Loss[] {
  return (lossesOf[format] ?? []).flatMap((kind) => {
    const line = lineOf(kind, file);
    return line === null ? [] : [{ kind, line }];
  });
}

function lineOf(kind: LossKind, { codes, sets, variables }: CodebookFile): string | null {
  switch (kind) {
    case 'anchors': {
      const anchored = codes.flatMap(({ examples }) => examples ?? []).filter(({ anchor }) => anchor !== null);
      return ifAny(anchored.length, (examples) => words.lostAnchors({ examples }));
    }
    case 'variables':
      return ifAny(variables.length, (count) => words.lostVariables({ variables: count }));
    case 'patterns': {
      const striped = codes.filter(({ pattern }) => pattern === 'striped');
      return ifAny(striped.length, (count) => words.lostStripes({ codes: count }));
    }
    case 'keys': {
      const pinned = codes.filter(({ key }) => key !== undefined && key !== null);
      return ifAny(pinned.length, (count) => words.lostKeys({ codes: count }));
    }
    case 'archived':
      return ifAny(codes.filter(({ archived }) => archived).length, (count) => words.lostArchived({ codes: count }));
    case 'characters':
      return ifAny(countCharacters({ codes, sets }), (characters) => words.lostCharacters({ characters }));
    case 'reading':
      return words.notReadBack;
  }
}

function ifAny(count: number, line: (count: number) => string): string | null {
  return count === 0 ? null : line(count);
}

function countCharacters({ codes, sets }: Pick<CodebookFile, 'codes' | 'sets'>): number {
  const texts = codes.flatMap((code) => [
    ...code.path,
    code.definition ?? '',
    code.include ?? '',
    code.exclude ?? '',
    ...(code.examples ?? []).map(({ quote }) => quote),
  ]);
  return [...texts, ...sets.map(({ name }) => name)].reduce((sum, text) => sum + countUnwritable(text), 0);
}
