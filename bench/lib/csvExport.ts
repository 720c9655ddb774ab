/**
 * Writes all codings of a project as CSV, as the program's export does. Prints milliseconds and the peak of memory in MB.
 * Arguments: project, folder to write to.
 */
import { resourceUsage } from 'node:process';
import { tableChoiceSchema } from '../../src/shared/model/dataTable.ts';
import { exportJob } from '../../src/main/workers/jobs/export.ts';

const [project = '', folder = ''] = process.argv.slice(2);
const begun = performance.now();
await exportJob(
  {
    ...{ project, folder, formats: ['csv'], byteOrderMark: false, raw: false, partition: null, program: 'Galley' },
    table: tableChoiceSchema.parse({ unit: 'coding', coders: 'rows' }),
  },
  { progress: () => undefined, checkpoint: () => undefined },
);
process.stdout.write(`${performance.now() - begun} ${resourceUsage().maxRSS / 1024}\n`);
