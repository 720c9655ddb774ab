import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { arabic, article, coding, corpus, mixed, write } from '../testing/fixtures.ts';
import { findPython, hasLibreOffice, pythonJson, withFolder } from '../testing/programs.ts';
import type { AnnotatedDocument } from '../corpus.ts';

const python = findPython();

/** Reads the package with Python's zip and XML readers: the lines of the text, and what each comment is about. */
const reader = `
import glob, json, zipfile
from xml.etree import ElementTree as ET
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
def text_of(node):
    return ''.join('\\t' if n.tag == W + 'tab' else n.text or '' for n in node.iter() if n.tag in (W + 't', W + 'tab'))
pack = zipfile.ZipFile(glob.glob('*.docx')[0])
assert pack.testzip() is None
for name in pack.namelist():
    if name.endswith('.xml') or name.endswith('.rels'):
        ET.fromstring(pack.read(name))
body = ET.fromstring(pack.read('word/document.xml')).find(W + 'body')
open_, about, lines, inside = set(), {}, [], False
for p in body:
    if p.tag == W + 'p' and p.find(W + 'pPr/' + W + 'pStyle') is not None:
        inside = text_of(p) == 'Text'
        continue
    if not inside or p.tag != W + 'p':
        continue
    line = ''
    for node in p:
        ident = node.get(W + 'id')
        if node.tag == W + 'commentRangeStart': open_.add(ident); about.setdefault(ident, '')
        elif node.tag == W + 'commentRangeEnd': open_.discard(ident)
        elif node.tag == W + 'r' and node.find(W + 'rPr/' + W + 'vertAlign') is None:
            part = text_of(node)
            line += part
            for one in open_: about[one] += part
    for one in open_: about[one] += '\\n'
    lines.append(line)
comments = {}
for c in ET.fromstring(pack.read('word/comments.xml')) if 'word/comments.xml' in pack.namelist() else []:
    comments[c.get(W + 'id')] = dict(author=c.get(W + 'author'), date=c.get(W + 'date'), lines=[text_of(p) for p in c.iter(W + 'p')])
bidi = sum(1 for p in body.iter(W + 'bidi') if p.get(W + 'val') not in ('false', '0'))
shaded = sum(1 for p in body.iter(W + 'shd'))
print(json.dumps(dict(lines=lines, about=about, comments=comments, open=len(open_), bidi=bidi, shaded=shaded)))
`;

type Read = {
  lines: string[];
  about: Record<string, string>;
  comments: Record<string, { author: string; date: string; lines: string[] }>;
  open: number;
  bidi: number;
  shaded: number;
};

async function read(document: AnnotatedDocument): Promise<Read> {
  const { files } = await write('docx', [document]);
  // The program prints this shape; the tests compare its parts.
  return withFolder(files, (folder) => pythonJson(python ?? '', folder, reader) as Read);
}

afterEach(() => {
  vi.useRealTimers();
});

describe.skipIf(python === null)('a highlighted document for Word, read in Python', () => {
  it.each(corpus.map((document) => [document.name, document] as const))(
    'is well-formed and holds the text and the passages: %s',
    async (_, document) => {
      const found = await read(document);
      const lines = document.text.split('\n');
      expect(found.lines.slice(0, lines.length)).toEqual(lines);
      expect(found.open).toBe(0);
      const ordered = document.annotations.toSorted((a, b) => a.start - b.start || b.end - a.end);
      expect(
        Object.fromEntries(ordered.map(({ start, end }, index) => [String(index), document.text.slice(start, end)])),
      ).toEqual(found.about);
    },
  );

  it('says in each comment the code, the coder, the answers and the memo', async () => {
    const { comments } = await read(mixed);
    expect(comments['1']).toEqual({
      author: 'بن',
      date: '2026-01-03T03:04:05.000Z',
      lines: ['立场 · بن · 2', 'first line', '\tsecond & <third>'],
    });
    expect(comments['6']?.lines.slice(0, 2)).toEqual([
      'Frames / Conflict · Anna Ångström · 7',
      'Stance: strongly against',
    ]);
  });

  it('marks right-to-left paragraphs', async () => {
    expect((await read(arabic)).bidi).toBeGreaterThanOrEqual(2);
    expect((await read(article(1, { text: 'left' }))).bidi).toBe(0);
  });

  it('holds characters that XML cannot, as U+FFFD', async () => {
    const text = 'a\u0000b\ufffec';
    const { lines } = await read(article(1, { text, annotations: [coding(1, text, text, { memo: '\u0001' })] }));
    expect(lines[0]).toBe('a\ufffdb\ufffdc');
  });
});

describe('a highlighted document for Word', () => {
  it('is the same bytes at any hour', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 5, 1) });
    const first = await write('docx', [mixed]);
    vi.setSystemTime(Date.UTC(2031, 9, 9, 9, 9, 9));
    const second = await write('docx', [mixed]);
    expect([...second.files]).toEqual([...first.files]);
  });

  it.skipIf(!hasLibreOffice())(
    'is opened by LibreOffice, with its text and comments',
    { timeout: 120_000 },
    async () => {
      const { files } = await write('docx', [mixed]);
      const [name = ''] = files.keys();
      withFolder(files, (folder) => {
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
        for (const type of ['txt:Text (encoded):UTF8', 'fodt']) {
          execFileSync(
            'libreoffice',
            [profile, '--headless', '--convert-to', type, '--outdir', folder, join(folder, name)],
            { stdio: 'ignore' },
          );
        }
        const base = join(folder, name.replace(/\.docx$/u, ''));
        expect(existsSync(`${base}.txt`)).toBe(true);
        const text = readFileSync(`${base}.txt`, 'utf8');
        expect(text).toContain('and C:\\new');
        expect(text).toContain('cafe\u0301');
        const opened = readFileSync(`${base}.fodt`, 'utf8');
        expect(opened.match(/<office:annotation /gu)).toHaveLength(mixed.annotations.length);
        expect(opened.match(/<office:annotation-end /gu)).toHaveLength(mixed.annotations.length);
        expect(opened).toContain('<dc:creator>بن</dc:creator>');
      });
    },
  );
});
