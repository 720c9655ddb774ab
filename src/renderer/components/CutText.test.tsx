import { screen } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../testing/inWindow.ts';
import { CutText, cutText } from './CutText.tsx';

describe('a text that is cut in the middle', () => {
  it('is whole for a screen reader and in its tooltip, and its end stands apart', ({ galley }) => {
    const name = 'interview with the harbour master (corrected) 2024-03-14.txt';
    galley.show(<CutText>{name}</CutText>);
    const shown = screen.getByTitle(name);
    expect(shown.textContent).toBe(name);
    expect(shown.lastElementChild?.textContent).toBe(' 2024-03-14.txt');
  });

  it.each([
    ['short.txt', ['short.txt', '']],
    ['/home/ada/studies/harbour/2024', ['/home/ada', '/studies/harbour/2024']],
    ['0123456789abcdef0123456789abcdef', ['0123456789abcdef012345', '6789abcdef']],
    // Letters that are joined would lose their forms.
    ['الاستقلاليةوالديمقراطيةوالحرية', ['الاستقلاليةوالديمقراطيةوالحرية', '']],
    ['إضراب عمال الميناء في الإسكندرية', ['إضراب عمال', ' الميناء في الإسكندرية']],
    // A flag is two code points of two units each.
    [`long name${'🇪🇬'.repeat(6)}`, [`long name${'🇪🇬'.repeat(4)}`, '🇪🇬🇪🇬']],
  ])('%s is never cut inside a letter', (text, parts) => {
    expect(cutText(text)).toEqual(parts);
  });
});
