import { describe, expect, test } from 'vitest';
import { headlineOf } from './headline.ts';

const long = 'The council of the harbour town met on Monday, and its members argued about the new bridge for hours. ';
const paragraph = long.repeat(3).trim();

/** A text that begins with this line, set apart by a blank one from a paragraph. */
const above = (line: string, body = paragraph): string => `${line}\n\n${body}\n`;

describe('The headline of a text', () => {
  test.each([
    'After “climbdown” at G20, US plans to step up involvement in Ukraine war',
    'Ferry stays another winter',
    'Is this the end of the night train?',
    '“We could not leave the island alone”',
    "'Nobody asked us', say residents",
    'MAYOR RESIGNS AFTER BRIDGE VOTE',
    '40 per cent of pupils miss the first lesson',
    'Bridge closed: lorries must take the ferry',
    'iPhone sales fall in China',
    'By the numbers: how the vote was won',
    'Von der Leyen gewinnt zweite Amtszeit',
    'Streit um Brücke – Bürgermeister tritt zurück',
    '»Wir schaffen das nicht allein«',
    'L’Assemblée rejette la réforme des retraites',
    'Όλα τα μέτρα για τις πλημμύρες',
    'Россия и Украина обменялись пленными',
    'السعودية تعلن خطة جديدة للطاقة',
    'ראש הממשלה נפגש עם השרים',
    '총리, 새 내각 명단 발표',
    '中国宣布新的能源计划',
    '首相が新内閣を発表へ',
    'นายกรัฐมนตรีประกาศแผนใหม่',
    'Snow Fall', // of two words, above a paragraph
    'Storm of 3 May 1998 remembered in all the valleys it flooded',
  ])('is the first line: %s', (line) => {
    expect(headlineOf(above(line))).toBe(line);
  });

  test('stands on one line, whatever blanks are in and around it', () => {
    expect(headlineOf(`\n \n  Ferry stays\u00a0another  winter \t\n\n${paragraph}`)).toBe('Ferry stays another winter');
  });

  test('may be followed at once by a clearly longer paragraph, a byline or a date', () => {
    const line = 'Ferry stays another winter';
    for (const next of [
      paragraph,
      'By Jane Doe',
      'BY JANE DOE',
      'Von Karl Müller',
      'Por Ana Gómez',
      'Monday, 3 May 1998',
      '2024-03-01',
      'London, 3 May 1998',
      'Published 3 May 1998 10:00',
      'بقلم أحمد علي',
      '记者王小明',
    ])
      expect(headlineOf(`${line}\n${next}\n${paragraph}`), next).toBe(line);
  });

  test('of Markdown is one without its sign, whatever follows', () => {
    expect(headlineOf('# Ferry stays another winter\nShort.')).toBe('Ferry stays another winter');
    expect(headlineOf('# Ferry stays another winter ##\n\nShort.')).toBe('Ferry stays another winter');
    expect(headlineOf('## Ferry stays another winter\n\nShort.')).toBeNull();
    expect(headlineOf('#ferry #winter\n\nShort.')).toBeNull();
  });

  test('has 200 characters at most, however many units they take', () => {
    const words = (letters: number): string => `Aa ${'b'.repeat(letters - 3)}`;
    expect(headlineOf(above(words(200)))).toBe(words(200));
    expect(headlineOf(above(words(201)))).toBeNull();
    const signs = `Aa ${'𝐛'.repeat(197)}`;
    expect(headlineOf(above(signs))).toBe(signs);
  });

  test('is not sought in a text of any length', () => {
    const started = performance.now();
    expect(headlineOf('a b '.repeat(5_000_000))).toBeNull();
    expect(headlineOf('\n'.repeat(20_000_000))).toBeNull();
    expect(headlineOf(`Aa ${' \t'.repeat(8_000)}x\n\n${paragraph}`)).toBeNull();
    expect(headlineOf(`# ${'# '.repeat(8_000)}x\n\n${paragraph}`)).toBeNull();
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('No headline', () => {
  test.each([
    ['a text of no line', ''],
    ['blank lines', '\n \n\t\n'],
    ['one line', 'Ferry stays another winter'],
    ['one line and its end', 'Ferry stays another winter\n\n'],
    ['a paragraph', paragraph],
    ['paragraphs', `${paragraph}\n\n${paragraph}`],
    [
      'a paragraph in lines',
      'The council of the harbour town met on Monday\nto talk about the bridge and the ferry\nand more.',
    ],
    ['a sentence in lines set apart', 'The council of the harbour town met\n\nto talk about the bridge.\n'],
    ['lines of equal length', `Ferry stays another winter\nBridge stays another summer\n\n${paragraph}`],
    ['a section above a headline', `World News\n\nFerry stays another winter\n\n${paragraph}`],
    ['a section of three words', `Science and Nature\n\nFerry stays another winter\n\n${paragraph}`],
    ['a section in Chinese', `国际新闻\n\n中国宣布新的能源计划\n\n${paragraph}`],
    ['a letterhead', 'GARRATT’S LIMITED\n\nACN 000 003 725\nTelephone: +61 2 9224 5555\n'],
    ['turns in a talk', 'Interviewer: How did you come here\n\nAnna: By ferry, in the winter of that year\n'],
    ['turns in a talk at once', `Speaker 1: How did you come here\nSpeaker 2: ${paragraph}`],
    ['lines that begin alike', `ROOT Caracas wins the cup again\nROOT ${paragraph}`],
  ])('in %s', (_, text) => expect(headlineOf(text)).toBeNull());

  test.each([
    ['one word', 'Politics'],
    ['three letters of a script without blanks', '新闻社'],
    ['a sentence', 'Barely a shot was fired.'],
    ['a sentence in quotes', '“Barely a shot was fired.”'],
    ['a sentence in Chinese', '中国宣布新的能源计划。'],
    ['a sentence in Arabic that goes on', 'السعودية تعلن خطة جديدة،'],
    ['a sentence that goes on', 'To whom it may concern,'],
    ['an introduction', 'The council decided as follows:'],
    ['three points', 'And then the council met…'],
    ['sentences', 'The council met in the hall. Nobody came to the vote'],
    ['the middle of a sentence', 'and then the council met again'],
    ['a word cut at the end of a line', 'The council of the har-'],
    ['an address', 'https://example.org/news/ferry stays'],
    ['a site', 'News from www.example.org'],
    ['an address of mail', 'Write to desk@example.org today'],
    ['a path', 'Home › Labour'],
    ['a path in >', 'Home > News > Labour'],
    ['links', 'News | Sport | Weather'],
    ['links with points', 'PES · PSE · SPE Brussels'],
    ['a link for screen readers', 'Skip to main content'],
    ['a German one', 'Zum Inhalt springen'],
    ['a date', 'Monday, 3 May 1998'],
    ['a day', '2024-03-01 12:00 Berlin time'],
    ['a German date', 'Berlin, 3. Mai 1998'],
    ['a Chinese date', '2024年3月1日 北京'],
    ['a place and date', 'Madrid, 24 May 2000'],
    ['an hour', 'Speaker 1 00:03'],
    ['a byline', 'By Jane Doe and John Roe'],
    ['a German byline', 'Von Karl Müller'],
    ['a Chinese byline', '记者王小明北京报道'],
    ['an Arabic byline', 'بقلم أحمد علي'],
    ['when it was published', 'Published on a Monday'],
    ['front matter', '---'],
    ['a field', 'Title: Ferry stays another winter'],
    ['a field of a message', 'Subject: the ferry in winter'],
    ['a letter', 'Dear editors of the Harbour Post'],
    ['a list', '- the ferry in winter'],
    ['a numbered list', '1. The ferry in winter'],
    ['markup', '<h1>Ferry stays another winter</h1>'],
    ['variables', '**** *var1_1 *var2_levela'],
    ['tokens', 'Carlo_Morena plays the piano'],
    ['columns', 'code1\tA memo for code 1'],
    ['columns by blanks', 'Name    Place    Year'],
    ['figures', '12 000 300 km a day'],
    ['a broken encoding', 'Caf\ufffd closes its doors'],
    ['a caption', 'The cabaret in Paris Benoit Tessier/Reuters'],
    ['a caption with its maker', 'Carey Mulligan at the Winter Weekend [Rex]'],
    ['a caption in brackets', 'How can a duvet affect your lungs (Photo: Getty Images)'],
    ['a caption and its day', 'A pelican on the beach of Grand Isle on 11 August 2010'],
    ['who drew a picture', 'Illustration by Mike Nudelman'],
    ['a notice of the page', 'Media playback is unsupported on your device'],
    ['a list within a line', 'Big night for Swift; new shop for Spears'],
    ['a date with its hour', 'الأحد، 04 آب 2013، آخر تحديث 02:21 (GMT+0400)'],
    ['subtitles', 'WEBVTT Translation of that film'],
  ])('for %s: %s', (_, line) => expect(headlineOf(above(line))).toBeNull());
});
