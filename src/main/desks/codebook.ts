import { exchangeJobs } from '../jobs/exchange/jobs.ts';
import type { Desk } from './desk.ts';

const methods = async () => (await import('../services/codebook/methods.ts')).codebookMethods;

/** Codes, variables, lists of names, and the versions of the codebook; files of it, of codings and of answers. */
export const codebookDesk = {
  methods: {
    codebook: methods,
    codes: methods,
    entities: methods,
    examples: methods,
    exclusiveSets: methods,
    templates: methods,
    variables: methods,
    versions: methods,
  },
  jobs: Object.values(exchangeJobs),
  verbs: { codebook: async () => (await import('../hosts/cli/verbs/codebook.ts')).codebookVerb },
} satisfies Desk;
