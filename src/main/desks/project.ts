import { projectJobs } from '../jobs/project/jobs.ts';
import type { Desk } from './desk.ts';

const methods = async () => (await import('../services/project/methods.ts')).projectMethods;

/** The file, its backups and its history; who codes; settings, tasks and the program itself. */
export const projectDesk = {
  methods: {
    backups: methods,
    coders: methods,
    files: methods,
    history: methods,
    program: methods,
    project: methods,
    settings: methods,
    tasks: methods,
  },
  jobs: Object.values(projectJobs),
  verbs: {
    new: async () => (await import('../hosts/cli/verbs/new.ts')).newVerb,
    stats: async () => (await import('../hosts/cli/verbs/stats.ts')).statsVerb,
    log: async () => (await import('../hosts/cli/verbs/log.ts')).logVerb,
    undo: async () => (await import('../hosts/cli/verbs/history.ts')).undoVerb,
    redo: async () => (await import('../hosts/cli/verbs/history.ts')).redoVerb,
    verify: async () => (await import('../hosts/cli/verbs/verify.ts')).verifyVerb,
    backups: async () => (await import('../hosts/cli/verbs/backups.ts')).backupsVerb,
    restore: async () => (await import('../hosts/cli/verbs/restore.ts')).restoreVerb,
    serve: async () => (await import('../hosts/cli/verbs/serve.ts')).serveVerb,
    call: async () => (await import('../hosts/cli/verbs/call.ts')).callVerb,
    notices: async () => (await import('../hosts/cli/verbs/notices.ts')).noticesVerb,
  },
} satisfies Desk;
