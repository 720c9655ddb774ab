/** Writes the pseudo language: the words of the program with other letters, so that what was not among them stands out. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const strange = 'áƀçđéƒğĥíĵķłɱñóþɋřšťúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶŁṀÑÓÞɊŘŠŤÚṼŴẊÝŽ';
const letters = new Map(Array.from(plain, (letter, at) => [letter, Array.from(strange)[at] ?? letter] as const));

/** A text with each letter of the Latin alphabet as one of its strange sisters, otherwise as it is. */
export function pseudo(text: string): string {
  return Array.from(text, (letter) => letters.get(letter) ?? letter).join('');
}

/** Calls whose strings are for the language's machinery: they compare, look or name a locale. */
const ofMachinery = /(^Intl\.|\.(startsWith|endsWith|includes|indexOf|split|test|match|get|has|padStart|padEnd)$)/;

function isMachinery(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return ofMachinery.test(node.expression.getText());
  return ts.isElementAccessExpression(node);
}

/** Whether a string is an id that the code goes by rather than a word. */
function isId(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    const compares = [
      ts.SyntaxKind.EqualsEqualsEqualsToken,
      ts.SyntaxKind.ExclamationEqualsEqualsToken,
      ts.SyntaxKind.InKeyword,
    ];
    return compares.includes(parent.operatorToken.kind);
  }
  if (ts.isPropertyAssignment(parent)) return parent.name === node || parent.name.getText() === 'language';
  if (ts.isPropertySignature(parent)) return parent.name === node;
  if (ts.isVariableDeclaration(parent)) return parent.name.getText() === 'locale';
  return ts.isCaseClause(parent) || ts.isParameter(parent) || ts.isBindingElement(parent);
}

/** What stands between the marks of a literal, with its escapes as they are. */
function changed(source: string): string {
  const parts = source.split(/(\\(?:u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.))/su);
  return parts.map((part, at) => (at % 2 === 1 ? part : pseudo(part))).join('');
}

/** A module of words in the pseudo language. */
export function pseudoModule(path: string, text: string): string {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const pieces: { start: number; end: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (isMachinery(node)) {
      // The words within may still be spoken: `words.split(…)` begins with what is looked at.
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
        visit(node.expression.expression);
      return;
    }
    if (ts.isStringLiteral(node) && node.text === 'en-GB') {
      // Months, numbers and lists of a language in other letters.
      pieces.push({ start: node.getStart(tree), end: node.end, text: "'ru-RU'" });
      return;
    }
    const isWords =
      ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateLiteralToken(node);
    if (isWords && !isId(node)) {
      const start = node.getStart(tree);
      const source = text.slice(start, node.end);
      const [open, shut] = ts.isTemplateHead(node) || ts.isTemplateMiddle(node) ? [1, 2] : [1, 1];
      const inside = changed(source.slice(open, source.length - shut));
      pieces.push({ start, end: node.end, text: source.slice(0, open) + inside + source.slice(source.length - shut) });
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(tree, visit);
  let result = '';
  let from = 0;
  for (const piece of pieces.sort((a, b) => a.start - b.start)) {
    result += text.slice(from, piece.start) + piece.text;
    from = piece.end;
  }
  return result + text.slice(from);
}

/** Imports that leave the folder of words lead to where they led. */
function rebased(text: string, path: string, words: string): string {
  return text.replace(/(from ')(\.[^']+)(')/g, (whole, before: string, specifier: string, after: string) => {
    const place = resolve(dirname(path), specifier);
    return relative(words, place).startsWith('..') ? `${before}${place}${after}` : whole;
  });
}

/**
 * Writes the pseudo language of the words in a folder to another, which is made anew.
 * @param words absolute path, such as `src/shared/words/english` of the project
 * @param to absolute path
 */
export function writePseudo(words: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  for (const name of readdirSync(words, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const path = join(words, name);
    const place = join(to, name);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, rebased(pseudoModule(path, readFileSync(path, 'utf8')), path, words));
  }
}
