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

function lineOf(kind: LossKind, file: CodebookFile): string | null {
  const { codes } = file;
  switch (kind) {
    case 'anchors': {
      const anchored = codes.flatMap(({ examples }) => examples ?? []).filter(({ anchor }) => anchor !== null).length;
      return line(
        anchored,
        'example keeps its words, but not the place',
        'examples keep their words, but not the places',
      );
    }
    case 'variables':
      return line(file.variables.length, 'variable is left out', 'variables are left out');
    case 'patterns':
      return line(
        codes.filter(({ pattern }) => pattern === 'striped').length,
        'code loses its stripes',
        'codes lose their stripes',
      );
    case 'keys':
      return line(
        codes.filter(({ key }) => key !== undefined && key !== null).length,
        'code loses its key',
        'codes lose their keys',
      );
    case 'archived':
      return line(
        codes.filter(({ archived }) => archived).length,
        'archived code looks like any other',
        'archived codes look like any other',
      );
    case 'characters':
      return line(
        countCharacters(file),
        'control character, which XML cannot hold, becomes �',
        'control characters, which XML cannot hold, become �',
      );
    case 'reading':
      return 'This document is for people: Galley cannot read it back';
  }
}

function line(count: number, one: string, many: string): string | null {
  if (count === 0) return null;
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}

function countCharacters({ codes, sets }: CodebookFile): number {
  const texts = codes.flatMap((code) => [
    ...code.path,
    code.definition ?? '',
    code.include ?? '',
    code.exclude ?? '',
    ...(code.examples ?? []).map(({ quote }) => quote),
  ]);
  return [...texts, ...sets.map(({ name }) => name)].reduce((sum, text) => sum + countUnwritable(text), 0);
}
