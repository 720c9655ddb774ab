import ts from 'typescript';
import { complaint, isTest } from './module.ts';
import type { Module } from './module.ts';
import type { Rule } from './rule.ts';

/** Two words with a blank between them, the second of small letters: prose. */
const prose = /\p{L}{2,}[’”"`)]?[,;:.]? (?:“|\p{Ll}{2,}|\p{Ll} \p{Ll}{2,})/u;
const anyWord = /\p{L}{2,}/u;
const sql =
  /\b(iif|ifnull|hex|typeof)\(|\b(\w+\.\w+ AS|SET|SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE|PRAGMA|ALTER|DROP|JOIN|ORDER BY|AND|OR|VALUES|NULL|LIKE|ESCAPE|IN|NOT)\b/;

/** A tag of markup; what stands between tags may be prose. */
const tag = /<[!?/]?\w[^<>]*(>|$)/gu;

/** Attributes, style sheets, media types and queries: for programs. */
const forPrograms =
  /^[\w:]+="|\bxmlns=|var\(--|color-mix\(|; charset=|^\s*:root|^\s*body \{|^\(prefers|^(input|textarea)[,:]|^HTTP\//;

/** Places whose sentences are not the program's, or are not prose. */
const elsewhere: readonly RegExp[] = [
  // The words themselves.
  /^src\/shared\/words\//,
  // Codebooks that are published.
  /^src\/main\/formats\/codebook\/templates\//,
  // Data of languages: abbreviations, word borders, months, reserved words.
  /^src\/shared\/text\/(abbreviations|words\/table)\.ts$/,
  /^src\/main\/formats\/(texts\/monthNames|tables\/statistics\/names)\.ts$/,
  // Code of R and Python, the configuration of brat, the parts of workbooks.
  /^src\/main\/formats\/tables\/(scripts\/(python|r)|xlsx\/(parts|sheet))\.ts$/,
  /^src\/main\/formats\/annotations\/brat\//,
  // Names of elements of HTML, titles of columns that other programs write, cells of the table of figures that scripts read.
  /^src\/main\/formats\/texts\/html\/(guard|plainText|marked)\.ts$/,
  /^src\/main\/formats\/(codebook\/foreignTable|print\/agreement\/table)\.ts$/,
  // Styles of the reader.
  /^src\/renderer\/editor\/(theme|tintStyle|marginView)\.ts$/,
];

/** Ids, and signs that files bear, which look like prose. */
const ids = new Set([
  'article fact',
  'article question',
  'passage question',
  'by name',
  '(not applicable)',
  '\u0000not applicable',
  'Mutually exclusive codes, rule: ',
  'End of central directory record',
  'SQLite format 3\u0000',
  'Galley sample',
  'before restore ',
  '… (before restore … ……).galley',
  'file aside',
  'log aside',
  'in place',
  'bottom start',
  'text only',
  'not a call',
  'Galley was closed',
  'private, max-age=31536000, immutable',
]);

/** Attributes that are read out or shown. */
const spoken = new Set([
  'aria-label',
  'title',
  'placeholder',
  'alt',
  'label',
  'aria-description',
  'aria-roledescription',
]);

/** Attributes whose values are of the components. */
const isForPlacing = /^(placement|className|data-.*)$/;

function wordsIn(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

/** Errors that are faults of the program, and its log: read by whoever mends it. */
function isForMakers(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return ['Error', 'TypeError', 'RangeError'].includes(node.expression.getText());
  if (!ts.isCallExpression(node)) return false;
  return /(^|\.)(log|pragma|exec|prepare)$/.test(node.expression.getText());
}

function isSpoken(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return anyWord.test(node.text);
  if (!ts.isJsxAttribute(node) || !spoken.has(node.name.getText())) return false;
  return node.initializer !== undefined && ts.isStringLiteral(node.initializer) && anyWord.test(node.initializer.text);
}

function visit(node: ts.Node, found: (node: ts.Node) => void): void {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isForMakers(node)) return;
  if (ts.isJsxAttribute(node) && isForPlacing.test(node.name.getText())) return;
  const words = wordsIn(node)?.replace(tag, ' ') ?? null;
  const isProse =
    words !== null && prose.test(words) && !sql.test(words) && !forPrograms.test(words) && !ids.has(words);
  if (isProse || isSpoken(node)) found(node);
  ts.forEachChild(node, (child) => visit(child, found));
}

function check(module: Module): string[] {
  if (isTest(module.path) || elsewhere.some((place) => place.test(module.path))) return [];
  if (!module.path.startsWith('src/')) return [];
  const found: string[] = [];
  ts.forEachChild(module.tree, (child) =>
    visit(child, (node) => found.push(complaint(module, node, `says something of its own: ${node.getText()}`))),
  );
  return found;
}

/** What users read stands in the words of a language, so that all of it can be translated. */
export const sentencesRule: Rule = {
  name: 'what users read stands in src/shared/words alone',
  check,
  broken: [
    { path: 'src/main/services/a.ts', text: "throw new AppError('conflict', 'The name is taken.');" },
    { path: 'src/main/services/a.ts', text: 'const label = `Remove code “${name}”`;' },
    { path: 'src/renderer/desks/a.tsx', text: 'const a = <p>Cancel</p>;' },
    { path: 'src/renderer/desks/a.tsx', text: 'const a = <p aria-label="Cancel" />;' },
  ],
  sound: [
    { path: 'src/shared/words/english/a.ts', text: "export const a = 'The name is taken.';" },
    { path: 'src/main/services/a.ts', text: "throw new Error('a code without a name');" },
    { path: 'src/main/store/a.ts', text: "const rows = 'SELECT name FROM code';" },
    { path: 'src/renderer/desks/a.tsx', text: 'const a = <p className="big wide">{say.cancel}</p>;' },
    { path: 'src/main/services/a.test.ts', text: "expect(message).toBe('The name is taken.');" },
  ],
};
