import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

/** Initials of these coders, the first of whom was there first. */
function initials(...names: string[]): string[] {
  const coders = names.map((name, at) => ({ id: String(at).padStart(4, '0'), name }));
  return [...initialsOf([...coders].reverse())].map(([, mark]) => mark);
}

describe('initials', () => {
  it('are the first letters of the first and the last word, in upper case', () => {
    expect(initials('Ada Berg', 'noor van der saleh', '  Élodie   Ångström ')).toEqual(['AB', 'NS', 'ÉÅ']);
  });

  it('are the first two letters of a single word', () => {
    expect(initials('Ada', 'ben', 'X')).toEqual(['AD', 'BE', 'X']);
  });

  it('are whole characters in every script, and letters that would join stay apart', () => {
    expect(initials('王小明', '田中 花子', 'ليلى حداد', 'नीति क्षेत्र', '👩🏽‍🔬 Ada', '👨‍👩‍👧', '🐳🦀🐙')).toEqual([
      '王小',
      '田花',
      'ل\u200cح',
      'नीक्षे',
      '👩🏽‍🔬A',
      '👨‍👩‍👧',
      '🐳🦀',
    ]);
  });

  it('leave out what stands before a word, and keep a letter whose upper case is two', () => {
    expect(initials('(Ada) “Berg”', 'ßa')).toEqual(['AB', 'ßA']);
  });

  it('are the name itself where that is initials, and of a double name its last part', () => {
    expect(initials('ABC', 'NS', 'Maximiliane von Hohenstein-Wittgenstein')).toEqual(['ABC', 'NS', 'MW']);
  });

  it('keep the numbers of coders', () => {
    expect(initials('Coder 1', 'Coder 12', 'Coder2', 'T1')).toEqual(['C1', 'C12', 'C2', 'T1']);
  });

  it('have more letters where two are alike, and others keep theirs', () => {
    expect(initials('Ada Berg', 'Anton Blum', 'Ada Beck', 'Noor Saleh')).toEqual(['ABer', 'ABl', 'ABec', 'NS']);
    expect(initials('Ada', 'Adam', 'Ben')).toEqual(['ADa', 'ADam', 'BE']);
    expect(initials('ليلى حداد', 'لمى حسن')).toEqual(['ل\u200cح\u200cد', 'ل\u200cح\u200cس']);
  });

  it('have a number where letters do not help; who was there first has none', () => {
    expect(initials('Ada Berg', 'Anna Berg', 'Ada B. Berg')).toEqual(['AB', 'AB2', 'AB3']);
    expect(initials('ada', 'Ada')).toEqual(['AD', 'AD2']);
  });

  it('are never alike and never empty', () => {
    const name = fc.stringMatching(/^[ab1é王ح🐳]{1,3}( [ab1é王ح🐳]{1,3}){0,2}$/u);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (names) => {
        const marks = initials(...names).map((mark) => mark.toLowerCase());
        expect(new Set(marks).size).toBe(names.length);
        expect(marks).not.toContain('');
      }),
    );
  });
});
