import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanNames } from './names.ts';

describe('names for SPSS', () => {
  it.each([
    ['tone', 'tone'],
    ['1st frame', 'v_1st_frame'],
    ['if', 'if'],
    ['All', 'v_All'],
    ['with', 'v_with'],
    ['Ärger/Wut', 'Ärger_Wut'],
    ['A\u0308rger', 'Ärger'],
    ['_hidden', 'v_hidden'],
    ['#scratch', 'v_scratch'],
    ['$system', 'v_system'],
    ['ends.', 'ends'],
    ['ends_', 'ends'],
    ['Politik / Wahl (%)', 'Politik_Wahl'],
    ['حقول النص', 'حقول_النص'],
    ['漢字', '漢字'],
    ['🙂', 'v_1'],
    ['', 'v_1'],
    ['   ', 'v_1'],
    ['2024', 'v_2024'],
  ])('make of %j %j', (wanted, name) => {
    expect(cleanNames([wanted], 'spss')).toEqual([name]);
  });

  it('are unique without regard to case, the one that is valid keeping its name', () => {
    expect(cleanNames(['a b', 'a/b', 'A_B', 'a_b_2'], 'spss')).toEqual(['a_b_3', 'a_b_4', 'A_B', 'a_b_2']);
    expect(cleanNames(['Site', 'site', 'SITE'], 'spss')).toEqual(['Site', 'site_2', 'SITE_3']);
  });

  it('take at most 64 bytes, whole letters, also with a number behind', () => {
    const [first = '', second = ''] = cleanNames(['ä'.repeat(40), 'ä'.repeat(41)], 'spss');
    expect(first).toBe('ä'.repeat(32));
    expect(second).toBe(`${'ä'.repeat(31)}_2`);
  });
});

describe('names for Stata', () => {
  it.each([
    ['tone', 'tone'],
    ['1st frame', 'v_1st_frame'],
    ['if', 'v_if'],
    ['If', 'If'],
    ['_n', 'v_n'],
    ['_hidden', '_hidden'],
    ['str12', 'v_str12'],
    ['strL', 'v_strL'],
    ['all', 'all'],
    ['Ärger/Wut', 'Ärger_Wut'],
    ['a.b#c', 'a_b_c'],
    ['漢'.repeat(40), '漢'.repeat(32)],
  ])('make of %j %j', (wanted, name) => {
    expect(cleanNames([wanted], 'stata')).toEqual([name]);
  });

  it('may differ in case alone', () => {
    expect(cleanNames(['Site', 'site'], 'stata')).toEqual(['Site', 'site']);
  });
});

describe.each(['spss', 'stata'] as const)('names for %s, whatever is wanted', (format) => {
  const wanted = fc.array(
    fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom('a', 'A', 'a b', 'if', 'TO')),
  );

  it('are valid, unique and stable', () => {
    fc.assert(
      fc.property(wanted, (names) => {
        const cleaned = cleanNames(names, format);
        expect(cleaned).toHaveLength(names.length);
        const folded = cleaned.map((name) => (format === 'spss' ? name.toUpperCase().toLowerCase() : name));
        expect(new Set(folded).size).toBe(names.length);
        for (const name of cleaned) {
          if (format === 'spss') {
            expect(name).toMatch(/^[\p{L}@](?:[\p{L}\p{M}\p{Nd}_.$#@]*[\p{L}\p{M}\p{Nd}$#@])?$/u);
            expect(Buffer.byteLength(name)).toBeLessThanOrEqual(64);
          } else {
            expect(name).toMatch(/^[\p{L}_][\p{L}\p{Nd}_]{0,31}$/u);
          }
        }
        expect(cleanNames(cleaned, format)).toEqual(cleaned);
      }),
      { seed: 118, numRuns: 1000, verbose: true },
    );
  });
});
