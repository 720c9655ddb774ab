/**
 * Writes all codings of a project as a table, as the program does: in a worker thread. Prints milliseconds and the peak of
 * memory in MB. Arguments: project, folder to write to, format.
 */
import { resourceUsage } from 'node:process';
import { exportFormatSchema } from '../../src/shared/api/exports.ts';
import { tableChoiceSchema } from '../../src/shared/model/dataTable.ts';
import { exportJobs } from '../../src/main/jobs/export/jobs.ts';
import { createJobs } from '../../src/main/workers/pool.ts';

const [project = '', folder = '', format] = process.argv.slice(2);
const jobs = createJobs({ workerEntry: new URL('../../src/main/workers/entry.ts', import.meta.url), workers: 1 });
const begun = performance.now();
await jobs.run(exportJobs.run, {
  ...{ project, folder, byteOrderMark: false, raw: false, partition: null, program: 'Galley' },
  replace: true,
  formats: [exportFormatSchema.parse(format)],
  table: tableChoiceSchema.parse({ unit: 'coding', coders: 'rows' }),
  only: null,
});
process.stdout.write(`${performance.now() - begun} ${resourceUsage().maxRSS / 1024}\n`);
await jobs.close();
