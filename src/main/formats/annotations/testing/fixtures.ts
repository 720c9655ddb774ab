import type { AnnotatedDocument, AnnotationCode, DocumentAnnotation, ExportInfo } from '../corpus.ts';
import type { AnnotationFile, AnnotationWarning } from '../format.ts';
import { annotationFormat } from '../registry.ts';

/** A UUID made of one number, for fixtures. */
export function uuid(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const anna = { id: uuid(901), name: 'Anna Ångström' };
export const ben = { id: uuid(902), name: 'بن' };

function code(number: number, path: string, colour: string, pattern: 'plain' | 'striped' = 'plain'): AnnotationCode {
  const name = path.split(' / ').at(-1) ?? path;
  return { id: uuid(800 + number), path, name, definition: `What “${name}” means`, colour, pattern };
}

export const conflict = code(1, 'Frames / Conflict', '#b5482f');
export const anger = code(2, 'Frames / Ärger|Wut', '#2f6db5', 'striped');
export const hostile = code(3, '</script><img src=x onerror=alert(1)>', '#2fb56d');
export const chinese = code(4, '立场', 'not a colour');

export const info: ExportInfo = {
  project: { id: uuid(1), name: 'Test & <project>' },
  program: 'Galley 1.0',
  exported: Date.UTC(2026, 2, 4, 5, 6, 7),
};

/** The annotation of the first place where `quote` stands in `text`. */
export function coding(
  number: number,
  text: string,
  quote: string,
  given: Partial<DocumentAnnotation> = {},
): DocumentAnnotation {
  const start = text.indexOf(quote);
  if (start === -1) throw new Error(`“${quote}” is not in the text`);
  return {
    id: uuid(number),
    code: conflict,
    coder: anna,
    start,
    end: start + quote.length,
    memo: '',
    created: Date.UTC(2026, 0, 2, 3, 4, 5),
    modified: Date.UTC(2026, 0, 3, 3, 4, 5),
    ...given,
  };
}

export function article(number: number, given: Partial<AnnotatedDocument>): AnnotatedDocument {
  return {
    id: uuid(100 + number),
    name: `Article ${number}`,
    text: '',
    language: 'en',
    direction: 'ltr',
    facts: [],
    annotations: [],
    ...given,
  };
}

const mixedText =
  'Protest 😀 in the café\n\n' +
  'The mayor said: “No way.” Crowds_ *shouted* [loudly] | unbelievably; 👩‍🔬 left -> home.\n' +
  '\tA tab\tand C:\\new and </script> &amp; cafe\u0301 end';

/** Emoji, combining marks, tabs, reserved signs, overlaps, sub-word passages, a span over paragraphs, two coders, links. */
export const mixed = article(1, {
  name: 'Protest: "why?" <b>/..',
  text: mixedText,
  facts: [
    { variable: 'outlet', label: 'Outlet', value: 'The <Daily> & Co' },
    { variable: 'date', label: '', value: '2026-01-02' },
  ],
  annotations: [
    coding(1, mixedText, '😀 in the café\n\nThe mayor'),
    coding(2, mixedText, '😀', { code: chinese, coder: ben, memo: 'first line\n\tsecond & <third>' }),
    coding(3, mixedText, 'The mayor said', { code: anger, memo: '=SUM(A1)' }),
    coding(4, mixedText, 'mayor said: “No', { coder: ben }),
    coding(5, mixedText, 'believ', { code: anger }),
    coding(6, mixedText, 'Crowds_ *shouted* [loudly] |', { code: hostile }),
    coding(7, mixedText, '👩‍🔬 left -> home', {
      answers: [
        { variable: 'stance', label: 'Stance', value: 'strongly against', code: 2 },
        { variable: 'why', label: '', value: `a long text; ${'x'.repeat(80)}` },
      ],
    }),
    coding(8, mixedText, '\tA tab\tand C:\\new', { coder: ben, code: anger }),
    coding(9, mixedText, 'cafe\u0301', { code: chinese }),
  ],
  links: [{ id: uuid(701), source: uuid(3), target: uuid(7), relation: 'leads to' }],
});

const arabicText = 'خرج المتظاهرون إلى الشوارع.\nقال الوزير: «لن نتراجع»، ثم غادر 😀.';

export const arabic = article(2, {
  name: 'خبر',
  text: arabicText,
  language: 'ar',
  direction: 'rtl',
  annotations: [
    coding(11, arabicText, 'المتظاهرون إلى الشوارع'),
    coding(12, arabicText, 'تظاهر', { code: anger, memo: 'ملاحظة' }),
    coding(13, arabicText, 'نتراجع»، ثم غادر 😀', { coder: ben, code: hostile }),
  ],
});

const chineseText = '市长拒绝了抗议者的要求。𠮷野家也参加了。\n“不可能!”他说。';

export const cjk = article(3, {
  name: '新闻',
  text: chineseText,
  language: 'zh',
  annotations: [
    coding(21, chineseText, '拒绝了抗议者', { code: chinese }),
    coding(22, chineseText, '𠮷野家也参加了。\n“不可能'),
  ],
});

export const corpus: readonly AnnotatedDocument[] = [mixed, arabic, cjk, article(4, { name: 'خبر', text: 'Empty.' })];

/** The coded passages, in reading order. */
export function quotesOf({ text, annotations }: AnnotatedDocument): string[] {
  const ordered = annotations.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return ordered.map(({ start, end }) => text.slice(start, end));
}

export type WrittenExport = { files: ReadonlyMap<string, string | Uint8Array>; warnings: AnnotationWarning[] };

function addTo(files: Map<string, string | Uint8Array>, { name, content, append }: AnnotationFile): void {
  const before = files.get(name);
  if (before === undefined) files.set(name, content);
  else if (append === true && typeof before === 'string' && typeof content === 'string')
    files.set(name, before + content);
  else throw new Error(`${name} is written twice`);
}

/** Writes documents as an export does, and refuses names that would overwrite each other. */
export async function write(id: string, documents: readonly AnnotatedDocument[]): Promise<WrittenExport> {
  const writer = annotationFormat(id)?.open(info);
  if (writer === undefined) throw new Error(`no format ${id}`);
  const files = new Map<string, string | Uint8Array>();
  const warnings: AnnotationWarning[] = [];
  for (const document of documents) {
    const written = await writer.files(document);
    for (const file of written.files) addTo(files, file);
    warnings.push(...written.warnings);
  }
  const last = writer.closing();
  for (const file of last.files) addTo(files, file);
  return { files, warnings: [...warnings, ...last.warnings] };
}

/** The text of a written file. */
export function textOf({ files }: WrittenExport, name: string): string {
  const content = files.get(name);
  if (typeof content !== 'string') throw new Error(`no text file ${name} among ${[...files.keys()].join(', ')}`);
  return content;
}
