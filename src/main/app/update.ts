import { appWords } from '#words/core/app.ts';
import { projectJobs } from '../jobs/project/jobs.ts';
import { isOlder } from '../store/fileState.ts';
import type { Jobs } from '../workers/job.ts';
import type { Tasks } from './tasks.ts';

/** Brings a project of an earlier version up to date before it is opened: as a task, since it can take long. */
export async function bringUpToDate(path: string, { tasks, jobs }: { tasks: Tasks; jobs: Jobs }): Promise<void> {
  if (!isOlder(path)) return;
  await tasks.run('project.update', (task) => {
    task.label(appWords.updating);
    return jobs.run(projectJobs.update, { path }, task);
  });
}
