/** uα of 5 coders with 2,000 passages each (10,000 in all) in one long text, and in 100 texts. */
import { seededRandom } from '../src/shared/stats/random.ts';
import type { CodedDocument, CodedUnit } from '../src/shared/stats/spans/continuum.ts';
import { unitizingAlpha } from '../src/shared/stats/spans/unitizingAlpha.ts';
import { addUnitizingSums, unitizingSums } from '../src/shared/stats/spans/unitizingSums.ts';
import { writeSection } from './lib/results.ts';

const coders = 5;
const codes = Array.from({ length: 20 }, (_, code) => `code ${String(code).padStart(2, '0')}`);

/** Passages of some 60 characters with gaps between them; coders mark near the same places. */
function documentOf(passages: number, random: () => number): CodedDocument {
  const step = 120;
  const units = (): CodedUnit[] =>
    Array.from({ length: passages }, (_, place) => {
      const start = place * step + Math.floor(random() * 30);
      const code = codes[(place * 7 + (random() < 0.3 ? Math.floor(random() * 20) : 0)) % codes.length] ?? '';
      return { start, end: start + 30 + Math.floor(random() * 50), code };
    });
  return { length: passages * step + step, coders: Array.from({ length: coders }, units) };
}

function median(runs: number, act: () => unknown): number {
  act();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? 0;
}

const random = seededRandom(5);
const long = [documentOf(2000, random)];
const many = Array.from({ length: 100 }, () => documentOf(20, random));
const measure = (documents: readonly CodedDocument[]) =>
  unitizingAlpha(
    addUnitizingSums(
      documents.map((document) => unitizingSums(document, codes)),
      codes,
    ),
  );
const [one, hundred] = [median(9, () => measure(long)), median(9, () => measure(many))];
const tenfold = [documentOf(20_000, random)];
const large = median(5, () => measure(tenfold));
writeSection('Alpha for unitizing', [
  `uα, ${coders} coders, 10,000 passages, ${codes.length} codes; median milliseconds, one thread. Bar: at most 200.`,
  '',
  '| | ms |',
  '| --- | ---: |',
  `| one text | **${one.toFixed(1)}** |`,
  `| 100 texts | **${hundred.toFixed(1)}** |`,
  `| one text, 100,000 passages | ${large.toFixed(1)} |`,
]);
console.log({ one, hundred, large });
