import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf16 } from './offsets.ts';
import type { Span } from './offsets.ts';
import { paragraphAfter, paragraphAt, paragraphBefore, sentenceAfter, sentenceAt, sentenceBefore } from './segments.ts';
import { sentenceSpans } from './sentences.ts';
import { anyText } from './testTexts.ts';

const textAndOffset = anyText.chain((text) => fc.tuple(fc.constant(text), fc.nat({ max: text.length }).map(utf16)));
const whole = (text: string): Span => ({ start: utf16(0), end: utf16(text.length) });
const sentences = (text: string, language: string): string[] =>
  sentenceSpans(text, whole(text), language).map(({ start, end }) => text.slice(start, end));

/** What a list of steps reads, from the first span on until there is none. */
function walk(text: string, first: Span | null, step: (from: Span) => Span | null): string[] {
  const read: string[] = [];
  for (let at = first; at; at = step(at)) read.push(text.slice(at.start, at.end));
  return read;
}

describe('paragraphs', () => {
  const text = 'One.\n\n  \nTwo, two.\nThree.\n';

  it('are the lines that hold an offset, without their line end', () => {
    for (const [offset, line] of [
      [0, 'One.'],
      [4, 'One.'],
      [5, ''],
      [9, 'Two, two.'],
      [text.length, ''],
    ] as const) {
      const { start, end } = paragraphAt(text, utf16(offset));
      expect(text.slice(start, end)).toBe(line);
    }
  });

  it('are walked forwards and backwards, blank ones left out', () => {
    expect(walk(text, paragraphAt(text, utf16(0)), (at) => paragraphAfter(text, at.end))).toEqual([
      'One.',
      'Two, two.',
      'Three.',
    ]);
    expect(walk(text, paragraphBefore(text, utf16(text.length)), (at) => paragraphBefore(text, at.start))).toEqual([
      'Three.',
      'Two, two.',
      'One.',
    ]);
  });

  it('agree with splitting the text at LF', () => {
    fc.assert(
      fc.property(textAndOffset, ([content, offset]) => {
        const { start, end } = paragraphAt(content, offset);
        expect(start <= offset && offset <= end).toBe(true);
        expect(content.slice(start, end)).toBe(content.split('\n')[content.slice(0, offset).split('\n').length - 1]);
      }),
    );
  });
});

describe('sentences', () => {
  it.each([
    ['en', ['“We won what we asked for,” said Ilse Marten.', 'Nobody left!', 'Did they?']],
    ['en', ['Dr. Okafor met Mr. Lund on Friday.', 'They talked.']],
    ['en', ['George W. Bush spoke in the U.S. Senate.', 'Then he left.']],
    ['en', ['Prices rose 3.5 per cent.', 'Wages did not.']],
    ['de', ['Am 14. März öffnete der Hafen.', 'Dr. Weiß schwieg.']],
    ['', ['Am 14. März öffnete der Hafen.', 'Dr. Weiß schwieg.', 'Sie rief z.B. Mme. Duval an.']],
    ['', ['Mr. Lund met Prof. Okafor.', 'They talked.']],
    ['fr', ['« Il part. »', 'Elle reste.']],
    ['fr', ['« Il part.', 'Elle aussi. »', 'Puis rien.']],
    ['', ['« Il part\u202f!\u202f»', 'Elle reste.', '« Non. »']],
    ['fr', ['« Il part. », dit-elle.', 'Il est 8 heures.']],
    ['de', ['Er ging.', '»Komm!«', 'Sie blieb.']],
    ['de', ['Sie rief: » Ich bleibe. «', 'Er ging.']],
    ['en', ['Did he go?', 'No.', 'She did.']],
    ['en', ['He lives in No. 5 there.', 'See pp. 12 and fig. 3 in vol. 2 of it.']],
    ['en', ['Oranges hold vitamin C.', 'Smokers need more.']],
    ['en', ['It was written by J. Smith and J. R. R. Tolkien.', 'Nobody knew.']],
    ['en', ['He came from the U.S.', 'The others did not.']],
    ['en', ['The hall was closed.', '20 people stayed.']],
    ['', ['“It was closed in 2019.”', '20 people stayed.']],
    ['en', ['On Jan. 20 people came.', '“Go.”', '300 left.']],
    ['es', ['La Sra. Díaz habló con el Dr. Ruiz.', 'El núm. 5 no vino.']],
    ['it', ['Il Sig. Rossi e la Dott.ssa Bianchi parlano.', 'Vedi pag. 4 del libro.']],
    ['nl', ['Dhr. De Vries kwam.', 'Mevr. Jansen, zie blz. 4, ging.']],
    ['ar', ['عاد الميناء إلى العمل.', 'هل انتهى الإضراب؟', 'لا أحد يعلم.']],
  ])('of a text in %s are told apart: %j', (language, expected) => {
    expect(sentences(expected.join(' '), language)).toEqual(expected);
  });

  it('of Japanese end without a blank', () => {
    expect(sentences('港が再開した。労働者は喜んだ。誰も残らなかった！', 'ja')).toEqual([
      '港が再開した。',
      '労働者は喜んだ。',
      '誰も残らなかった！',
    ]);
  });

  it('never end at an abbreviation that ends the text', () => {
    expect(sentences('He came with Dr.', 'en')).toEqual(['He came with Dr.']);
  });

  it('are walked across paragraphs in both directions', () => {
    const text = 'One. Two.\n\nThree. Four.\n';
    const forwards = walk(text, sentenceAfter(text, utf16(0), 'en'), (at) => sentenceAfter(text, at.end, 'en'));
    expect(forwards).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
    const back = walk(text, sentenceBefore(text, utf16(text.length), 'en'), (at) =>
      sentenceBefore(text, at.start, 'en'),
    );
    expect(back).toEqual(['Four.', 'Three.', 'Two.', 'One.']);
    expect(sentenceAt(text, utf16(4), 'en')).toEqual({ start: 0, end: 4 });
    expect(sentenceAt(text, utf16(10), 'en')).toBeNull();
  });

  it('cover everything but blanks, in order, without overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let covered = 0;
        let left = '';
        for (const { start, end } of sentenceSpans(text, whole(text), 'en')) {
          expect(start).toBeGreaterThanOrEqual(covered);
          expect(end).toBeGreaterThan(start);
          left += text.slice(covered, start);
          covered = end;
        }
        expect((left + text.slice(covered)).trim()).toBe('');
      }),
    );
  });

  it('take the language of a text whose tag is unknown or malformed for English', () => {
    expect(sentences('One. Two.', '')).toEqual(['One.', 'Two.']);
    expect(sentences('One. Two.', 'not a language!')).toEqual(['One.', 'Two.']);
  });
});

describe('a paragraph without end', () => {
  it('of five million characters is stepped through without being read whole', () => {
    const text = 'The port reopened on Friday. '.repeat(175_000);
    // Read whole for each of them, it would not end within the time that a test has.
    for (let step = 0; step < 200; step++) {
      const sentence = sentenceAfter(text, utf16(2_500_000 + 29 * step), 'en');
      expect(sentence && text.slice(sentence.start, sentence.end)).toBe('The port reopened on Friday.');
    }
  });
});
