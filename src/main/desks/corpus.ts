import { importJobs } from '../jobs/import/jobs.ts';
import type { Desk } from './desk.ts';

const methods = async () => (await import('../services/corpus/methods.ts')).corpusMethods;

/** Documents and their texts: importing, correcting, searching. */
export const corpusDesk = {
  methods: { documents: methods, imports: methods, search: methods, texts: methods },
  jobs: Object.values(importJobs),
  verbs: {
    import: async () => (await import('../hosts/cli/verbs/import.ts')).importVerb,
    keep: async () => (await import('../hosts/cli/verbs/keep.ts')).keepVerb,
    search: async () => (await import('../hosts/cli/verbs/search.ts')).searchVerb,
  },
} satisfies Desk;
