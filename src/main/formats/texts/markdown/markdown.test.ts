import { describe, expect, test } from 'vitest';
import { only } from '../testing/only.ts';
import { sample } from '../testing/samples.ts';
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
  test('the sample is read', async () => {
    const { name, bytes } = sample('markdown', 'lighthouse.md');
    expect(await only(markdownImporter, name, bytes)).toMatchObject({
      name: 'The lighthouse is lit again',
      text: new TextDecoder().decode(bytes),
      facts: {
        title: 'The lighthouse is lit again',
        byline: 'Ida Holm',
        date: '2024-05-06',
        site: 'Fjord Post',
        url: 'https://fjordpost.example/lighthouse',
        language: 'en-GB',
      },
      warnings: [],
    });
  });

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

  test('mappings are not taken for facts, and what is no date is reported', async () => {
    const document = await only(markdownImporter, 'a.md', '---\nauthor:\n  name: Ada\ndate: soon\n---\n\nText');
    expect(document.facts).toEqual({ date: 'soon' });
    expect(document.warnings.map(({ code }) => code)).toEqual(['date-unread']);
  });

  // Values as YAML 1.2.2 has them, without the line feeds at the end.
  test.each([
    ['folded', '>\n  A long\n  title', 'A long title'],
    ['folded, stripped', '>-\n  A long\n  title\n', 'A long title'],
    ['folded with paragraphs', '>\n  One\n  line\n\n  Two', 'One line\nTwo'],
    ['folded with lines further in', '>\n  One\n    two\n  three', 'One\n  two\nthree'],
    ['literal', '|+ # kept\n  One\n  Two\n\n', 'One\nTwo'],
    ['literal with its indent told', '|1-\n  One\n  Two', 'One\n Two'],
    ['over two lines', 'A long\n  title', 'A long title'],
    ['quoted over two lines', '"A long:\n  title"', 'A long: title'],
    ['with a colon', 'Left: right', 'Left: right'],
  ])('a value is read that is %s', async (_, written, title) => {
    const { facts } = await only(markdownImporter, 'a.md', `---\ntitle: ${written}\nlang: en\n---\n\nText`);
    expect(facts).toEqual({ title, language: 'en' });
  });

  test.each(['author:\n  - Ada Byron\n  - "C. Babbage"', 'author:\n- Ada Byron\n- C. Babbage'])(
    'a list on lines of its own is read: %j',
    async (written) => {
      const { facts } = await only(markdownImporter, 'a.md', `---\n${written}\ntitle: x\n---\n\nText`);
      expect(facts).toEqual({ byline: 'Ada Byron, C. Babbage', title: 'x' });
    },
  );
});
