import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp } from '../../app/testApp.ts';
import type { TestApp } from '../../app/testApp.ts';
import { findPython, hasLibreOffice, pythonJson } from '../../formats/annotations/testing/programs.ts';
import { readWebannoTsv } from '../../formats/annotations/testing/webannoReader.ts';
import { recordName } from '../../jobs/files/exportRecord.ts';
import { exportedNames } from '../../services/testListing.ts';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';

/** The sample project with an answered passage and a link, exported by the command line into every annotation format. */
let sample: TestApp;
let place: CommandFolder;
let report: { folders: { name: string; documents: number; files: number }[]; files: unknown[]; warnings: string[] };
/** What the project says of its codings, by document name: the window's own view, sorted by place. */
const expected = new Map<string, { text: string; quotes: string[] }>();

const formats = 'web-annotation,brat,webanno,spacy,semeval,html,docx';
const python = findPython();
const xmllint = runs('xmllint', ['--version']);

function runs(program: string, words: string[]): boolean {
  try {
    execFileSync(program, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false; // not installed: the test that needs it is skipped, visibly
  }
}

async function fillSample(): Promise<string> {
  const { client, app, folder } = sample;
  await client.call('project.openSample', {});
  const { rows: documents } = await client.call('documents.list', { offset: 0, limit: 100 });
  const [first] = documents;
  if (!first) throw new Error('the sample has no documents');
  const { annotations } = await client.call('documents.open', { document: first.id });
  const [one, other] = annotations.rows;
  if (!one || !other) throw new Error('the sample has no codings');
  const code = annotations.codes[one[3]];
  if (code === undefined) throw new Error('the coding has no code');
  const coder = (await client.call('coders.list', {})).find(({ id }) => id === annotations.coders[one[4]]);
  await client.call('coders.identify', { name: coder?.name ?? '' });
  const variable = await client.call('variables.create', {
    scope: 'passage',
    code,
    name: 'tone',
    label: 'Tone',
    level: 'ordinal',
    choices: [{ value: 1, label: 'warm' }],
  });
  await client.call('answers.set', { document: first.id, annotation: one[0], variable: variable.id, value: 1 });
  await client.call('links.create', { source: one[0], target: other[0], relation: 'leads to' });
  for (const { id, name } of documents) {
    const { text, annotations: batch } = await client.call('documents.open', { document: id });
    expected.set(name, { text, quotes: batch.rows.map(([, start, end]) => text.slice(start, end)) });
  }
  await app.close();
  const [file = ''] = readdirSync(join(folder, 'projects')).filter((name) => name.endsWith('.galley'));
  return join(folder, 'projects', file);
}

beforeAll(async () => {
  sample = createTestApp();
  place = createCommandFolder();
  const project = await fillSample();
  report = (await place.json('export', project, 'out', '--format', formats, '--json')) as typeof report;
  await place.json('export', project, 'again', '--format', formats, '--json');
}, 120_000);
afterAll(async () => {
  place.end();
  await sample.end();
});

const sorted = (quotes: Iterable<string>): string[] => [...quotes].sort();
const allQuotes = (): string[] => sorted([...expected.values()].flatMap(({ quotes }) => quotes));
const file = (...names: string[]): string => readFileSync(join(place.folder, 'out', ...names), 'utf8');
const list = (folder: string, end: string): string[] =>
  readdirSync(join(place.folder, 'out', folder)).filter((name) => name.endsWith(end));
const textOf = (quotes: readonly string[]): string => quotes.map((quote) => quote.replaceAll('\n', ' ')).join('|');

describe('The sample project as annotation files', () => {
  test('has a folder for each format, without tables', () => {
    expect(report.files).toEqual([]);
    expect(report.folders.map(({ name, documents }) => [name, documents])).toEqual(
      formats.split(',').map((name) => [name, 8]),
    );
    expect(exportedNames(join(place.folder, 'out')).sort()).toEqual(formats.split(',').sort());
  });

  test('is the same bytes when exported again', () => {
    const names = readdirSync(join(place.folder, 'out'), { recursive: true, withFileTypes: true });
    expect(names.length).toBeGreaterThan(50);
    for (const entry of names) {
      if (!entry.isFile() || entry.name === recordName) continue;
      const path = join(entry.parentPath, entry.name);
      const twin = path.replace(join(place.folder, 'out'), join(place.folder, 'again'));
      expect(readFileSync(path).equals(readFileSync(twin)), path).toBe(true);
    }
  });

  test.skipIf(python === null)('in brat, Python finds every quotation at its offsets', () => {
    // Splits lines and characters as Python does, and reads by brat's description, not by Galley's writer.
    const program = `
import glob, json, re
quotes, attributes, relations = [], [], []
for path in sorted(glob.glob('*.ann')):
    text = open(path[:-4] + '.txt', encoding='utf-8', newline='').read()
    for line in open(path, encoding='utf-8', newline='').read().splitlines():
        ident, rest = line.split('\\t', 1)
        if ident[0] == 'T':
            head, quote = rest.split('\\t')
            name, spans = head.split(' ', 1)
            parts = [tuple(map(int, s.split(' '))) for s in spans.split(';')]
            assert re.fullmatch(r'[A-Za-z0-9_-]+', name), name
            assert ' '.join(text[a:b] for a, b in parts) == quote, (path, line)
            quotes.append(text[parts[0][0]:parts[-1][1]])
        elif ident[0] == 'A': attributes.append(rest)
        elif ident[0] == 'R': relations.append(rest)
print(json.dumps(dict(quotes=quotes, attributes=attributes, relations=relations)))`;
    const read = pythonJson(python ?? '', join(place.folder, 'out', 'brat'), program) as {
      quotes: string[];
      attributes: string[];
      relations: string[];
    };
    expect(sorted(read.quotes)).toEqual(allQuotes());
    expect(read.attributes.some((line) => /^Tone T\d+ warm$/u.test(line))).toBe(true);
    expect(read.relations).toHaveLength(1);
    expect(read.relations[0]).toMatch(/^leads_to Arg1:T\d+ Arg2:T\d+$/u);
  });

  test.skipIf(python === null)('in W3C and spaCy JSON, Python finds every quotation at its offsets', () => {
    const program = `
import glob, json
w3c, spacy, context = [], [], 0
for path in sorted(glob.glob('web-annotation/*.jsonld')):
    text = open(path[:-7] + '.txt', encoding='utf-8', newline='').read()
    page = json.load(open(path, encoding='utf-8'))['first']
    for item in page['items']:
        if item['motivation'] != 'tagging': continue
        place, quote = item['target']['selector']
        assert text[place['start']:place['end']] == quote['exact']
        assert text[:place['start']].endswith(quote['prefix']) and text[place['end']:].startswith(quote['suffix'])
        w3c.append(quote['exact'])
for line in open('spacy/corpus.jsonl', encoding='utf-8'):
    doc = json.loads(line)
    spacy += [doc['text'][s['start']:s['end']] for group in doc['spans'].values() for s in group]
print(json.dumps(dict(w3c=w3c, spacy=spacy)))`;
    const read = pythonJson(python ?? '', join(place.folder, 'out'), program) as { w3c: string[]; spacy: string[] };
    expect(sorted(read.w3c)).toEqual(allQuotes());
    expect(sorted(read.spacy)).toEqual(allQuotes());
  });

  test('in WebAnno TSV, a reader that counts as INCEpTION does finds every quotation', () => {
    const quotes: string[] = [];
    for (const name of list('webanno', '.tsv')) {
      const { text, annotations } = readWebannoTsv(file('webanno', name));
      for (const { start, end } of annotations) quotes.push(text.slice(start, end));
    }
    expect(textOf(sorted(quotes))).toBe(textOf(allQuotes()));
  });

  test.skipIf(python === null)('in SemEval files, Python finds every quotation under its technique', () => {
    const program = `
import glob, json
quotes = []
for path in sorted(glob.glob('labels-task2-technique-classification/*.labels')):
    for line in open(path, encoding='utf-8'):
        article, technique, start, end = line.rstrip('\\n').split('\\t')
        text = open('articles/article%s.txt' % article, encoding='utf-8', newline='').read()
        quotes.append(text[int(start):int(end)])
print(json.dumps(quotes))`;
    const read = pythonJson(python ?? '', join(place.folder, 'out', 'semeval'), program) as string[];
    // Coders who agree give one line, so the same passages are asked for, not their number.
    expect(sorted(new Set(read))).toEqual(sorted(new Set(allQuotes())));
  });

  test.skipIf(!xmllint)('the highlighted pages are sound HTML, and name what they show', () => {
    const pages = list('html', '.html');
    expect(pages).toHaveLength(8);
    for (const page of pages) {
      const path = join(place.folder, 'out', 'html', page);
      const count = execFileSync('xmllint', ['--html', '--xpath', 'count(//script)+count(//link)', path], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'], // its HTML 4 parser grumbles at the elements of HTML 5
      });
      expect(count.trim()).toBe('0');
    }
  });

  test.skipIf(!hasLibreOffice())('LibreOffice reads the Word documents', { timeout: 120_000 }, () => {
    const [name = ''] = list('docx', '.docx');
    const folder = join(place.folder, 'read');
    mkdirSync(folder);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const path = join(place.folder, 'out', 'docx', name);
    const words = [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, path];
    execFileSync('libreoffice', words, { stdio: 'ignore' });
    const read = readFileSync(join(folder, name.replace(/\.docx$/u, '.txt')), 'utf8');
    // Numbers of codings stand between the words, so what is compared is the words alone.
    const letters = (words: string): string => words.replace(/[^\p{L}]/gu, '');
    const texts = [...expected.values()].map(({ text }) => letters(text));
    expect(texts.filter((text) => letters(read).includes(text))).toHaveLength(1);
  });
});

describe('A folder that is there already', () => {
  test('keeps what is not of the export, which the report names', async () => {
    const projects = join(sample.folder, 'projects');
    const [project = ''] = readdirSync(projects).filter((name) => name.endsWith('.galley'));
    mkdirSync(join(place.folder, 'kept', 'brat'), { recursive: true });
    writeFileSync(join(place.folder, 'kept', 'brat', 'mine.ann'), 'mine');
    writeFileSync(join(place.folder, 'kept', 'brat', 'notes.md'), 'notes');
    const { status, error, out } = await place.galley('export', join(projects, project), 'kept', '--format', 'brat');
    expect(status).toBe(0);
    expect(out).toMatch(/^brat\/ +\d+ files\n$/u);
    expect(error).toContain('a file that this export did not write (mine.ann)');
    expect(readFileSync(join(place.folder, 'kept', 'brat', 'mine.ann'), 'utf8')).toBe('mine');
    expect(existsSync(join(place.folder, 'kept', 'brat', 'annotation.conf'))).toBe(true);
    expect(exportedNames(join(place.folder, 'kept'))).toEqual(['brat']);
  });

  test('stays as it was when a folder stands where a file is to go', async () => {
    const projects = join(sample.folder, 'projects');
    const [project = ''] = readdirSync(projects).filter((name) => name.endsWith('.galley'));
    mkdirSync(join(place.folder, 'blocked', 'brat', 'annotation.conf'), { recursive: true });
    const words = ['export', join(projects, project), 'blocked', '--format', 'brat,csv'];
    const { status, error } = await place.galley(...words);
    expect({ status, error }).toMatchObject({
      status: 1,
      error: expect.stringContaining('a folder has that name') as string,
    });
    expect(readdirSync(join(place.folder, 'blocked'))).toEqual(['brat']);
    expect(readdirSync(join(place.folder, 'blocked', 'brat'))).toEqual(['annotation.conf']);
  });
});

describe('A choice of rows', () => {
  test('holds for annotation files, too', async () => {
    const projects = join(sample.folder, 'projects');
    const [project = ''] = readdirSync(projects).filter((name) => name.endsWith('.galley'));
    const path = join(projects, project);
    await place.json(
      'export',
      path,
      'of-one',
      '--format',
      'spacy,csv',
      '--unit',
      'coding',
      '--coder',
      'Noor Saleh',
      '--json',
    );
    const lines = readFileSync(join(place.folder, 'of-one', 'spacy', 'corpus.jsonl'), 'utf8')
      .trimEnd()
      .split('\n');
    const spans = lines.map((line) => (JSON.parse(line) as { spans: Record<string, unknown[]> }).spans);
    expect(new Set(spans.flatMap((groups) => Object.keys(groups)))).toEqual(new Set(['Noor Saleh']));
    const rows = readFileSync(join(place.folder, 'of-one', 'codings.csv'), 'utf8').match(/,Noor Saleh,/gu) ?? [];
    expect(spans.flatMap((groups) => Object.values(groups).flat())).toHaveLength(rows.length);
  });
});
