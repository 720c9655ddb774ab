import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?<!\.test)\.ts$/u.test(file),
);

/** Sentences whose number is never 1 (limits, and what is there twice), or whose 1 stands here for a name. */
const neverOne = new Set(
  `unite lostCoders exampleTooLong exampleDoubt severalParents textTooLong severalDocuments tooManyParts nameTooLong zipTooLarge folderTooLarge tooManyFiles manyCodes longName longPath labelsAlike kindTooLongForExcel excelTextCut severalArticles changesOfOthers listed ownAlone fewArticles allStillRight firstValues removeBelow undefinedDraws`.split(
    /\s+/u,
  ),
);

type Sentence = { name: string; of: (...values: readonly unknown[]) => unknown };

function sentencesIn(value: unknown, name: string): Sentence[] {
  if (typeof value === 'function') return [{ name, of: value as Sentence['of'] }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => sentencesIn(part, `${name}.${key}`));
}

/** Whatever is asked of it is the number. */
const all = (value: number): object =>
  new Proxy({}, { get: (_, key) => (typeof key === 'symbol' ? undefined : value) });

/** What a sentence says of one thing, told of it in the ways that sentences are told. */
function ofOne({ of }: Sentence): string[] {
  const told = [1, all(1), 'x', ['x'], null].flatMap((first) =>
    [1, 'x', null].map((rest) => [first, rest, rest, rest]),
  );
  return told.flatMap((values) => {
    try {
      const said = of(...values);
      return typeof said === 'string' ? [said] : [];
    } catch {
      return [];
    }
  });
}

/** The nouns and verbs that stand for several in the words themselves, and the verbs that may follow a bare number. */
function pluralWords(): Set<string> {
  const words = new Set(['are', 'were', 'have', 'do', 'go', 'stay', 'follow', 'stand', 'become', 'overlap']);
  for (const file of files)
    for (const [, one = '', many = ''] of readFileSync(new URL(file, folder), 'utf8').matchAll(
      /(?:count|some)\([^,]+, '([^' ]+)[^']*', '([^' ]+)[^']*'\)/gu,
    ))
      if (one !== many) words.add(many);
  return words;
}

describe('English words', () => {
  it('say of one thing what is said of one', async () => {
    const modules = await Promise.all(files.map(async (file) => (await import(new URL(file, folder).href)) as unknown));
    const sentences = modules.flatMap((module) => sentencesIn(module, ''));
    const several = new RegExp(
      `(?<![\\d.,])1 (?:(?:more|further|later|other) )?(?:${[...pluralWords()].join('|')})(?!\\p{L})`,
      'u',
    );
    const wrong = sentences.flatMap((sentence) => {
      if (neverOne.has(sentence.name.replace(/^.*\./u, ''))) return [];
      return ofOne(sentence)
        .filter((said) => several.test(said))
        .map((said) => `${sentence.name}: ${said}`);
    });
    expect(sentences.length).toBeGreaterThan(1000);
    expect([...new Set(wrong)]).toEqual([]);
  });
});
