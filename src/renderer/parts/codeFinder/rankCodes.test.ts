import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCodeTree } from '../../../shared/model/codeTree.ts';
import { plainCode } from '../../../shared/model/records.ts';
import type { Code } from '../../../shared/model/records.ts';
import { indexCodes, markedRuns, rankCodes } from './rankCodes.ts';

let position = 0;
const code = (id: string, parent: string | null, name: string, key: string | null = null): Code => ({
  id,
  parent,
  name,
  ...plainCode,
  hue: 1,
  pattern: 'plain',
  key,
  position: (position += 1),
});

const book = [
  code('f', null, 'Frames'),
  code('conflict', 'f', 'Conflict', '1'),
  code('economic', 'f', 'Economic consequences', '2'),
  code('s', null, 'Sources'),
  code('union', 's', 'Union, quoted', '0'),
  code('company', 's', 'Company, quoted'),
  code('c', null, 'Claims'),
  code('unverified', 'c', 'Unverified figure', '7'),
  code('arabic', null, 'الصراع بين النقابة والشركة'),
];
const index = indexCodes(buildCodeTree(book));
const find = (query: string, recent: string[] = [], limit = 50) =>
  rankCodes(index, query, recent, limit).map(({ node }) => node.code.id);

test('codes that are not offered are not found, and those below them keep their paths', () => {
  const archived = book.map((one) => (one.id === 'f' || one.id === 'union' ? { ...one, archived: true } : one));
  const some = indexCodes(buildCodeTree(archived), (one) => !one.archived);
  const found = (query: string, recent: string[] = []) => rankCodes(some, query, recent, 50);
  expect(found('', ['union', 'f']).map(({ node }) => node.code.id)).not.toContain('union');
  expect(found('union', ['union'])).toEqual([]);
  expect(found('0')).toEqual([]);
  expect(found('frames conf')[0]?.node.path).toBe('Frames / Conflict');
});

describe('with nothing typed', () => {
  test('recent codes come first, then pinned ones by digit, then the rest', () => {
    expect(find('', ['company', 'gone', 'union'])).toEqual([
      'company',
      'union',
      'conflict',
      'economic',
      'unverified',
      'f',
      's',
      'c',
      'arabic',
    ]);
    expect(find('', [], 2)).toEqual(['conflict', 'economic']);
  });
});

describe('with letters typed', () => {
  test('the code that is meant comes first', () => {
    expect(find('unver')[0]).toBe('unverified');
    expect(find('econ')[0]).toBe('economic');
    expect(find('conf')[0]).toBe('conflict');
    expect(find('صراع')[0]).toBe('arabic');
  });

  test('a name counts more than the path above it', () => {
    expect(find('frames')[0]).toBe('f');
    expect(find('frames')).toContain('conflict');
    expect(find('frames conf')[0]).toBe('conflict');
    expect(find('frames / conf')[0]).toBe('conflict');
  });

  test('of two that match alike, the one used lately comes first', () => {
    expect(find('quoted', ['company']).slice(0, 2)).toEqual(['company', 'union']);
    expect(find('quoted', ['union']).slice(0, 2)).toEqual(['union', 'company']);
  });

  test('equal matches stand in tree order', () => {
    expect(find('quoted')).toEqual(['union', 'company']);
  });

  test('letters that happen to occur in this order do not crowd out what was meant', () => {
    expect(find('conflict')).toEqual(['conflict']);
  });

  test('a digit finds its code', () => {
    expect(find('7')).toEqual(['unverified']);
    expect(find('0')[0]).toBe('union');
  });

  test('what matches nothing finds nothing', () => {
    expect(find('zzzz')).toEqual([]);
  });

  test('the marked letters spell the query', () => {
    const [first] = rankCodes(index, 'unver', [], 1);
    const marked = markedRuns(first?.node.path ?? '', first?.marks ?? []).filter((run) => run.isMarked);
    expect(marked.map((run) => run.text)).toEqual(['Unver']);
  });
});

test('among 5,000 codes that match alike, one used lately is found', () => {
  const many = Array.from({ length: 5000 }, (_, n) => code(`m${n}`, null, `Theme ${n} of the harbour strike`));
  const large = indexCodes(buildCodeTree(many));
  expect(rankCodes(large, 't', ['m4321'], 10)[0]?.node.code.id).toBe('m4321');
});

test('runs put together are the text again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat(30)), (text, marks) => {
      const runs = markedRuns(text, marks);
      expect(runs.map((run) => run.text).join('')).toBe(text);
      for (const [n, run] of runs.entries()) expect(run.isMarked).not.toBe(runs[n - 1]?.isMarked);
    }),
  );
});
