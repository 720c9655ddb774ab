import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { codebookFormat } from './file.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Every fault of a file, one a line. */
function faultsOf(name: string, content: string | Uint8Array, variables?: string): string[] {
  const bytes = typeof content === 'string' ? encode(content) : content;
  try {
    codebookFormat(name).read({ bytes, variables: variables === undefined ? undefined : encode(variables) });
  } catch (error) {
    if (error instanceof AppError) return String(error.details['faults'] ?? error.message).split('\n');
    throw error;
  }
  return [];
}

function qdc(inside: string): string {
  return `<?xml version="1.0"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0">\n${inside}\n</CodeBook>`;
}

const first = '11111111-1111-4111-8111-111111111111';
const second = '22222222-2222-4222-8222-222222222222';

describe('a table of codes at fault', () => {
  it('that stands in a circle is refused with one line', () => {
    expect(faultsOf('x.csv', 'parent,name\nB,A\nC,B\nA,C\nA,D\n,E\n')).toEqual([
      'row 2: the codes stand in a circle: “A” below “B” below “C” below “A”',
    ]);
  });

  it('is refused where a parent is missing or could be several', () => {
    expect(faultsOf('x.csv', 'parent,name\n,A\n,B\nA,X\nB,X\nX,Y\nZ,W\nW,V\n')).toEqual([
      'row 6: “X” may be one of 2 codes; write its whole path',
      'row 7: there is no code “Z” above “W”',
    ]);
  });

  it('may name a parent by its path or its name, in any order', () => {
    const { codes } = codebookFormat('x.csv').read({ bytes: encode('parent,name\nX,Y\nA,X\nA / X,Z\n,A\n') });
    expect(codes.map(({ path }) => path.join(' / '))).toEqual(['A / X / Y', 'A / X', 'A / X / Z', 'A']);
  });

  it('is refused where a set has two rules', () => {
    expect(faultsOf('x.csv', 'path,set,rule\nA,S,warn\nB,S,refuse\nC,S,never\n')).toEqual([
      'row 3: the set “S” has the rule “warn” in row 2, and another one here',
      'row 4: “never” is not a rule; write warn or refuse',
    ]);
  });

  it('names the line that is not UTF-8', () => {
    expect(faultsOf('x.csv', Uint8Array.of(0x70, 0x0a, 0xff))).toEqual([
      'line 2: not UTF-8. Save it as UTF-8 (Excel: “CSV UTF-8”) and try again',
    ]);
  });
});

describe('a table of another program', () => {
  it('is mapped, with what was taken for what', () => {
    const table = 'tag,Memo,Colour,Grounded\nFrames > Conflict,who,"rgba(255,0,0,0.5)",7\nFrames,all,,9\n';
    const { codes, changes } = codebookFormat('x.csv').read({ bytes: encode(table) });
    expect(codes).toEqual([
      { path: ['Frames', 'Conflict'], definition: 'who', hue: 1 },
      { path: ['Frames'], definition: 'all' },
    ]);
    expect(changes).toEqual([
      'the column “tag” was taken for the path',
      'the column “Memo” was taken for the definition',
      'the column “Grounded” counts what was coded, and was left out',
      '“>” in “tag” was taken for the border between levels',
    ]);
  });

  it('has its codes under what a column of parents says, and is refused where paths say it too', () => {
    const { codes, changes } = codebookFormat('x.csv').read({ bytes: encode('Code,Parent\nActors,\nUnion,Actors\n') });
    expect(codes).toMatchObject([{ path: ['Actors'] }, { path: ['Actors', 'Union'] }]);
    expect(changes).toEqual(['the column “Code” was taken for the name']);
    for (const twice of ['path,parent\nUnion,Actors\n', 'Code,parent\nA > B,Actors\n'])
      expect(faultsOf('x.csv', twice)[0]).toContain('both say what stands above a code');
  });

  it('is refused where it says what would be lost', () => {
    expect(faultsOf('x.csv', 'Code,Author\nA\\B,Ada\n')[0]).toContain('the column “Author” is unknown');
  });
});

describe('variables at fault', () => {
  it('are named by their row in the second table, all at once', () => {
    const variables = [
      'code,scope,name,level,choices,minimum,maximum,show_if,fallback',
      ',,a,ratioo,,,,,',
      ',,b,nominal,one = x,,,,',
      ',,c,interval,,5,1,,',
      ',,d,interval,,,,,soon',
      'Z,,e,text,,,,,',
      ',,f,text,,,,"all of: ""nowhere"" = 1",',
      ',,g,text,,,,"all of: ""h"" answered",',
      ',,h,text,,,,"any of: ""g"" answered",',
      ',,g,text,,,,,',
      ',passage,i,text,,,,,',
      ',,j,interval,,0x5,,,',
    ].join('\n');
    expect(faultsOf('x.csv', 'path\nA\n', variables)).toEqual([
      'variables row 2: “ratioo” is not a level; write nominal, ordinal, interval, ratio, text, date, multiple or entity',
      'variables row 3: “one = x” is not a choice; write a number and its label, as in “1 = Yes”',
      'variables row 4: the minimum 5 is greater than the maximum 1',
      'variables row 5: the fallback “soon” is not a number',
      'variables row 11: a passage variable needs the code that it belongs to',
      'variables row 12: the minimum “0x5” is not a number',
      'variables row 6: there is no code “Z” to which the variable could belong',
      'variables row 10: the variable “g” stands already in variables row 8; name each one once',
      'variables row 7: the show-if rule asks for “nowhere”, which is missing',
      expect.stringMatching(/^variables row \d+: show-if rules go in a circle: /u),
    ]);
  });

  it('in JSON are named by their number', () => {
    const file = {
      galley: 'codebook',
      version: 2,
      codes: [],
      variables: [{ scope: 'document', name: 'a', level: 'x' }],
    };
    expect(faultsOf('x.json', JSON.stringify(file))).toEqual([expect.stringMatching(/^variable 1: level: /u)]);
  });
});

describe('a REFI-QDA codebook at fault', () => {
  it('is refused with the line of each fault', () => {
    const codes = [
      '<Codes>',
      `<Code guid="${first}" name="A" isCodable="true"/>`,
      `<Code guid="${first}" name="A" isCodable="true" color="red"/>`,
      `<Code guid="7" name="B" isCodable="true"><Memo/></Code>`,
      '</Codes>',
      '<Sets>',
      `<Set guid="${second}" name="S"><MemberCode guid="${second}"/></Set>`,
      '</Sets>',
    ].join('\n');
    expect(faultsOf('x.qdc', qdc(codes))).toEqual([
      `line 5: the GUID ${first} stands already in line 4`,
      'line 6: <Memo> has no place in <Code>, and would be lost',
    ]);
  });

  it('of another program comes in, with what was changed', () => {
    const codes = [
      '<Codes>',
      `<Code guid="${first}" name="A / B" isCodable="false" color="rgb(255, 0, 0)"/>`,
      '<Code name="A/B" isCodable="true" color="#0000ff80"/>',
      '<Code guid="{7}" name="C" isCodable="true" color="chartreuse-ish"/>',
      '</Codes><Sets>',
      `<Set guid="${second}" name="S"><MemberCode guid="${first}"/>`,
      `<MemberCode guid="${second}"/><MemberCode guid="{7}"/></Set></Sets>`,
    ].join('\n');
    const { codes: read, changes } = codebookFormat('x.qdc').read({ bytes: encode(qdc(codes)) });
    expect(read.map(({ path, definition, hue }) => [path, definition, hue])).toEqual([
      [['A/B'], 'Set: S', 1],
      [['A/B (2)'], '', 9],
      [['C'], 'Set: S', undefined],
    ]);
    expect(changes).toEqual([
      'line 4: “A / B” is called “A/B”, as “ / ” separates levels',
      'line 4: “A/B” was not for coding there; here any code can be applied',
      'line 4: the colour “rgb(255, 0, 0)” was read as #ff0000',
      'line 5: “A/B” stands there twice; this one is called “A/B (2)”',
      'line 5: the colour “#0000ff80” was read as #0000ff',
      'line 5: the code has no GUID; the code is taken without it',
      'line 6: the colour “chartreuse-ish” is not known; the code gets one of ours',
      'line 6: “{7}” is not a GUID; the code is taken without it',
      `line 9: the set “S” names the code ${second}, which is missing; it is left out`,
    ]);
  });

  it.each([
    [
      'is cut off',
      '<CodeBook xmlns="urn:QDA-XML:codebook:1.0">\n<Codes>',
      /^line 2: not well-formed XML: unclosed tag/u,
    ],
    [
      'has tags that cross',
      '<CodeBook>\n<Codes></CodeBook></Codes>',
      /^line 2: not well-formed XML: unexpected close tag/u,
    ],
    ['is a project', '<Project xmlns="urn:QDA-XML:project:1.0"/>', /^line 1: this is a REFI-QDA project/u],
    ['is a web page', '<html/>', /^line 1: the first element is <html>/u],
    ['has another namespace', '<CodeBook xmlns="urn:x"/>', /^line 1: the namespace “urn:x”/u],
    ['is empty', '', /^line 1: not well-formed XML/u],
    [
      'is an XML bomb',
      '<?xml version="1.0"?>\n<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<CodeBook>&b;</CodeBook>',
      /^line 2: the file has a document type/u,
    ],
    ['is nested to death', `<CodeBook>${'<Codes>'.repeat(5000)}`, /^line 1: elements are nested more than 210 deep/u],
  ])('that %s is refused with one line', (_, text, fault) => {
    expect(faultsOf('x.qdc', text)).toEqual([expect.stringMatching(fault)]);
  });

  it.each(['1.0', '0:4', '1:0'])('is read in the namespace %s', (version) => {
    const text = qdc(`<Codes><Code guid="${first}" name="A" isCodable="true"/></Codes><Sets/>`);
    const { codes } = codebookFormat('x.qdc').read({
      bytes: encode(text.replace('codebook:1.0', `codebook:${version}`)),
    });
    expect(codes).toMatchObject([{ path: ['A'] }]);
  });

  it('is read in the encoding of its byte order mark or its declaration, and refused in none', () => {
    const text = qdc(`<Codes><Code guid="${first}" name="Ä" isCodable="true"/></Codes>`);
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
    const latin = Buffer.from(text.replace('?>', ' encoding="ISO-8859-1"?>'), 'latin1');
    for (const bytes of [wide, latin])
      expect(codebookFormat('x.qdc').read({ bytes }).codes).toMatchObject([{ path: ['Ä'] }]);
    expect(faultsOf('x.qdc', new Uint8Array(Buffer.from(text, 'latin1')))).toEqual(['line 3: the bytes are not UTF-8']);
    expect(faultsOf('x.qdc', text.replace('?>', ' encoding="klingon"?>'))).toEqual([
      'line 1: the encoding “klingon” is not known',
    ]);
  });
});

describe('a printed codebook', () => {
  const file = {
    codes: [{ path: ['<b>A</b>'], definition: '<script>alert(1)</script>', hue: 3 }],
    sets: [],
    variables: [],
  };

  it('escapes what people wrote, and loads and runs nothing', async () => {
    const html = String((await codebookFormat('x.html').write(file, '"T" & <T>')).content);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('<title>&quot;T&quot; &amp; &lt;T&gt;</title>');
    expect(html).not.toMatch(/<script|<b>|https?:/u);
    expect(html).toContain("content=\"default-src 'none'; style-src 'unsafe-inline'\"");
  });

  it('cannot be read back, and says so', () => {
    expect(faultsOf('x.html', '<html>')).toEqual([
      'this is a document for people; a codebook is read from .csv, .json or .qdc',
    ]);
  });
});
