import type { Desk } from './desk.ts';

const methods = async () => (await import('../services/coding/methods.ts')).codingMethods;

/** Codings, answers, links, rounds, and how far coders are. */
export const codingDesk = {
  methods: {
    annotations: methods,
    answers: methods,
    codings: methods,
    links: methods,
    progress: methods,
    rounds: methods,
    segments: methods,
  },
  verbs: {
    trim: async () => (await import('../hosts/cli/verbs/trim.ts')).trimVerb,
    code: async () => (await import('../hosts/cli/verbs/code.ts')).codeVerb,
    answer: async () => (await import('../hosts/cli/verbs/answer.ts')).answerVerb,
  },
} satisfies Desk;
