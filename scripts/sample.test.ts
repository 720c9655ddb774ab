import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

/** The shape of `resources/sample/sample.json`; strict, so that a misspelt key is found. */
const sampleSchema = z.strictObject({
  name: z.string().min(1),
  documents: z.array(
    z.strictObject({
      file: z.string().regex(/^articles\/\d{2}-[a-z0-9-]+\.txt$/),
      name: z.string().min(1),
      facts: z.strictObject({
        site: z.string().min(1),
        date: z.iso.date(),
        byline: z.string().min(1),
        section: z.string().min(1),
        url: z.url({ protocol: /^https$/, hostname: /\.example$/ }),
      }),
      language: z.enum(['en', 'de', 'es', 'ar']),
      direction: z.enum(['ltr', 'rtl']),
    }),
  ),
  codes: z.array(
    z.strictObject({
      path: z.string().min(1),
      color: z.int().min(1).max(12),
      pattern: z.enum(['plain', 'striped']),
      key: z
        .string()
        .regex(/^[0-9]$/)
        .optional(),
      definition: z.string().min(40),
    }),
  ),
  coders: z.array(z.string().min(1)),
  annotations: z.array(
    z.strictObject({
      document: z.string(),
      coder: z.string(),
      code: z.string(),
      quote: z.string().min(1),
      occurrence: z.int().min(1),
      memo: z.string().min(1).optional(),
    }),
  ),
});
type Sample = z.infer<typeof sampleSchema>;
type Annotation = Sample['annotations'][number];

interface PlacedAnnotation extends Annotation {
  /** Half-open, in UTF-16 code units of the document's text. */
  readonly start: number;
  readonly end: number;
}

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'resources', 'sample');
const sample = sampleSchema.parse(JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8')));
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const texts = new Map(
  sample.documents.map((document) => [document.file, strictUtf8.decode(readFileSync(join(folder, document.file)))]),
);

function textOf(file: string): string {
  const text = texts.get(file);
  if (text === undefined) throw new Error(`No document of the sample has the file ${file}.`);
  return text;
}

/** Start of the `occurrence`-th (1-based) place of `quote` in `text`; places may overlap; -1 when there are fewer. */
function placeOf(text: string, quote: string, occurrence: number): number {
  let start = -1;
  for (let count = 0; count < occurrence; count += 1) {
    start = text.indexOf(quote, start + 1);
    if (start < 0) return -1;
  }
  return start;
}

function place(annotation: Annotation): PlacedAnnotation {
  const start = placeOf(textOf(annotation.document), annotation.quote, annotation.occurrence);
  return { ...annotation, start, end: start + annotation.quote.length };
}

const placed = sample.annotations.map(place);

function codersOf(file: string): string[] {
  return [...new Set(placed.filter((annotation) => annotation.document === file).map((one) => one.coder))].sort();
}

/** Every pair of annotations within one document for which `holds(first, second)`. */
function pairs(holds: (first: PlacedAnnotation, second: PlacedAnnotation) => boolean): number {
  return placed
    .flatMap((first) => placed.map((second) => [first, second] as const))
    .filter(([first, second]) => first !== second && first.document === second.document && holds(first, second)).length;
}

describe('the articles of the sample', () => {
  test('are eight, named once each, from three outlets, in three languages, two of them right to left', () => {
    expect(sample.documents).toHaveLength(8);
    expect(new Set(sample.documents.map((document) => document.file)).size).toBe(8);
    expect(new Set(sample.documents.map((document) => document.name)).size).toBe(8);
    expect(new Set(sample.documents.map((document) => document.facts.url)).size).toBe(8);
    expect(new Set(sample.documents.map((document) => document.facts.site)).size).toBeGreaterThanOrEqual(3);
    expect(new Set(sample.documents.map((document) => document.language)).size).toBeGreaterThanOrEqual(2);
    expect(sample.documents.filter((document) => document.direction === 'rtl')).toHaveLength(2);
  });

  test.each(sample.documents)('$file is clean UTF-8 with LF line ends and 350 to 900 words', ({ file }) => {
    const text = textOf(file);
    expect(text).not.toMatch(/[\r\uFEFF\uFFFD\0]/);
    expect(text.endsWith('\n')).toBe(true);
    const words = text.split(/\s+/).filter((word) => word !== '').length;
    expect(words).toBeGreaterThanOrEqual(350);
    expect(words).toBeLessThanOrEqual(900);
  });

  test.each(sample.documents)('$file has its headline in the text and runs in its stated direction', (document) => {
    const text = textOf(document.file);
    expect(text).toContain(document.name);
    const letters = text.match(/\p{L}/gu) ?? [];
    const arabic = text.match(/\p{Script=Arabic}/gu) ?? [];
    expect(arabic.length / letters.length > 0.5).toBe(document.direction === 'rtl');
    expect(document.direction === 'rtl').toBe(document.language === 'ar');
  });

  test.each([
    ['a family emoji joined from several', /\u{1F468}\u200D\u{1F469}\u200D\u{1F467}/u],
    ['a flag of two regional indicators', /\p{Regional_Indicator}{2}/u],
    ['a Latin letter with a separate combining mark', /\p{Script=Latin}[\u0300-\u036F]/u],
    ['an Arabic letter with a vowel mark', /\p{Script=Arabic}[\u064B-\u0652]/u],
    ['curly quotes', /“[^”]+”/],
    ['an en dash', /–/],
    ['a table of figures', /^[^\t\n]+(?:\t[\d,]+){3}$/m],
  ])('hold %s', (_what, pattern) => {
    expect([...texts.values()].some((text) => pattern.test(text))).toBe(true);
  });

  test('have one headline of more than 150 characters', () => {
    expect(sample.documents.filter((document) => document.name.length > 150)).toHaveLength(1);
  });
});

describe('the codebook of the sample', () => {
  test('has 10 to 14 codes on two levels, each named once', () => {
    expect(sample.codes.length).toBeGreaterThanOrEqual(10);
    expect(sample.codes.length).toBeLessThanOrEqual(14);
    expect(new Set(sample.codes.map((code) => code.path)).size).toBe(sample.codes.length);
    expect(Math.max(...sample.codes.map((code) => code.path.split(' / ').length))).toBe(2);
  });

  test('lists every parent before its children', () => {
    const listed = new Set<string>();
    for (const { path } of sample.codes) {
      const parent = path.split(' / ').slice(0, -1).join(' / ');
      if (parent !== '') expect(listed, path).toContain(parent);
      listed.add(path);
    }
  });

  test('gives no key to two codes', () => {
    const keys = sample.codes.flatMap((code) => code.key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('uses every code that has no children', () => {
    const used = new Set(placed.map((annotation) => annotation.code));
    const leaves = sample.codes.filter(
      (code) => !sample.codes.some((other) => other.path.startsWith(`${code.path} / `)),
    );
    expect(leaves.map((code) => code.path).filter((path) => !used.has(path))).toEqual([]);
  });
});

describe('the annotations of the sample', () => {
  test('are 45 to 70, some with a memo', () => {
    expect(placed.length).toBeGreaterThanOrEqual(45);
    expect(placed.length).toBeLessThanOrEqual(70);
    expect(placed.filter((annotation) => annotation.memo !== undefined).length).toBeGreaterThanOrEqual(5);
  });

  test.each(placed)('$document: the quotation of $coder for $code stands in the text', (annotation) => {
    expect(existsSync(join(folder, annotation.document))).toBe(true);
    expect(annotation.start).toBeGreaterThanOrEqual(0);
    expect(textOf(annotation.document).slice(annotation.start, annotation.end)).toBe(annotation.quote);
    expect(sample.coders).toContain(annotation.coder);
    expect(sample.codes.map((code) => code.path)).toContain(annotation.code);
  });

  test('begin and end between graphemes, without white space at either end', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    for (const [file, text] of texts) {
      const edges = new Set([...segmenter.segment(text)].map((grapheme) => grapheme.index)).add(text.length);
      for (const { start, end, quote } of placed.filter((annotation) => annotation.document === file)) {
        expect([edges.has(start), edges.has(end)], quote).toEqual([true, true]);
        expect(quote.trim()).toBe(quote);
      }
    }
  });

  test('never give the same passage the same code by the same coder twice', () => {
    const same = placed.map(({ document, coder, code, start, end }) =>
      JSON.stringify([document, coder, code, start, end]),
    );
    expect(new Set(same).size).toBe(same.length);
  });

  test('stand in every document, and two documents are coded by both coders, who partly disagree', () => {
    const coders = sample.documents.map((document) => codersOf(document.file));
    expect(coders.filter((names) => names.length === 0)).toEqual([]);
    expect(new Set(coders.flat())).toEqual(new Set(sample.coders));
    const both = sample.documents.filter((document) => codersOf(document.file).length === 2);
    expect(both).toHaveLength(2);
    for (const { file } of both) {
      const [first, second] = sample.coders.map(
        (coder) =>
          new Set(
            placed
              .filter((annotation) => annotation.document === file && annotation.coder === coder)
              .map(({ code, start, end }) => JSON.stringify([code, start, end])),
          ),
      );
      expect(first).not.toEqual(second);
    }
  });

  test('overlap, nest, cross a paragraph, and use a later occurrence', () => {
    const crossing = pairs((one, two) => one.start < two.start && two.start < one.end && one.end < two.end);
    const nested = pairs((one, two) => one.start < two.start && two.end < one.end);
    expect(crossing).toBeGreaterThan(0);
    expect(nested).toBeGreaterThanOrEqual(5);
    expect(placed.some((annotation) => annotation.quote.includes('\n\n'))).toBe(true);
    expect(placed.some((annotation) => annotation.occurrence > 1)).toBe(true);
  });
});
