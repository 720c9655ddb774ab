import type { Database } from 'better-sqlite3';
import type { Problem } from '../../shared/api/project.ts';
import { prepare } from './statements.ts';
import type { CheckContext } from './verify.ts';

/** More problems than this of one kind are summed up: a damaged project can have as many as it has records. */
const mostListed = 1000;

type Check = { kind: Problem['kind']; sql: string; message: (row: { document: string; detail: string }) => string };

const nameOf = (table: string): string =>
  `(SELECT document.name FROM document WHERE document.id = ${table}.document) AS document`;

/** What the foreign keys cannot say: each query gives the records that are at fault, by document, with a detail. */
const checks: readonly Check[] = [
  {
    kind: 'answer',
    sql: `SELECT ${nameOf('answer')}, variable.name AS detail
          FROM answer JOIN annotation ON annotation.id = answer.annotation JOIN variable ON variable.id = variable
          WHERE annotation.document <> answer.document`,
    message: ({ document, detail }) =>
      `An answer to “${detail}” in “${document}” is about a coding of another document.`,
  },
  {
    kind: 'answer',
    sql: `SELECT ${nameOf('answer')}, variable.name AS detail
          FROM answer JOIN annotation ON annotation.id = answer.annotation JOIN variable ON variable.id = variable
          WHERE answer.coder IS NULL OR annotation.coder <> answer.coder`,
    message: ({ document, detail }) =>
      `An answer to “${detail}” in “${document}” is about a coding of another coder than the one who gave it.`,
  },
  {
    kind: 'answer',
    sql: `SELECT ${nameOf('answer')}, variable.name AS detail
          FROM answer JOIN variable ON variable.id = variable JOIN document ON document.id = answer.document
            JOIN text ON text.id = document.text, json_each(answer.evidence) AS passage
          WHERE evidence <> '[]' AND (ifnull(passage.value ->> 'start', -1) < 0
            OR ifnull(passage.value ->> 'end', -1) <= passage.value ->> 'start'
            OR passage.value ->> 'end' > utf16_units)`,
    message: ({ document, detail }) =>
      `An answer to “${detail}” in “${document}” points at a passage outside the text.`,
  },
  {
    kind: 'link',
    sql: `SELECT ${nameOf('link')}, relation AS detail
          FROM link JOIN annotation AS source ON source.id = link.source
            JOIN annotation AS target ON target.id = link.target
          WHERE source.document <> link.document OR target.document <> link.document`,
    message: ({ document, detail }) => `A link “${detail}” in “${document}” has an end in another document.`,
  },
  {
    kind: 'progress',
    sql: `SELECT ${nameOf('progress')}, coder.name AS detail FROM progress JOIN coder ON coder.id = progress.coder
          WHERE version > (SELECT ifnull(max(number), 0) FROM codebook_version)`,
    message: ({ document, detail }) =>
      `The status that ${detail} gave “${document}” bears a codebook version that was never published.`,
  },
  {
    kind: 'text-version',
    sql: `SELECT ${nameOf('text_version')}, count(*) AS detail FROM text_version
          GROUP BY text_version.document HAVING max(number) <> count(*) OR min(number) <> 1`,
    message: ({ document, detail }) =>
      `Of the earlier texts of “${document}” only ${detail} are there: some are missing.`,
  },
  {
    kind: 'example',
    sql: `SELECT document.name AS document, code.name AS detail
          FROM example JOIN code ON code.id = example.code JOIN document ON document.id = example.document
            JOIN text ON text.id = document.text
          WHERE example.end > utf16_units`,
    message: ({ document, detail }) => `An example of “${detail}” points past the end of “${document}”.`,
  },
  {
    kind: 'recipe',
    sql: `SELECT '' AS document, name AS detail FROM recipe WHERE json_type(content, '$.formats') IS NOT 'array'`,
    message: ({ detail }) => `The saved export “${detail}” does not say its formats. Remove it and save it anew.`,
  },
  {
    kind: 'disagreement',
    sql: `SELECT document.name AS document, disagreement.start || ' to ' || disagreement.end AS detail
          FROM disagreement JOIN document ON document.id = disagreement.document JOIN text ON text.id = document.text
          WHERE disagreement.end > utf16_units`,
    message: ({ document, detail }) =>
      `A note on a disagreement about ${detail} in “${document}” is about a passage outside the text.`,
  },
  {
    kind: 'disagreement',
    sql: `SELECT ${nameOf('disagreement')}, variable.name AS detail
          FROM disagreement JOIN variable ON variable.id = variable WHERE variable.scope <> 'document'`,
    message: ({ document, detail }) =>
      `A note on a disagreement about “${detail}” in “${document}” is not about a question to coders.`,
  },
];

/** Answers, links, statuses, earlier texts, examples and saved exports: whether they fit what they name. */
export function verifyReferences(db: Database, context: CheckContext): Problem[] {
  const problems: Problem[] = [];
  checks.forEach(({ kind, sql, message }, index) => {
    context.checkpoint();
    context.progress(index, checks.length);
    const rows = prepare<{ document: string | null; detail: string }>(db, `${sql} LIMIT ${mostListed}`).all();
    for (const { document, detail } of rows) {
      problems.push({ kind, document: document ?? '', message: message({ document: document ?? '', detail }) });
    }
  });
  return problems;
}
