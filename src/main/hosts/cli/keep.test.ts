import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';

let place: CommandFolder;
beforeEach(() => {
  place = createCommandFolder();
});
afterEach(() => place.end());

const note = 'A correction was made to an earlier version of this report, which gave a wrong number of votes.';
const said = 'The council of the harbour town met on Monday, and its members argued about the new bridge for hours. ';

function page(name: string): string {
  const paragraphs = [1, 2, 3].map((number) => `<p>${name} ${number}. ${said.repeat(3)}</p>`).join('');
  return `<!doctype html><html lang="en"><head><title>Bridge</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>Bridge</h1>${paragraphs}</article><footer><div class="footer-note"><p>${note}</p></div></footer></body></html>`;
}

describe('galley keep', () => {
  test(
    'keeps what was left out of a web page, as one step in the name of who says so',
    { timeout: 90_000 },
    async () => {
      place.put('bridge.html', page('First'));
      await place.json('new', 'P.galley', '--json');
      expect((await place.galley('import', 'P.galley', 'bridge.html')).out).toContain(
        'Left out as no part of the article',
      );
      expect((await place.galley('search', 'P.galley', 'A correction was made')).out).toBe('');

      const { status, out } = await place.galley('keep', 'P.galley', 'Bridge', '--coder', 'Ada');
      expect({ status, first: out.split('\n')[0] }).toEqual({
        status: 0,
        first: expect.stringMatching(/^“Bridge” has [\d,]+ characters now, [\d,]+ before$/u) as unknown,
      });
      expect((await place.galley('search', 'P.galley', 'A correction was made')).out).toContain(
        '[A correction was made]',
      );
      expect((await place.galley('verify', 'P.galley')).status).toBe(0);
      expect((await place.galley('log', 'P.galley')).out).toMatch(/Ada.*Keep what was left out of “Bridge”/u);

      expect((await place.galley('undo', 'P.galley')).out).toBe('Undone: Keep what was left out of “Bridge”\n');
      expect((await place.galley('search', 'P.galley', 'A correction was made')).out).toBe('');
      const whole = (await place.json('keep', 'P.galley', 'Bridge', '--whole-page', '--json')) as {
        warnings: unknown[];
      };
      expect(whole.warnings).toEqual([]);
      expect((await place.galley('search', 'P.galley', 'Home')).out).toContain('[Home]');
    },
  );

  test('says which document is meant, or that there is none', { timeout: 90_000 }, async () => {
    place.put('one.html', page('First'));
    place.put('two.html', page('Second'));
    await place.json('new', 'P.galley', '--json');
    await place.json('import', 'P.galley', 'one.html', 'two.html', '--json');
    expect(await place.galley('keep', 'P.galley', 'Bridges')).toMatchObject({
      status: 1,
      error: 'galley: There is no document “Bridges”.\n',
    });
    const twins = await place.galley('keep', 'P.galley', 'Bridge');
    expect(twins.status).toBe(1);
    expect(twins.error).toContain('2 documents are called “Bridge”');
    const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/u.exec(twins.error)?.[0] ?? '';
    expect((await place.galley('keep', 'P.galley', id)).status).toBe(0);
  });
});
