import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { warningInWords } from '../../../../shared/words/warning.ts';
import { encodingNameOf } from './names.ts';
import { readText, type DecodedText } from './readText.ts';

const bytesOf = (...values: number[]): Uint8Array => Uint8Array.from(values);
const read = (bytes: Uint8Array, chosen?: string): Promise<DecodedText> =>
  readText({ name: 'a.txt', bytes }, { chosen });
const codes = (decoded: DecodedText): string[] => decoded.warnings.map((warning) => warning.code);

const german =
  'Die Abgeordneten stimmten für das Gesetz über größere Wälder. „Schön“, sagte die Ministerin – 5 € je Baum.';
const french =
  'Le ministère a annoncé que l’élève était arrivé à l’école où déjà des mères protestaient contre la réforme.';
const russian = 'Министр заявил, что новые правила вступят в силу в январе. Журналисты задали ему несколько вопросов.';
const chinese = '国务院总理昨天在北京表示，新的规定将于明年一月起实施。记者向他提出了几个问题，他没有回答。';
const japanese = '首相は昨日、東京で記者会見を開き、新しい制度を来年一月から始めると発表しました。';
const korean = '정부는 어제 서울에서 기자회견을 열고 새로운 제도를 내년 일월부터 시행한다고 발표했다.';

describe('Unicode files', () => {
  const sample = 'Zürich 東京 😀 — ok\n';

  test('UTF-8 without mark is known by its validity', async () => {
    const decoded = await read(new TextEncoder().encode(sample));
    expect(decoded).toEqual({
      text: sample,
      encoding: 'utf-8',
      encodingSource: 'valid-utf-8',
      lineEnds: 'lf',
      warnings: [],
    });
  });

  // Bytes of the marks: Unicode Standard, table 23-6.
  test.each([
    ['utf-8', 'utf8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', 'utf-16le', [0xff, 0xfe]],
    ['utf-16be', 'utf-16be', [0xfe, 0xff]],
    ['utf-32le', 'utf-32le', [0xff, 0xfe, 0, 0]],
    ['utf-32be', 'utf-32be', [0, 0, 0xfe, 0xff]],
  ])('%s with its mark is known by the mark, which is not part of the text', async (name, codec, mark) => {
    const decoded = await read(bytesOf(...mark, ...iconv.encode(sample, codec)));
    expect(decoded).toMatchObject({ text: sample, encoding: name, encodingSource: 'bom', warnings: [] });
  });

  test.each([
    ['utf-16le', german],
    ['utf-16be', german],
    ['utf-16le', `${russian}\n${russian}`],
    ['utf-16be', `${russian}\n${russian}`],
    ['utf-16le', `${chinese}\n${chinese}\n`],
    ['utf-16be', `${chinese}\n${chinese}\n`],
    ['utf-32le', german],
    ['utf-32be', `${japanese}\n`],
  ])('%s without mark is recognised: %s', async (name, text) => {
    const decoded = await read(new Uint8Array(iconv.encode(text, name)));
    expect(decoded).toMatchObject({ text, encoding: name, encodingSource: 'detected' });
  });

  test('UTF-8 with a broken byte stays UTF-8 and says where the damage is', async () => {
    const decoded = await read(
      bytesOf(...new TextEncoder().encode(`${russian}\nА`), 0xd0, 0x0a, ...new TextEncoder().encode(russian)),
    );
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.text).toBe(`${russian}\nА\ufffd\n${russian}`);
    expect(decoded.warnings.map(warningInWords)).toEqual([
      {
        code: 'replacement-characters',
        message: '1 character shown as � could not be read as utf-8; the first is in line 2.',
        line: 2,
      },
    ]);
  });

  test('a replacement character that stands in the file is reported as such', async () => {
    expect(codes(await read(new TextEncoder().encode('caf\ufffd')))).toEqual(['replacement-in-source']);
  });

  test('half a surrogate pair in UTF-16 becomes a replacement character with a warning', async () => {
    const decoded = await read(bytesOf(0xff, 0xfe, 0x41, 0, 0x3d, 0xd8, 0x42, 0));
    expect(decoded.text).toBe('A\ufffdB');
    expect(codes(decoded)).toEqual(['replacement-characters']);
  });

  test('text is not normalised', async () => {
    const decomposed = 'e\u0301 \u212b \ufb01';
    expect((await read(new TextEncoder().encode(decomposed))).text).toBe(decomposed);
  });
});

describe('older encodings', () => {
  test.each([
    ['windows-1252', german],
    ['windows-1252', french],
    ['windows-1251', russian],
    ['gb18030', chinese],
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['euc-kr', korean],
    ['koi8-r', russian],
    ['iso-8859-5', russian],
    ['big5', '行政院長昨天在臺北表示，新的規定將於明年一月起實施。記者向他提出了幾個問題，他沒有回答。'],
    [
      'windows-1253',
      'Ο υπουργός δήλωσε ότι οι νέοι κανόνες θα ισχύσουν από τον Ιανουάριο. Οι δημοσιογράφοι ρώτησαν πολλά.',
    ],
    [
      'windows-1254',
      'Bakan, yeni kuralların ocak ayında yürürlüğe gireceğini söyledi. Gazeteciler çok sayıda soru sordu, o ise cevap vermedi.',
    ],
    ['windows-1255', 'השר אמר כי הכללים החדשים ייכנסו לתוקף בחודש ינואר. העיתונאים שאלו אותו כמה שאלות נוספות.'],
    ['windows-1256', 'قال الوزير إن القواعد الجديدة ستدخل حيز التنفيذ في شهر يناير. وطرح عليه الصحفيون عدة أسئلة.'],
    [
      'windows-1250',
      'Minister oświadczył, że nowe przepisy wejdą w życie w styczniu. „Dziękuję”, powiedział dziennikarzom i wyszedł ze śmiechem.',
    ],
  ])('%s is recognised: %s', async (encoding, text) => {
    const decoded = await read(new Uint8Array(iconv.encode(text, encoding)));
    expect(decoded).toMatchObject({ text, encoding, encodingSource: 'detected' });
  });

  // Hand-written from the code charts: 0xE9 is é, 0x93 and 0x94 are curly quotes, 0x80 is the euro in Windows-1252.
  test('a short Western line is Windows-1252, with a warning that the evidence is thin', async () => {
    const line = bytesOf(0x93, 0x43, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x63, 0x6f, 0x73, 0x74, 0x73, 0x20, 0x80, 0x35);
    const decoded = await read(line);
    expect(decoded).toMatchObject({ text: '“Café” costs €5', encoding: 'windows-1252' });
    expect(decoded.warnings.map((warning) => warningInWords(warning).message).join()).toContain(
      'guessed as windows-1252',
    );
  });

  // Code charts: Windows-1251 puts А at 0xC0 and а at 0xE0; KOI8-R puts а at 0xC1. "Новости дня".
  test('a short Cyrillic line', async () => {
    const line = bytesOf(0xcd, 0xee, 0xe2, 0xee, 0xf1, 0xf2, 0xe8, 0x20, 0xe4, 0xed, 0xff);
    expect(await read(line)).toMatchObject({ text: 'Новости дня', encoding: 'windows-1251' });
  });

  test('the first byte above ASCII may come after a long plain beginning', async () => {
    const text = `${'A plain English line of a long report.\n'.repeat(4000)}${russian}\n${russian}\n`;
    const decoded = await read(new Uint8Array(iconv.encode(text, 'windows-1251')));
    expect(decoded.encoding).toBe('windows-1251');
    expect(decoded.text).toBe(text);
  });

  test('ISO-2022-JP, which is all ASCII bytes, is not taken for UTF-8', async () => {
    // JIS X 0208 between ESC $ B and ESC ( B: 日本語.
    const bytes = bytesOf(0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x38, 0x6c, 0x1b, 0x28, 0x42, 0x0a);
    expect(await read(bytes)).toMatchObject({ text: '日本語\n', encoding: 'iso-2022-jp' });
  });

  // RFC 1557 gives the shape; KS X 1001 has 한 at 47 51 and 글 at 31 5B. RFC 1843 has the second line as its example.
  test.each([
    ['iso-2022-kr', '\u001b$)C\n\u000eGQ1[\u000f!\n', '\n한글!\n'],
    ['hz-gb-2312', 'This: ~{<:Ky2;S{#,NpJ)l6HK!#~}Bye.~~', 'This: 己所不欲，勿施於人。Bye.~'],
  ])('%s, which is all ASCII bytes, is read', async (encoding, written, text) => {
    expect(await read(new TextEncoder().encode(written))).toMatchObject({ text, encoding, warnings: [] });
  });

  // Two sentences as Python's johab codec and the iconv program write them; neither encoding can be decoded here.
  test('Johab is refused by its name', async () => {
    const johab =
      'b8f7a681936520b4e1b9412090819165a681c8e120b5658b71b76920b7a5ac77d0618ba19da1208969b8f7d09694612e20' +
      'ba81a3a59769b76520d0628a61208b65c0e1b54120ac819da1209769b4e1ace52089b7b877b78120ada1b771209881a285b54120a689cd65b76920896389a120b7b694612e';
    await expect(read(new Uint8Array(Buffer.from(johab, 'hex')))).rejects.toMatchObject({
      code: 'file-unsupported',
      message: expect.stringContaining('Johab') as unknown,
    });
  });

  test('EUC-TW is never taken for simplified Chinese without a warning', async () => {
    const eucTw =
      'd1c9cdb4d1d4c5b2caeeccf9dab7cdfcc8a1d8c4dfc8d8edeff2c8d2cfdaedbae4eda1a4cda2c6e1cdecd1acf0d0d5f7cfe1cfd4e4bb' +
      'd0facefbc4d6ecdef0c1d3f6c5b4c4cba1a2d3d1cae5e9f0cab8e4b0efcfa1a4';
    expect(codes(await read(new Uint8Array(Buffer.from(eucTw, 'hex'))))).toContain('encoding-unsure');
  });

  test('a declaration that garbles the words is not believed', async () => {
    const bytes = new Uint8Array(iconv.encode(`${russian} ${russian}`, 'windows-1251'));
    const decoded = await readText({ name: 'a.html', bytes }, { declared: () => 'macintosh' });
    expect(decoded).toMatchObject({ text: `${russian} ${russian}`, encoding: 'windows-1251', warnings: [] });
  });

  test('the Korean syllables that only the extended code page has are read', async () => {
    // CP949 0x8C63 is 똠 (U+B620).
    expect((await read(bytesOf(0x8c, 0x63), 'euc-kr')).text).toBe('똠');
  });
});

describe('the choice of the user', () => {
  test('overrules what the bytes say', async () => {
    const decoded = await read(new TextEncoder().encode('é'), 'latin1');
    expect(decoded).toMatchObject({ text: 'Ã©', encoding: 'windows-1252', encodingSource: 'chosen' });
  });

  test('names are those of the WHATWG Encoding Standard, labels in any case', async () => {
    const names = await Promise.all(
      ['Latin1', 'ISO-8859-1', 'GB2312', 'x-sjis', 'UTF8', 'cp866', 'UTF-32LE', 'cp437'].map(encodingNameOf),
    );
    expect(names).toEqual([
      'windows-1252',
      'windows-1252',
      'gb18030',
      'shift_jis',
      'utf-8',
      'ibm866',
      'utf-32le',
      'cp437',
    ]);
  });

  test('an unknown name is refused', async () => {
    await expect(read(new TextEncoder().encode('a'), 'klingon-8')).rejects.toMatchObject({ code: 'file-unsupported' });
    await expect(read(new TextEncoder().encode('a'), 'base64')).rejects.toMatchObject({ code: 'file-unsupported' });
  });
});

describe('what is no text', () => {
  test('no bytes', async () => {
    await expect(read(bytesOf())).rejects.toMatchObject({ code: 'file-empty' });
  });

  test.each([
    ['a PDF file', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x34]],
    ['a Word, Excel, EPUB or zip file', [0x50, 0x4b, 3, 4, 20, 0]],
    ['a PNG picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ])('%s is called by its name', async (kind, bytes) => {
    await expect(read(bytesOf(...bytes))).rejects.toMatchObject({
      code: 'file-binary',
      message: expect.stringMatching(
        new RegExp(`^a\\.txt is ${kind}\\. Galley reads \\.txt, .*; save or export this file as one of these\\.$`, 'u'),
      ) as string,
    });
  });

  test('NUL bytes that make no UTF-16', async () => {
    await expect(read(bytesOf(1, 0, 0, 0, 0x41, 0xff, 0xff, 0, 0, 3, 0xd8, 0xd8))).rejects.toMatchObject({
      code: 'file-binary',
    });
    await expect(read(new TextEncoder().encode('An \0 article \0 with \0 many'))).rejects.toMatchObject({
      code: 'file-binary',
    });
  });

  test.each(['utf-8', 'utf-16le'])('a single NUL in a text is shown and reported (%s)', async (encoding) => {
    const text = 'A first line.\nAn article with a \0 in it, long enough.';
    const decoded = await read(new Uint8Array(iconv.encode(text, encoding, { addBOM: true })));
    expect(decoded.text).toBe('A first line.\nAn article with a \ufffd in it, long enough.');
    expect(decoded.warnings.map(warningInWords)).toEqual([
      {
        code: 'nul-characters',
        message: '1 NUL character, which no text can hold, is shown as �; the first is in line 2.',
        line: 2,
      },
    ]);
  });

  test('many control characters', async () => {
    const bytes = Uint8Array.from({ length: 400 }, (_, at) => (at % 10 === 0 ? 1 + (at % 7) : 0x61));
    await expect(read(bytes)).rejects.toMatchObject({ code: 'file-binary' });
  });

  test('a stray control character is kept and reported', async () => {
    const decoded = await read(new TextEncoder().encode(`${german}\n${german}\u0007`));
    expect(decoded.text.endsWith('\u0007')).toBe(true);
    expect(decoded.warnings).toMatchObject([{ code: 'control-characters', line: 2 }]);
  });
});
