import { reference } from '../../workers/job.ts';

/** The jobs that make packages and read them. */
export const packageJobs = {
  write: reference('package.write', async () => (await import('./writePackage.ts')).writePackageJob),
  inspect: reference('package.inspect', async () => (await import('./packageSource.ts')).inspectPackageJob),
  match: reference('package.match', async () => (await import('./matchPackage.ts')).matchPackageJob),
};
