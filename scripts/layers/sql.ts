import ts from 'typescript';
import { complaint, isTest, walk } from './module.ts';
import type { Module } from './module.ts';
import type { Rule } from './rule.ts';

/** The text of string and template literals; what a template fills in counts as one space. */
function literalText(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' ');
}

function literals(module: Module, pattern: RegExp, what: string): string[] {
  const found: string[] = [];
  walk(module.tree, (node) => {
    const text = literalText(node);
    if (text !== null && pattern.test(text)) found.push(complaint(module, node, what));
  });
  return found;
}

/** Upper case, as all our SQL is written; so "Select a code from the list" is a sentence. */
const statement =
  /\b(SELECT\s[\s\S]*\sFROM|INSERT(\s+OR\s+\w+)?\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|(CREATE|DROP|ALTER)\s+(TEMP\s+)?(TABLE|TRIGGER|INDEX|VIEW)|PRAGMA\s+\w+)\b/;

export const sqlOwnerRule: Rule = {
  name: 'SQL stands in the store alone',
  check(module) {
    const isElsewhere = module.path.startsWith('src/') && !module.path.startsWith('src/main/store/');
    return isElsewhere && !isTest(module.path) ? literals(module, statement, 'holds SQL outside of the store') : [];
  },
  broken: [
    { path: 'src/main/services/a.ts', text: "const sql = 'SELECT id FROM document';" },
    { path: 'src/main/services/a.ts', text: 'const sql = (t: string) => `SELECT id\nFROM ${t}`;' },
    { path: 'src/main/services/a.ts', text: "const sql = 'INSERT INTO code VALUES (?)';" },
    { path: 'src/main/services/a.ts', text: "const sql = 'UPDATE code SET name = ?';" },
    { path: 'src/main/hosts/cli/a.ts', text: "const sql = 'DELETE FROM code';" },
  ],
  sound: [
    { path: 'src/main/store/rows/a.ts', text: "const sql = 'SELECT id FROM document';" },
    {
      path: 'src/renderer/components/a.ts',
      text: "const hint = 'Select a code from the list, or delete it from there.';",
    },
  ],
};

/** Replacing rows fires no delete triggers, so the journal would miss what went. */
const replacing = /\b(INSERT\s+OR\s+REPLACE|UPDATE\s+OR\s+REPLACE|REPLACE\s+INTO|ON\s+CONFLICT\s+REPLACE)\b/i;

export const replaceRule: Rule = {
  name: 'no statement replaces rows behind the back of the journal',
  check: (module) => literals(module, replacing, 'replaces rows, which the journal does not see'),
  broken: [
    { path: 'src/main/store/a.ts', text: "const sql = 'INSERT OR REPLACE INTO code VALUES (?)';" },
    { path: 'src/main/store/a.ts', text: 'const sql = `replace into ${table} values (?)`;' },
    { path: 'bench/a.bench.ts', text: "const sql = 'CREATE TABLE t (id PRIMARY KEY ON CONFLICT REPLACE)';" },
  ],
  sound: [
    {
      path: 'src/main/store/a.ts',
      text: "// INSERT OR REPLACE is banned.\nconst sql = 'INSERT INTO code VALUES (?)';",
    },
    { path: 'src/main/store/a.ts', text: "const sql = 'INSERT INTO code VALUES (?) ON CONFLICT DO NOTHING';" },
  ],
};
