/** Letters of scripts that put blanks between words. */
const letter = '[\\p{Lu}\\p{Ll}\\p{Script=Hebrew}\\p{Script=Arabic}]';
/** Signs beyond ASCII that do stand between letters: apostrophes, hyphens and dashes, dots, soft and joining signs. */
const joiners =
  '\\u00ad\\u00b4\\u00b7\\u02bc\\u05be\\u05f3\\u05f4\\u2010-\\u2015\\u2018\\u2019\\u2026\\u2027\\u200b-\\u200f\\u2060';

/** A sign between two letters that is none of these, as in "f³r"; the ordinal signs count although they are letters. */
const signInWord = new RegExp(`(?<=${letter})(?:[ªº]|[^\\p{ASCII}\\p{L}\\p{M}\\p{Z}${joiners}])(?=${letter})`, 'gu');
/** Opening signs and signs of measure right after a Latin letter, as in "caf‚"; these, and mathematical ones, before one. */
const signAtWord = /\p{Script=Latin}[‚„¿¡¤¦¨¬¯±¶¸¼½¾×÷]|\p{Ll}€|[¤¦¬¯±¶¸¼½¾÷√≈∆≤≥∞◊](?=\p{L})/gu;
/** A capital after a small letter, one of them beyond ASCII, as in "BŸrger". */
const capitalInWord = /(?<=\p{Ll})(?:(?![A-Z])\p{Lu}|(?<=\P{ASCII})\p{Lu})/gu;

/** Scripts of which no two share a word: how to tell that one occurs, and a letter of it before one of another. */
const scripts = ['Latin', 'Cyrillic', 'Greek', 'Hebrew', 'Arabic', 'Thai', 'Armenian', 'Georgian'].map(
  (script, _, all) => {
    const others = all.filter((other) => other !== script).map((other) => `\\p{Script=${other}}`);
    return {
      occurs: new RegExp(`\\p{Script=${script}}`, 'u'),
      mixed: new RegExp(`\\p{Script=${script}}\\p{M}*(?![ªº])(?=[${others.join('')}])`, 'gu'),
    };
  },
);
/** A Chinese character alone after a small Latin letter, as in "g錼 det", or a Hangul syllable between two. */
const loneIdeograph =
  /(?<=[a-z])\p{Script=Han}(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|(?<=[a-z])\p{Script=Hangul}(?=[a-z])/gu;
/** Controls of the C1 range, the replacement character, private characters. */
const noCharacters = /[\u0080-\u0084\u0086-\u009f\ufffd\ue000-\uf8ff]/g;

const oddities: readonly RegExp[] = [signInWord, signAtWord, capitalInWord, loneIdeograph, noCharacters];

/**
 * How many places of a reading a writer would hardly have made: letters of two scripts in a word, signs or capitals in
 * the middle of one, characters that are none. A right reading has next to none of them, whatever the language.
 */
export function oddPlacesOf(text: string): number {
  const present = scripts.filter(({ occurs }) => occurs.test(text));
  const asked = present.length > 1 ? [...oddities, ...present.map(({ mixed }) => mixed)] : oddities;
  return asked.reduce((count, oddity) => count + (text.match(oddity)?.length ?? 0), 0);
}

/** Characters beyond ASCII: what tells one encoding from another. */
export function evidenceOf(text: string): number {
  return text.match(/\P{ASCII}/gu)?.length ?? 0;
}

/** Apostrophes within words, quotation marks that open or close, dashes between blanks, an ellipsis. */
const typography =
  /(?<=\p{L})’(?=\p{L})|(?<=^|[\s(])[“„‘](?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.,!?])[”“’](?=$|[\s.,;:!?)])|(?<=\s)[–—](?=\s)|(?<=\p{L})…/gmu;

/** How many signs beyond ASCII stand as typesetters place them; letters of another encoding hardly ever would. */
export function typographyOf(text: string): number {
  return text.match(typography)?.length ?? 0;
}

/** By encoding, the rows in which the characters of everyday texts stand, as the range of the first byte. */
const everydayRows: Readonly<Record<string, readonly [number, number]>> = {
  gb18030: [0xb0, 0xd7], // GB 2312, level 1: nine of ten characters of a text
  big5: [0xa4, 0xc6], // frequent characters
  'euc-kr': [0xb0, 0xc8], // Hangul
};

/**
 * True when bytes read in a Chinese or Korean encoding have more than a quarter of their pairs outside the rows of
 * everyday characters: another encoding of the same build (EUC-TW, Johab) is more likely then.
 */
export function isRareIn(encoding: string, bytes: Uint8Array): boolean {
  const rows = everydayRows[encoding];
  if (rows === undefined) return false;
  let everyday = 0;
  let all = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead <= 0x80) continue;
    at += 1;
    // Punctuation, Kana and letters with a width of two stand in the rows before.
    if (lead >= 0xa1 && lead <= (encoding === 'big5' ? 0xa3 : 0xac)) continue;
    all += 1;
    if (lead >= rows[0] && lead <= rows[1]) everyday += 1;
  }
  return everyday * 4 < all * 3;
}
