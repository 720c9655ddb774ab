import { describe, expect, test } from 'vitest';
import { only } from '../testing/only.ts';
import { firstHeadingOf, markdownImporter } from './markdown.ts';

const article = `---
title: "The River: a Report"   # the printed title
author: [Ada Byron, 'C. Babbage']
date: 12 March 2024
source: The Harbour Gazette
url: https://gazette.example/river
lang: en-GB
tags:
  - rivers
---

# Another heading

Water *rose* again.
`;

describe('Markdown', () => {
  test('front matter gives the facts, and the source is the text', async () => {
    const document = await only(markdownImporter, 'river.md', article);
    expect(document).toMatchObject({
      name: 'The River: a Report',
      text: article,
      language: 'en-GB',
      facts: {
        title: 'The River: a Report',
        byline: 'Ada Byron, C. Babbage',
        date: '2024-03-12',
        site: 'The Harbour Gazette',
        url: 'https://gazette.example/river',
        language: 'en-GB',
      },
    });
  });

  test('without a title the first heading is the name, else the file name', async () => {
    expect((await only(markdownImporter, 'a.md', 'Intro\n\n## Small\n\n# The *big* one #\n')).name).toBe(
      'The *big* one',
    );
    expect((await only(markdownImporter, 'notes.md', 'Just text\n')).name).toBe('notes');
  });

  test('a hash in fenced code is no heading', () => {
    expect(firstHeadingOf('```sh\n# comment\n```\n# Real\n')).toBe('Real');
    expect(firstHeadingOf('~~~\n```\n# no\n~~~\n#hashtag\n')).toBeUndefined();
  });

  test('a rule at the top is no front matter when it is never closed, nor lower down', async () => {
    expect((await only(markdownImporter, 'a.md', '---\ntitle: x\n\ntext')).facts).toEqual({});
    expect((await only(markdownImporter, 'a.md', 'Text\n---\ntitle: x\n---\n')).facts).toEqual({});
  });

  test('block values and mappings are not taken for facts', async () => {
    const { facts } = await only(
      markdownImporter,
      'a.md',
      '---\ntitle: >\n  folded\nauthor:\n  name: Ada\ndate: soon\n---\n\nText',
    );
    expect(facts).toEqual({ date: 'soon' });
  });
});
