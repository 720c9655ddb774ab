import type { Database } from 'better-sqlite3';
import { verifyingWords as words } from '#words/core/verifying.ts';
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
    message: words.answerOfOtherDocument,
  },
  {
    kind: 'answer',
    sql: `SELECT ${nameOf('answer')}, variable.name AS detail
          FROM answer JOIN annotation ON annotation.id = answer.annotation JOIN variable ON variable.id = variable
          WHERE answer.coder IS NULL OR annotation.coder <> answer.coder`,
    message: words.answerOfOtherCoder,
  },
  {
    kind: 'answer',
    sql: `SELECT ${nameOf('answer')}, variable.name AS detail
          FROM answer JOIN variable ON variable.id = variable JOIN document ON document.id = answer.document
            JOIN text ON text.id = document.text, json_each(answer.evidence) AS passage
          WHERE evidence <> '[]' AND (ifnull(passage.value ->> 'start', -1) < 0
            OR ifnull(passage.value ->> 'end', -1) <= passage.value ->> 'start'
            OR passage.value ->> 'end' > utf16_units)`,
    message: words.evidenceOutside,
  },
  {
    kind: 'link',
    sql: `SELECT ${nameOf('link')}, relation AS detail
          FROM link JOIN annotation AS source ON source.id = link.source
            JOIN annotation AS target ON target.id = link.target
          WHERE source.document <> link.document OR target.document <> link.document`,
    message: words.linkToOtherDocument,
  },
  {
    kind: 'progress',
    sql: `SELECT ${nameOf('progress')}, coder.name AS detail FROM progress JOIN coder ON coder.id = progress.coder
          WHERE version > (SELECT ifnull(max(number), 0) FROM codebook_version)`,
    message: words.statusOfUnknownVersion,
  },
  {
    kind: 'text-version',
    sql: `SELECT ${nameOf('text_version')}, count(*) AS detail FROM text_version
          GROUP BY text_version.document HAVING max(number) <> count(*) OR min(number) <> 1`,
    message: words.missingTexts,
  },
  {
    kind: 'example',
    sql: `SELECT document.name AS document, code.name AS detail
          FROM example JOIN code ON code.id = example.code JOIN document ON document.id = example.document
            JOIN text ON text.id = document.text
          WHERE example.end > utf16_units`,
    message: words.examplePastEnd,
  },
  {
    kind: 'recipe',
    sql: `SELECT '' AS document, name AS detail FROM recipe WHERE json_type(content, '$.formats') IS NOT 'array'`,
    message: words.recipeWithoutFormats,
  },
  {
    kind: 'disagreement',
    sql: `SELECT document.name AS document, json_array(disagreement.start, disagreement.end) AS detail
          FROM disagreement JOIN document ON document.id = disagreement.document JOIN text ON text.id = document.text
          WHERE disagreement.end > utf16_units`,
    message: ({ document, detail }) => {
      const [start, end] = JSON.parse(detail) as [number, number]; // what the query made
      return words.noteOutside({ document, start, end });
    },
  },
  {
    kind: 'disagreement',
    sql: `SELECT ${nameOf('disagreement')}, variable.name AS detail
          FROM disagreement JOIN variable ON variable.id = variable WHERE variable.scope <> 'document'`,
    message: words.noteOnNoQuestion,
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
