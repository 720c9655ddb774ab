import { agreementJobs } from '../jobs/agreement/jobs.ts';
import type { Desk } from './desk.ts';

const methods = async () => (await import('../services/agreement/methods.ts')).agreementMethods;

/** How far coders agree, what they disagree on, and the agreed version. */
export const agreementDesk = {
  methods: { agreed: methods, disagreements: methods, reliability: methods },
  jobs: Object.values(agreementJobs),
  verbs: { reliability: async () => (await import('../hosts/cli/verbs/reliability.ts')).reliabilityVerb },
} satisfies Desk;
