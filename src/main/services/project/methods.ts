import { backupsApi } from '../../../shared/api/backups.ts';
import { codersApi } from '../../../shared/api/coders.ts';
import { filesApi } from '../../../shared/api/files.ts';
import { historyApi } from '../../../shared/api/history.ts';
import { programApi } from '../../../shared/api/program.ts';
import { projectApi } from '../../../shared/api/project.ts';
import { settingsApi } from '../../../shared/api/settings.ts';
import { tasksApi } from '../../../shared/api/tasks.ts';
import type { MethodsOf } from '../../app/handlers.ts';
import { backupHandlers } from './backups.ts';
import { fileHandlers } from './files.ts';
import { noticeHandlers } from './notices.ts';
import { projectHandlers } from './project.ts';
import { sessionHandlers } from './session.ts';

/** The project file, backups, history, coders, settings, tasks. */
export const projectMethods: MethodsOf<
  'backups' | 'coders' | 'files' | 'history' | 'program' | 'project' | 'settings' | 'tasks'
> = {
  api: {
    ...backupsApi,
    ...codersApi,
    ...filesApi,
    ...historyApi,
    ...programApi,
    ...projectApi,
    ...settingsApi,
    ...tasksApi,
  },
  handlers: { ...backupHandlers, ...fileHandlers, ...noticeHandlers, ...projectHandlers, ...sessionHandlers },
};
