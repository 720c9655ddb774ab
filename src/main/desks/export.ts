import { exportJobs } from '../jobs/export/jobs.ts';
import { packageJobs } from '../jobs/package/jobs.ts';
import type { Desk } from './desk.ts';

const methods = async () => (await import('../services/export/methods.ts')).exportMethods;

/** Data for other programs, and packages without texts. */
export const exportDesk = {
  methods: { exports: methods, packages: methods, recipes: methods },
  jobs: [...Object.values(exportJobs), ...Object.values(packageJobs)],
  verbs: {
    export: async () => (await import('../hosts/cli/verbs/export.ts')).exportVerb,
    package: async () => (await import('../hosts/cli/verbs/package.ts')).packageVerb,
    're-attach': async () => (await import('../hosts/cli/verbs/reattach.ts')).reattachVerb,
  },
} satisfies Desk;
