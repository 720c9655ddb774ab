/**
 * The least that a table of codings takes: one query over everything, its rows joined to CSV as they come. Prints
 * milliseconds and the peak of memory in MB. Arguments: project, file to write.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { resourceUsage } from 'node:process';
import SqliteDatabase from 'better-sqlite3';

const [project = '', target = ''] = process.argv.slice(2);

const id = (column: string): string =>
  `lower(printf('%s-%s-%s-%s-%s', substr(hex(${column}), 1, 8), substr(hex(${column}), 9, 4),
     substr(hex(${column}), 13, 4), substr(hex(${column}), 17, 4), substr(hex(${column}), 21)))`;
const moment = (column: string): string => `strftime('%Y-%m-%dT%H:%M:%fZ', ${column} / 1000.0, 'unixepoch')`;

const query = `
  SELECT document.name, ${id('document.id')}, code.name, ${id('code.id')}, coder.name, ${id('coder.id')},
    annotation.start, annotation.end, substr(text.content, annotation.start + 1, annotation.end - annotation.start),
    annotation.memo, ${moment('annotation.created')}, ${moment('annotation.modified')}
  FROM document JOIN text ON text.id = document.text JOIN annotation ON annotation.document = document.id
    JOIN code ON code.id = annotation.code JOIN coder ON coder.id = annotation.coder
  ORDER BY document.position, document.id, annotation.start, annotation.end, annotation.code, annotation.coder`;

const begun = performance.now();
const db = new SqliteDatabase(project, { readonly: true });
const file = openSync(target, 'w');
let text = 'document,document_id,code,code_id,coder,coder_id,start,end,quote,memo,created,modified\r\n';
for (const row of db.prepare<[], (string | number)[]>(query).raw().iterate()) {
  const cells = row.map((cell) =>
    typeof cell === 'string' && /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  text += `${cells.join(',')}\r\n`;
  if (text.length < 1 << 18) continue;
  writeSync(file, text);
  text = '';
}
writeSync(file, text);
closeSync(file);
db.close();
process.stdout.write(`${performance.now() - begun} ${resourceUsage().maxRSS / 1024}\n`);
